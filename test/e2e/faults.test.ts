import { cp, mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ask,
  type Ended,
  manyTerms,
  run,
  runWithinBlocks,
  scratchFolder,
  serve,
  smallSeeds,
} from './cli.ts';
import { runWarm } from './warm.ts';

type Scratch = Awaited<ReturnType<typeof scratchFolder>>;

/** Seeds, small and larger, and a store with the small ones, which each test copies. */
let seeded: Scratch;
let many: string;
beforeAll(async () => {
  seeded = await scratchFolder();
  many = join(seeded.path, 'many');
  await manyTerms(many, 300);
  await smallSeeds(many);
  const seeds = join(seeded.path, 'seeds');
  await smallSeeds(seeds);
  await run(['seed'], { DATA_DIR: join(seeded.path, 'data'), SEEDS_DIR: seeds });
});
afterAll(() => seeded.remove());

let scratch: Scratch;
let env: { DATA_DIR: string; SEEDS_DIR: string; PORT: string };
let file: string;
beforeEach(async () => {
  scratch = await scratchFolder();
  const data = join(scratch.path, 'data');
  env = { DATA_DIR: data, SEEDS_DIR: join(seeded.path, 'seeds'), PORT: '0' };
  file = join(data, 'glossgraph.db');
  await cp(join(seeded.path, 'data'), data, { recursive: true });
});
afterEach(() => scratch.remove());

const commands = [['serve'], ['seed'], ['query', '{ organizations { totalCount } }']];

/** A server needs a process of its own, and `query` is run in one where a record is damaged. */
const ranBy = (args: readonly string[]) => (args[0] === 'serve' ? run : runWarm);

function edit(statements: string): void {
  const database = new Database(file);
  database.exec(statements);
  database.close();
}

/** Expects a single complete line on standard error, and nothing else. */
function expectSentence({ code, stdout, stderr }: Ended, exitCode: number, said: RegExp): void {
  expect(stderr).toMatch(said);
  expect([code, stdout, stderr]).toEqual([
    exitCode,
    '',
    expect.stringMatching(/^glossgraph: .+\n$/),
  ]);
}

describe('what the embedded store cannot read', () => {
  it.each<[string, () => Promise<void> | void, RegExp]>([
    ['random bytes', () => writeFile(file, 'x'.repeat(10_000)), /glossgraph\.db is damaged/],
    ['a file cut off', () => truncate(file, 10_000), /glossgraph\.db is damaged/],
    [
      'a newer version',
      () => edit("UPDATE graph SET value = 999 WHERE key = 'format'"),
      /newer version/,
    ],
    [
      'another program',
      () => edit('PRAGMA application_id = 7; CREATE TABLE theirs (x)'),
      /belongs to another program/,
    ],
  ])('exits with 65 and is left as it is: %s', async (_, spoil, said) => {
    await spoil();
    const before = await readFile(file);
    for (const args of commands) expectSentence(await ranBy(args)(args, env), 65, said);
    expect(await readFile(file)).toEqual(before);
  });
});

it('a record that is not JSON is reported by each reader, and left unchanged', async () => {
  edit("UPDATE entity SET record = '{' || record");
  const before = await readFile(file);
  const said = /damaged: the record "\w+:[\w-]+" of "entity"/;
  for (const args of [['serve'], ['seed']]) expectSentence(await run(args, env), 65, said);
  const ended = await run(['query', '{ organizations { nodes { name } } }'], env);
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.stdout).errors[0].extensions.code).toBe('STORE_DAMAGED');
  expect(ended.stderr).toMatch(/the record .* of \\"entity\\" cannot be read/);
  // A query that reads no record does not meet the damaged one.
  const counted = await runWarm(['query', '{ organizations { totalCount } }'], env);
  expect(JSON.parse(counted.stdout).data.organizations.totalCount).toBeGreaterThan(0);
  expect(await readFile(file)).toEqual(before);
});

describe('where the embedded store cannot write', () => {
  it('exits with 69 and loses nothing on a full disk', async () => {
    const larger = { ...env, SEEDS_DIR: many };
    for (const blocks of [8, 200, 1000]) {
      const ended = await runWithinBlocks(blocks, ['seed', '--json'], larger);
      expectSentence(ended, 69, /glossgraph\.db .*Nothing was changed|temporary file .*TMPDIR/);
      const asked = ['query', '{ graph { revision } terms { totalCount } }'];
      const { stdout } = await runWarm(asked, env);
      expect(JSON.parse(stdout).data).toEqual({ graph: { revision: 1 }, terms: { totalCount: 0 } });
    }
    const roomy = await run(['seed', '--json'], larger);
    expect(JSON.parse(roomy.stdout)).toMatchObject({ revision: 2 });
  });

  it('exits with 73 if a requested file cannot be written', async () => {
    const missing = join(scratch.path, 'nowhere/schema.graphql');
    expectSentence(
      await runWarm(['schema', '--output', missing], env),
      73,
      /schema\.graphql cannot be written/,
    );
    await writeFile(join(scratch.path, 'schema'), '');
    const taken = { ...env, SEEDS_DIR: scratch.path };
    expectSentence(await runWarm(['seed-schemas'], taken), 73, /schema cannot be written/);
  });

  it.runIf(process.platform === 'linux')('exits with 69 where no file can be made', async () => {
    // Not even root can make a file there.
    const ended = await run(['seed'], { ...env, DATA_DIR: '/proc/self' });
    expectSentence(
      ended,
      69,
      /glossgraph\.db cannot be opened or written: this user lacks permission/,
    );
  });

  it('exits with 69 where a folder is in its place', async () => {
    const other = join(scratch.path, 'other');
    await mkdir(join(other, 'glossgraph.db'), { recursive: true });
    for (const args of commands) {
      const ended = await ranBy(args)(args, { ...env, DATA_DIR: other });
      expectSentence(ended, 69, /a folder is in its place/);
    }
  });
});

describe('processes that start at once on one fresh folder', () => {
  it('all serve the same graph, written once', async () => {
    const fresh = { ...env, DATA_DIR: join(scratch.path, 'fresh'), SEEDS_DIR: many };
    const servers = await Promise.all([1, 2, 3].map(() => serve(fresh)));
    try {
      const query =
        '{ graph { revision } terms { totalCount } models { totalCount } licenses { totalCount } }';
      const answers = await Promise.all(
        servers.map(async ({ origin }) => (await ask(origin, query)).text()),
      );
      expect(new Set(answers).size).toBe(1);
      expect(JSON.parse(answers[0] ?? '').data.graph).toEqual({ revision: 1 });
    } finally {
      for (const { signal } of servers) signal('SIGTERM');
      await Promise.all(servers.map(({ ended }) => ended));
    }
    const database = new Database(join(fresh.DATA_DIR, 'glossgraph.db'));
    expect(database.prepare('PRAGMA integrity_check').all([])).toMatchObject([
      { integrity_check: 'ok' },
    ]);
    database.close();
  });
});
