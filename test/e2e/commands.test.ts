import { readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyTerms, run, scratchFolder } from './cli.ts';
import { runWarm } from './warm.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let env: Record<string, string>;
beforeAll(async () => {
  scratch = await scratchFolder();
  env = { DATA_DIR: join(scratch.path, 'data') };
});
afterAll(() => scratch.remove());

const stackTrace = /\n\s+at /;

describe('glossgraph', () => {
  it('says what it can do', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of [
      'serve',
      'seed',
      'import',
      'new',
      'check',
      'check-bom',
      'schema',
      'query',
      'config',
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
    expect(stdout).toContain('Exit codes');
  });

  it.each([
    [[]],
    [['nonsense']],
    [['seed', '--nonsense']],
    [['query']],
    [['query', '{x}', '--variables', '[]']],
    [['import']],
    [['import', 'wordnet']],
  ])('exits with 2 where it is used wrongly: %j', async (args) => {
    const runs = args.includes('--nonsense') ? run : runWarm;
    const { code, stdout, stderr } = await runs(args, env);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\w/);
    expect(stderr).not.toMatch(stackTrace);
  });

  it('says of a new seed file whether texts are still to be written', async () => {
    const folder = join(scratch.path, 'words');
    const complete = ['--summary', 'A word.', '--definition', 'What it means.'];
    const first = await runWarm(['new', 'term', 'First', '--in', folder, ...complete], env);
    expect([first.code, first.stdout]).toEqual([
      0,
      expect.stringMatching(/\nCheck it: glossgraph check .*words\n$/),
    ]);
    const second = await runWarm(['new', 'term', 'Second', '--in', folder], env);
    expect([second.code, second.stdout]).toEqual([
      0,
      expect.stringMatching(/\nWrite the open texts, then check it: glossgraph check .*words\n$/),
    ]);
  });

  it('exits with 78 if the configuration is wrong, and reports every mistake', async () => {
    const { code, stdout, stderr } = await run(['serve'], { PORT: 'x', MAX_COST: '-1' });
    expect([code, stdout]).toEqual([78, '']);
    expect(stderr).toMatch(/PORT: expected .*\n.*MAX_COST: expected /);
  });

  it('exits with 78 where the data cannot be kept', async () => {
    const { code, stderr } = await runWarm(['seed'], { DATA_DIR: 'package.json' });
    expect([code, stderr]).toEqual([78, expect.stringMatching(/^glossgraph: DATA_DIR: /)]);
  });

  it.each(['serve', 'seed', 'query'])(
    '%s exits with 69 where the store is away',
    async (command) => {
      const args = command === 'query' ? ['query', '{ graph { revision } }'] : [command];
      const runs = command === 'serve' ? run : runWarm;
      const { code, stdout, stderr } = await runs(args, {
        NEO4J_URI: 'bolt://127.0.0.1:9',
        NEO4J_PASSWORD: 'secret',
        PORT: '0',
      });
      expect([code, stdout]).toEqual([69, '']);
      expect(stderr).toMatch(/^glossgraph: .*127\.0\.0\.1:9/);
      expect(stderr).not.toMatch(/secret|\n\s+at /);
    },
  );
});

describe('a Neo4j that takes connections and says nothing', () => {
  it('is given up, and the process ends with 69', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const { code, stderr } = await run(['query', '{ graph { revision } }'], {
      NEO4J_URI: `bolt://127.0.0.1:${port}`,
      NEO4J_PASSWORD: 'secret',
    });
    expect([code, stderr]).toEqual([69, expect.stringContaining('does not answer')]);
    silent.close();
  });
});

describe('seed and query', () => {
  it('loads once, and finds nothing to do the second time', async () => {
    const first = await run(['seed', '--json'], env);
    expect([first.code, first.stderr]).toEqual([0, '']);
    const report = JSON.parse(first.stdout);
    expect(report).toMatchObject({ store: 'embedded' });
    expect(report.entities.added).toBeGreaterThan(300);
    const second = await run(['seed'], env);
    expect(second.stdout).toContain(`nothing to change (graph revision ${report.revision})`);
    const asked = await run(['query', '{ graph { revision } }'], env);
    expect([asked.code, JSON.parse(asked.stdout)]).toEqual([
      0,
      { data: { graph: { revision: report.revision } } },
    ]);
  });

  it('removes what the seeds no longer have, if asked to', async () => {
    const seeds = join(scratch.path, 'fewer');
    await manyTerms(seeds, 3);
    await rm(join(seeds, 'terms/term-0.yaml'));
    // Another term refers to it, so these seeds are not valid without it.
    const { code, stderr } = await runWarm(['seed', seeds, '--prune'], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^glossgraph: the seeds have errors, so nothing was loaded/);
    expect(stderr).toMatch(/\.yaml:\d+:\d+ error /);
  });

  it('takes the query from stdin, with variables, and exits with 1 on errors', async () => {
    const document = 'query A($n: Int) { terms(first: $n) { nodes { name } } } query B { nothing }';
    const args = ['query', '--file', '-', '--variables', '{"n":2}', '--operation', 'A'];
    const wrong = await run(args, env, document);
    expect([wrong.code, JSON.parse(wrong.stdout).errors[0].extensions.code]).toEqual([
      1,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    const right = await run(args, env, document.replace('nothing', '__typename'));
    expect(right.code).toBe(0);
    expect(JSON.parse(right.stdout).data.terms.nodes).toHaveLength(2);
  });
});

describe('check', () => {
  it('finds no errors in the seeds', async () => {
    const { code, stdout } = await run(['check']);
    expect([code, stdout]).toEqual([0, 'No problems found.\n']);
  });

  it('names every problem with its file and line', async () => {
    const seeds = join(scratch.path, 'spoiled');
    await manyTerms(seeds, 3);
    const [one, other] = [join(seeds, 'terms/term-1.yaml'), join(seeds, 'terms/spoiled.yaml')];
    await writeFile(one, `${await readFile(one, 'utf8')}\nunknownKey: 1\n`);
    await writeFile(other, 'id: [\n');
    const { code, stdout } = await runWarm(['check', seeds]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/terms\/term-1\.yaml:\d+:\d+ error /);
    expect(stdout).toMatch(/terms\/spoiled\.yaml:\d+:\d+ error /);
    const json = await runWarm(['check', seeds, '--json']);
    const { errors, problems } = JSON.parse(json.stdout);
    expect([json.code, errors]).toEqual([1, problems.length]);
  });

  it('lists stale statements, which are not errors', async () => {
    const seeds = join(scratch.path, 'aged');
    await manyTerms(seeds, 2);
    const source = join(seeds, 'sources/readings.yaml');
    await writeFile(source, 'id: readings\ntitle: Readings\nretrievedOn: 2020-01-01\n');
    const term = join(seeds, 'terms/term-1.yaml');
    const read = await readFile(term, 'utf8');
    await writeFile(term, read.replace('evidence: PUBLISHER', 'evidence: PUBLISHER, asOf: 2020'));
    const { code, stdout } = await runWarm(['check', seeds, '--stale', '1d']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /terms\/term-1\.yaml:\d+:\d+ warning stale {2}definition: as of 2020, "readings" read 2020-01-01/,
    );
    const json = await runWarm(['check', seeds, '--stale', '99999d', '--json']);
    expect([json.code, JSON.parse(json.stdout)]).toEqual([
      0,
      { errors: 0, warnings: 0, problems: [] },
    ]);
    const wrong = await runWarm(['check', seeds, '--stale', 'long']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('--stale: expected a number of days, such as 180d, not "long"');
  });
});

describe('schema', () => {
  it('writes what it prints, and compares', async () => {
    const file = join(scratch.path, 'schema.graphql');
    const printed = await run(['schema']);
    expect(printed.stdout).toMatch(/^type Query \{$/m);
    expect((await runWarm(['schema', '--output', file])).stdout).toBe('');
    expect(await readFile(file, 'utf8')).toBe(printed.stdout);
    expect((await runWarm(['schema', '--check', file])).code).toBe(0);
    await writeFile(file, printed.stdout.replace('type Query {', 'type Query {  '));
    const compared = await runWarm(['schema', '--check', file]);
    const line = printed.stdout.split('\n').indexOf('type Query {') + 1;
    expect(compared.code).toBe(1);
    expect(compared.stdout).toContain(`${file}:${line} expected "type Query {"`);
  });
});

describe('config', () => {
  it('prints what is in force without the password', async () => {
    const { stdout } = await run(['config'], {
      NEO4J_URI: 'bolt://db:7687',
      NEO4J_PASSWORD: 'secret',
    });
    expect(JSON.parse(stdout).neo4j).toMatchObject({ uri: 'bolt://db:7687', password: '***' });
  });
});
