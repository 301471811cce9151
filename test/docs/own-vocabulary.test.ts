import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run, type Serving, scratchFolder, serve } from '../e2e/cli.ts';
import { runWarm } from '../e2e/warm.ts';

const page = readFileSync('docs/guide/own-vocabulary.md', 'utf8');
const blocks = [...page.matchAll(/```(sh|text|yaml)\n([\s\S]*?)```/g)].map(
  ([, kind = '', text = '']) => ({
    kind,
    text,
  }),
);

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let serving: Serving | null = null;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(async () => {
  serving?.signal('SIGTERM');
  await serving?.ended;
  await scratch.remove();
});

/** The words of a command line, without quotes. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

it('works in an empty folder as the page says, block by block', async () => {
  let printed = '';
  for (const { kind, text } of blocks) {
    if (kind === 'text') expect(printed).toBe(text);
    if (kind === 'yaml') await writeFile(join(scratch.path, 'seeds/terms/acme-score.yaml'), text);
    for (const line of kind === 'sh' ? text.trim().split('\n') : []) {
      const [, setting, command = ''] =
        /^(?:SEEDS_DIR=(\S+) )?npx glossgraph (.+)$/.exec(line) ?? [];
      expect(command).not.toBe('');
      if (command === 'serve') {
        await writeFile(
          join(scratch.path, 'seeds/terms/acme-score.yaml'),
          (blocks.find((block) => block.kind === 'yaml')?.text ?? '').replace(
            'benchmrk',
            'benchmark',
          ),
        );
        serving = await serve({ SEEDS_DIR: setting ?? '', DATA_DIR: 'data' }, scratch.path);
        continue;
      }
      const { stdout, stderr } = await run(wordsOf(command), {}, '', scratch.path);
      expect(stderr).toBe('');
      printed = stdout;
    }
  }
  const answer = await fetch(`${serving?.origin}/terms/acme-score.json`);
  expect(await answer.json()).toMatchObject({ name: 'Acme score' });
  const known = await fetch(`${serving?.origin}/terms/large-language-model.json`);
  expect(known.status).toBe(200);
});

it('serves the words alone where nothing else is named', async () => {
  const seeds = join(scratch.path, 'alone');
  await run(['new', 'term', 'Golden set', '--in', seeds], {}, '', scratch.path);
  const env = { SEEDS_DIR: seeds, DATA_DIR: join(scratch.path, 'alone-data') };
  const { stdout } = await runWarm(['query', '{ terms(first: 2) { nodes { slug } } }'], env);
  expect(JSON.parse(stdout)).toEqual({ data: { terms: { nodes: [{ slug: 'golden-set' }] } } });
});
