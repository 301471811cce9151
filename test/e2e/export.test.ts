import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, scratchFolder, smallSeeds } from './cli.ts';
import { runWarm } from './warm.ts';

describe('glossgraph export', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let env: Record<string, string>;
  beforeAll(async () => {
    scratch = await scratchFolder();
    const seeds = join(scratch.path, 'seeds');
    await smallSeeds(seeds);
    env = {
      DATA_DIR: join(scratch.path, 'data'),
      SEEDS_DIR: seeds,
      PUBLIC_URL: 'https://glossary.example.org',
    };
  });
  afterAll(() => scratch.remove());

  const about = 'https://glossary.example.org/organizations/ai2';
  const subjects = (text: string) => new Parser().parse(text).map(({ subject }) => subject.value);

  it('writes Turtle to standard output, under the public address', async () => {
    const { code, stdout, stderr } = await run(['export'], env);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('@prefix gg: <https://glossary.example.org/vocab#>');
    expect(subjects(stdout)).toContain(about);
  });

  it('takes the format from the name of the file, or from --format', async () => {
    const file = join(scratch.path, 'all.nt');
    expect(await run(['export', '--output', file], env)).toEqual({
      ...{ code: 0, stdout: '', stderr: '' },
    });
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain('@prefix');
    expect(subjects(text)).toContain(about);
    const records = await runWarm(['export', '--format', 'ndjson'], env);
    const lines = records.stdout.trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line) as { type: string; uri?: string });
    expect(parsed.map(({ uri }) => uri)).toContain(about);
    const document = await runWarm(['export', '--format', 'jsonld'], env);
    expect(Object.keys(JSON.parse(document.stdout) as object)).toEqual(['@context', '@graph']);
  });

  it('says what it expected, and leaves no part of a file', async () => {
    const wrong = await runWarm(['export', '--format', 'csv'], env);
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      'glossgraph: --format: expected turtle, ntriples, jsonld, ndjson, not "csv"\n',
    ]);
    const nowhere = join(scratch.path, 'none', 'all.ttl');
    const unwritten = await runWarm(['export', '--output', nowhere], env);
    expect(unwritten.code).toBe(73);
    expect(unwritten.stderr).toMatch(/^glossgraph: .*all\.ttl cannot be written: ENOENT/);
    expect(await readdir(scratch.path)).not.toContain('all.nt.partial');
  });
});
