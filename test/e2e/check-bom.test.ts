import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bill, model } from '../exchange/cyclone-dx/bills.ts';
import { run, scratchFolder } from './cli.ts';
import { runWarm } from './warm.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

const allowed = bill([model('phi-4', { purl: 'pkg:huggingface/microsoft/phi-4' })]);
const unknown = bill([model('acme-ranker')]);

async function check(runs: typeof runWarm, text: string, ...options: readonly string[]) {
  const file = join(scratch.path, 'bom.json');
  await writeFile(file, text);
  return runs(['check-bom', file, ...options], { DATA_DIR: join(scratch.path, 'data') });
}

describe('glossgraph check-bom', () => {
  it.each<[what: string, code: number, text: string, options: readonly string[]]>([
    ['all is allowed', 0, allowed, []],
    ['a model is not known', 1, unknown, []],
    ['that is let pass', 0, unknown, ['--fail-on', 'not-allowed']],
    ['even duties are too much', 1, allowed, ['--fail-on', 'ALLOWED']],
    ['it is no bill', 66, `${allowed},`, []],
    ['the use is none', 2, allowed, ['--use', '{"activities":["NOTHING"]}']],
    ['there is no such format', 2, allowed, ['--format', 'xml']],
    ['there is no such answer', 2, allowed, ['--fail-on', 'MAYBE']],
  ])('where %s, exits with %i', async (_what, expected, text, options) => {
    const { code, stdout, stderr } = await check(runWarm, text, ...options);
    expect([code, stderr]).toEqual([
      expected,
      expected < 2 ? '' : expect.stringMatching(/^glossgraph: /),
    ]);
    // What is piped into another program is a report or nothing.
    expect(stdout === '').toBe(expected >= 2);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('writes nothing but SARIF where that is asked for', async () => {
    const { code, stdout } = await check(run, unknown, '--format', 'sarif');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0', runs: [{ results: [{}] }] });
  });
});
