import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratchFolder } from '../e2e/cli.ts';
import { runWarm } from '../e2e/warm.ts';

const page = 'docs/guide/check-bom.md';
const example = /(```sh\nnpm run --silent glossgraph -- )(.+)(\n```\n\n```text\n)([\s\S]*?)```/;

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

it('the example stands with the report that it gives', async () => {
  const text = readFileSync(page, 'utf8');
  const [, , line = '', , report = ''] = example.exec(text) ?? [];
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  const { stdout } = await runWarm(words, { DATA_DIR: scratch.path });
  if (process.env.UPDATE === '1') {
    writeFileSync(
      page,
      text.replace(
        example,
        (_all, before, command, between) => `${before}${command}${between}${stdout}\`\`\``,
      ),
    );
    return;
  }
  expect(report).toBe(stdout);
});
