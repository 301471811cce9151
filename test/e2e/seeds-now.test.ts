import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFiles, inFolderOf, smallWordNet } from '../exchange/wordnet/data-files.ts';
import { ask, run, scratchFolder, serve, smallSeeds } from './cli.ts';
import { runWarm } from './warm.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let env: { DATA_DIR: string; SEEDS_DIR: string };
beforeEach(async () => {
  scratch = await scratchFolder();
  env = { DATA_DIR: join(scratch.path, 'data'), SEEDS_DIR: join(scratch.path, 'seeds') };
});
afterEach(() => scratch.remove());

const head = (id: string) =>
  `id: ${id}\nslug: ${id}\nname: Term ${id}\nsummary: One sentence.\ntermKind: CONCEPT\n` +
  'definition: What it means.\ncite: { source: readings, evidence: PUBLISHER }\n';

/** Terms by id, each with the text below its head. */
async function writeTerms(directory: string, terms: Readonly<Record<string, string>>) {
  await rm(join(directory, 'terms'), { recursive: true, force: true });
  await mkdir(join(directory, 'terms'), { recursive: true });
  await mkdir(join(directory, 'sources'), { recursive: true });
  await writeFile(join(directory, 'sources/readings.yaml'), 'id: readings\ntitle: Readings\n');
  for (const [id, more] of Object.entries(terms)) {
    await writeFile(join(directory, `terms/${id}.yaml`), `${head(id)}${more}\n`);
  }
}

const graphQuery = '{ terms { totalCount nodes { slug degree relatedTerms { totalCount } } } }';

/** The terms of a server after a new start. */
async function servedTerms(settings: Readonly<Record<string, string>> = env) {
  const serving = await serve(settings);
  try {
    const { data } = (await (await ask(serving.origin, graphQuery)).json()) as {
      data: { terms: { totalCount: number; nodes: { slug: string; degree: number }[] } };
    };
    return { ...data.terms, banner: serving.banner };
  } finally {
    serving.signal('SIGTERM');
    await serving.ended;
  }
}

const node = (slug: string, relations: number) => ({
  slug,
  degree: relations,
  relatedTerms: { totalCount: relations },
});

describe('an embedded store that is served', () => {
  it('holds the current seeds, with their counts', async () => {
    const related = 'relations: { RELATED_TO: [b, c] }';
    await writeTerms(env.SEEDS_DIR, { a: related, b: '', c: '' });
    expect(await servedTerms()).toMatchObject({
      totalCount: 3,
      nodes: [node('a', 2), node('b', 1), node('c', 1)],
    });
    await writeTerms(env.SEEDS_DIR, { a: 'relations: { RELATED_TO: [b] }', b: '' });
    const { banner, ...terms } = await servedTerms();
    expect(terms).toEqual({ totalCount: 2, nodes: [node('a', 1), node('b', 1)] });
    expect(banner).toMatch(/Seeds .*entities: 1 changed, 1 removed/);
    expect((await servedTerms()).banner).toMatch(/Seeds .*: nothing to change/);
  });

  it('replaces earlier seeds by others, and says so', async () => {
    await writeTerms(env.SEEDS_DIR, { a: 'relations: { RELATED_TO: [b] }', b: '' });
    await servedTerms();
    const other = join(scratch.path, 'other');
    await writeTerms(other, { b: '', x: '' });
    const { banner, ...terms } = await servedTerms({ ...env, SEEDS_DIR: other });
    expect(terms).toEqual({ totalCount: 2, nodes: [node('b', 0), node('x', 0)] });
    expect(banner).toMatch(/Seeds .*other: entities: 1 added, 1 changed, 1 removed/);
  });

  it('is served as it is where SEEDS_DIR is "none"', async () => {
    await writeTerms(env.SEEDS_DIR, { a: 'relations: { RELATED_TO: [b] }', b: '' });
    await servedTerms();
    const { banner, ...terms } = await servedTerms({ ...env, SEEDS_DIR: 'none' });
    expect(terms).toEqual({ totalCount: 2, nodes: [node('a', 1), node('b', 1)] });
    expect(banner).not.toContain('Seeds');
    for (const command of ['seed', 'check']) {
      const { code, stderr } = await runWarm([command], { ...env, SEEDS_DIR: 'none' });
      expect([code, stderr]).toEqual([
        2,
        'glossgraph: SEEDS_DIR is "none": name the directory of the seeds\n',
      ]);
    }
  });

  it('reads again if another process has written since', async () => {
    await writeTerms(env.SEEDS_DIR, { a: 'relations: { RELATED_TO: [b] }', b: '' });
    await servedTerms();
    const other = join(scratch.path, 'other');
    await writeTerms(other, { a: '', x: '' });
    await runWarm(['seed', other], env);
    const { banner, ...terms } = await servedTerms();
    expect(terms).toEqual({ totalCount: 2, nodes: [node('a', 1), node('b', 1)] });
    expect(banner).toMatch(/Seeds .*1 removed/);
    await rm(env.DATA_DIR, { recursive: true });
    expect((await servedTerms()).banner).toMatch(/Seeds .*entities: 2 added/);
    await writeFile(join(env.DATA_DIR, 'served-seeds.json'), 'nonsense');
    expect((await servedTerms()).totalCount).toBe(2);
  });

  it('gives place to other seeds only with --yes', async () => {
    await writeTerms(env.SEEDS_DIR, { a: 'relations: { RELATED_TO: [b] }', b: '' });
    await runWarm(['seed'], env);
    const other = join(scratch.path, 'other');
    await writeTerms(other, { x: '' });
    const { code, stderr } = await runWarm(['seed', other], env);
    expect([code, stderr]).toEqual([
      2,
      'glossgraph: this would remove 2 of the 2 entities, so nothing was changed; use --yes to do it anyway\n',
    ]);
    const { stdout } = await runWarm(['seed', other, '--yes'], env);
    expect(stdout).toMatch(/entities: 1 added, 2 removed; /);
  });

  it('keeps what was imported', async () => {
    await smallSeeds(env.SEEDS_DIR);
    await writeTerms(env.SEEDS_DIR, { a: '' });
    await inFolderOf(dataFiles(smallWordNet), async (folder) => {
      expect((await runWarm(['import', 'wordnet', folder], env)).code).toBe(0);
    });
    const before = await servedTerms();
    expect(before.totalCount).toBeGreaterThan(3);
    await writeTerms(env.SEEDS_DIR, { b: '' });
    const after = await servedTerms();
    const slugs = ({ nodes }: typeof before) => nodes.map(({ slug }) => slug);
    expect(slugs(after)).toEqual(slugs(before).map((slug) => (slug === 'a' ? 'b' : slug)));
    expect(after.banner).toMatch(/entities from elsewhere kept/);
  });
});

describe('a folder without seeds', () => {
  it.each([
    ['empty', 1, /error no-seeds /],
    ['wrong', 1, /error no-seeds /],
    ['missing', 78, /\n {2}SEEDS_DIR: expected folders/],
  ])('is refused where it is %s, and nothing is lost', async (folder, expected, says) => {
    await writeTerms(env.SEEDS_DIR, { a: '' });
    await runWarm(['seed'], env);
    const wrong = join(scratch.path, folder);
    if (folder !== 'missing') await mkdir(join(wrong, 'terms'), { recursive: true });
    if (folder === 'wrong') await cp('package.json', join(wrong, 'package.json'));
    for (const args of [['check'], ['seed'], ['seed', '--prune', '--yes'], ['serve']]) {
      const runs = args[0] === 'serve' ? run : runWarm;
      const { code, stdout, stderr } = await runs(args, { ...env, SEEDS_DIR: wrong, PORT: '0' });
      expect([args, code]).toEqual([args, expected]);
      expect(stdout + stderr).toMatch(says);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    const { stdout } = await runWarm(['query', '{ terms { totalCount } }'], env);
    expect(JSON.parse(stdout)).toEqual({ data: { terms: { totalCount: 1 } } });
  });
});

describe('seed', () => {
  it('removes more than half of what the seeds stated only with --yes', async () => {
    await writeTerms(env.SEEDS_DIR, { a: '', b: '', c: '' });
    await runWarm(['seed'], env);
    await writeTerms(env.SEEDS_DIR, { a: '' });
    const refused = await runWarm(['seed', '--json'], env);
    expect([refused.code, refused.stdout, refused.stderr]).toEqual([
      2,
      '',
      'glossgraph: this would remove 2 of the 3 entities, so nothing was changed; use --yes to do it anyway\n',
    ]);
    for (const command of [['seed'], ['forget', 'seeds']]) {
      const dry = await runWarm([...command, '--dry-run'], env);
      expect(dry.stdout).toMatch(/nothing was written; .* removed.*; it needs --yes: this would/);
      const allowed = await runWarm([...command, '--dry-run', '--yes'], env);
      expect(allowed.stdout).not.toContain('--yes');
    }
    const pruned = await runWarm(['seed', '--yes', '--json'], env);
    expect(JSON.parse(pruned.stdout).entities).toMatchObject({ removed: 2, unchanged: 1 });
  });

  it('forgets all other data sets where it is to prune', async () => {
    await writeTerms(env.SEEDS_DIR, { a: '' });
    await runWarm(['seed'], env);
    await inFolderOf(dataFiles(smallWordNet), (folder) =>
      runWarm(['import', 'wordnet', folder], env),
    );
    const refused = await runWarm(['seed', '--prune'], env);
    expect(refused.stderr).toMatch(/this would remove 9 of the 10 entities.*use --yes/);
    const dry = await runWarm(['seed', '--prune', '--dry-run', '--json'], env);
    expect(JSON.parse(dry.stdout).refusal).toBe('this would remove 9 of the 10 entities');
    const pruned = await runWarm(['seed', '--prune', '--yes', '--json'], env);
    expect(JSON.parse(pruned.stdout).entities).toMatchObject({ removed: 9, kept: 1 });
    const { stdout } = await runWarm(['datasets', '--json'], env);
    expect(JSON.parse(stdout).map(({ name }: { name: string }) => name)).toEqual(['seeds']);
  });
});
