import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFiles, inFolderOf, smallWordNet } from '../exchange/wordnet/data-files.ts';
import { run, scratchFolder, smallSeeds } from './cli.ts';
import { runWarm } from './warm.ts';

const question = `{
  vehicle: term(slug: "motor-vehicle-wn99-n00000002") {
    name aliases summary termKind
    broader { nodes { name } }
    narrower { nodes { name } }
    parts { nodes { name } }
    related { edges { relation { note } node { name } } }
  }
  drive: term(slug: "drive-wn99-v00000001") { prerequisites { term { name } } }
  path(from: { term: "wheel-wn99-n00000003" }, to: { term: "quickly-wn99-r00000001" }) {
    explanation
  }
  organizations { nodes { name } }
}`;

const answer = {
  data: {
    vehicle: {
      name: 'motor vehicle',
      aliases: ['automobile'],
      summary: 'a thing that drives',
      termKind: 'CONCEPT',
      broader: { nodes: [{ name: 'thing' }] },
      narrower: { nodes: [{ name: 'Old Bess' }] },
      parts: { nodes: [{ name: 'wheel' }] },
      related: {
        edges: [
          { relation: { note: 'derivationally related form' }, node: { name: 'drive' } },
          { relation: { note: 'domain, topic' }, node: { name: 'quickly' } },
        ],
      },
    },
    drive: { prerequisites: [{ term: { name: 'go' } }] },
    path: { explanation: 'wheel is part of motor vehicle. motor vehicle is related to quickly.' },
    organizations: { nodes: [{ name: 'Ai2' }] },
  },
};

const added = { entities: 9, relations: 11, claims: 11, sources: 1 } as const;

const heldBefore: Readonly<Record<string, number>> = {
  entities: 1,
  relations: 0,
  claims: 0,
  sources: 1,
};

/** Tests of `glossgraph import wordnet` into a store with the small seeds. */
export function wordNetImport(env: () => Promise<Readonly<Record<string, string>>>): void {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let settings: Readonly<Record<string, string>>;
  type Files = Readonly<Record<string, string>>;
  const loadBy = (runs: typeof runWarm, files: Files, ...options: readonly string[]) =>
    inFolderOf(files, (folder) => runs(['import', 'wordnet', folder, ...options], settings));
  const load = loadBy.bind(null, runWarm);

  beforeAll(async () => {
    scratch = await scratchFolder();
    const seeds = join(scratch.path, 'seeds');
    await smallSeeds(seeds);
    settings = { ...(await env()), DATA_DIR: join(scratch.path, 'data'), SEEDS_DIR: seeds };
    expect((await run(['seed'], settings)).code).toBe(0);
  });
  afterAll(() => rm(scratch.path, { recursive: true }));

  it('loads every synset and link, and counts the pointers', async () => {
    const { code, stdout, stderr } = await loadBy(run, dataFiles(smallWordNet), '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      wordnet: '9.9',
      synsets: 9,
      pointers: {
        read: { semantic: 13, lexical: 6 },
        relations: { BROADER: 3, PART_OF: 1, CONTRASTS_WITH: 1, REQUIRES: 1, RELATED_TO: 5 },
        mirrored: 8,
        repeated: 0,
        toItself: 0,
        closingCycles: 0,
        alreadyBroader: 0,
      },
      ...Object.fromEntries(
        Object.entries(added).map(([thing, count]) => [
          thing,
          { added: count, changed: 0, removed: 0, unchanged: 0, kept: heldBefore[thing] },
        ]),
      ),
    });
    const asked = await run(['query', question], settings);
    expect(JSON.parse(asked.stdout)).toEqual(answer);
  });

  it('finds nothing to do the second time', async () => {
    const { code, stdout, stderr } = await load(dataFiles(smallWordNet));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^WordNet 9\.9: 9 synsets; of 19 pointers /);
    expect(stdout).toMatch(
      /: nothing to change; 1 entity from elsewhere kept \(graph revision 2\)\n$/,
    );
  });

  it('writes only changes, and withdraws old statements', async () => {
    const changed = smallWordNet
      .filter(({ id }) => id !== 'r1')
      .map((synset) => (synset.id === 'v2' ? { ...synset, gloss: 'be under way' } : synset));
    const planned = await load(dataFiles(changed), '--dry-run');
    expect(planned.stdout).toContain(
      ': nothing was written; there would be entities: 3 changed, 1 removed',
    );
    const { stdout, stderr } = await load(dataFiles(changed));
    expect(stderr).toMatch(/^\d+ of \d+ done/);
    expect(stdout).toContain(
      ': entities: 3 changed, 1 removed; relations: 2 removed; claims: 2 removed; 1 entity from elsewhere kept (',
    );
    const listed = await run(['datasets', '--json'], settings);
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { name: 'seeds', complete: true, counts: { entities: 1 } },
      { name: 'wordnet-9.9', complete: true, counts: { entities: 8, sources: 1, statements: 9 } },
    ]);
    const shown = await runWarm(['datasets'], settings);
    expect(shown.stdout).toMatch(
      /^data set +entities +sources +statements +changed\nseeds +1 +1 +0 +20/,
    );
  });

  it('is forgotten, with --yes where that is most of the graph', async () => {
    const wrong = await runWarm(['forget', 'wordnet'], settings);
    expect([wrong.code, wrong.stdout, wrong.stderr]).toEqual([
      2,
      '',
      'glossgraph: no data set is called "wordnet"; there are seeds, wordnet-9.9\n',
    ]);
    const refused = await runWarm(['forget', 'wordnet-9.9'], settings);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      'glossgraph: this would remove 8 of the 9 entities, so nothing was changed; use --yes to do it anyway\n',
    ]);
    const { stdout } = await run(['forget', 'wordnet-9.9', '--yes', '--json'], settings);
    expect(JSON.parse(stdout)).toMatchObject({
      entities: { removed: 8, kept: 1 },
      relations: { removed: 9, kept: 0 },
    });
    expect(JSON.parse((await runWarm(['datasets', '--json'], settings)).stdout)).toHaveLength(1);
  });

  it('loads nothing from a broken WordNet, and reports where it is broken', async () => {
    const files = dataFiles(smallWordNet);
    const broken = { ...files, 'data.verb': `${files['data.verb']}00000009 29 v\n` };
    const { code, stdout, stderr } = await load(broken);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^glossgraph: this WordNet has errors, so nothing was loaded\n/);
    expect(stderr).toMatch(/data\.verb:5:14 error bad-synset {2}expected /);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
}
