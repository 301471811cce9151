import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetDataset, type LoadProgress } from '../../../src/exchange/load/load.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { type GraphStore, StoreError } from '../../../src/store/graph-store.ts';
import { type Contents, contentsOf } from '../../support/contents.ts';
import { type Dataset, loadDataset, seedsToDataset } from '../../support/dataset.ts';
import { check, entity, readings, type SeedTexts, term } from '../seed-folder.ts';

async function datasetOf(texts: SeedTexts): Promise<Dataset> {
  return seedsToDataset(await check({ ...readings, ...texts }));
}

const first: SeedTexts = {
  'terms/a.yaml': term('a', 'relations: { REQUIRES: [b], RELATED_TO: [c] }'),
  'terms/b.yaml': term('b'),
  'terms/c.yaml': term('c'),
  'models/m.yaml': entity('m', 'facts: { contextTokens: 128K }', 'relations: { EXEMPLIFIES: [a] }'),
};
const counts = (added: number, changed: number, removed: number, unchanged: number, kept = 0) => ({
  added,
  changed,
  removed,
  unchanged,
  kept,
});

/** The ids that a store holds, by kind of thing. */
function idsOf(contents: Contents) {
  const { entities, relations, claims, sources } = contents;
  return {
    entities: [...entities.keys()].sort(),
    relations: [...relations.keys()].sort(),
    claims: [...claims.keys()].sort(),
    sources: [...sources.keys()].sort(),
  };
}

function idsIn(dataset: Dataset) {
  return {
    entities: dataset.entities.map(({ record }) => record.id),
    relations: dataset.relations.map(({ id }) => id),
    claims: dataset.claims.map(({ id }) => id),
    sources: dataset.sources.map(({ id }) => id),
  };
}

describe('loading a dataset', () => {
  let store: GraphStore;
  beforeEach(async () => {
    store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
  });
  afterEach(async () => {
    await store.close();
  });

  /** The revision and the slug of an entity in the store. */
  async function stored(id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const select = { properties: ['slug', 'name', 'revision', 'updatedAt'], edges: [], counts: [] };
    const [found] = await store.read([{ kind: 'entities', ids: [id], select }]);
    return (found as ReadonlyMap<string, { entity: Readonly<Record<string, unknown>> }>).get(id)
      ?.entity;
  }

  async function located(key: string): Promise<string | undefined> {
    const select = { properties: [], edges: [], counts: [] };
    const [found] = await store.read([
      { kind: 'locate', locators: [{ kind: 'TERM', key }], select },
    ]);
    return (found as readonly ({ entity: { id: string } } | null)[])[0]?.entity.id;
  }

  it('writes everything once, and nothing the second time', async () => {
    const dataset = await datasetOf(first);
    const report = await loadDataset(store, dataset);
    expect(report).toEqual({
      disagreements: counts(0, 0, 0, 0),
      entities: counts(4, 0, 0, 0),
      relations: counts(3, 0, 0, 0),
      claims: counts(7, 0, 0, 0),
      sources: counts(1, 0, 0, 0),
      revision: 1,
    });
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(dataset));
    const again = await loadDataset(store, await datasetOf(first));
    expect(again).toEqual({
      disagreements: counts(0, 0, 0, 0),
      entities: counts(0, 0, 0, 4),
      relations: counts(0, 0, 0, 3),
      claims: counts(0, 0, 0, 7),
      sources: counts(0, 0, 0, 1),
      revision: 1,
    });
    expect(await store.revision()).toBe(1);
  });

  it('writes batches in an order in which every end exists, and reports each', async () => {
    const told: LoadProgress[] = [];
    const dataset = await datasetOf(first);
    const { revision } = await loadDataset(store, dataset, {
      batchSize: 1,
      onProgress: (progress) => told.push(progress),
    });
    // Each of the three relations is written with its claim.
    expect(revision).toBe(12);
    expect(told).toHaveLength(12);
    expect(told.at(-1)).toEqual({ done: 15, total: 15, revision: 12 });
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(dataset));
  });

  it('refuses a batch size that would write nothing', async () => {
    const dataset = await datasetOf(first);
    await expect(loadDataset(store, dataset, { batchSize: 0 })).rejects.toThrow(RangeError);
  });

  it('writes changes and stamps the entities they belong to', async () => {
    await loadDataset(store, await datasetOf(first));
    const now = new Date('2026-03-04T05:06:07Z');
    const changed = await datasetOf({
      ...first,
      'models/m.yaml': entity(
        'm',
        'facts: { contextTokens: 128K }',
        'relations: { EXEMPLIFIES: [{ to: a, note: Plainly. }] }',
      ),
    });
    const report = await loadDataset(store, changed, { now });
    expect(report.entities).toEqual(counts(0, 0, 0, 4));
    expect(report.relations).toEqual(counts(0, 1, 0, 2));
    expect(report.claims).toEqual(counts(0, 1, 0, 6));
    expect(await stored('Model:m')).toMatchObject({ revision: 2, updatedAt: now.toISOString() });
    expect(await stored('Term:a')).toMatchObject({ revision: 2 });
    expect(await stored('Term:b')).toMatchObject({ revision: 1 });
  });

  it('removes edges and claims that are no longer stated', async () => {
    await loadDataset(store, await datasetOf(first));
    const less = await datasetOf({ ...first, 'terms/a.yaml': term('a', 'explanation: More.') });
    const report = await loadDataset(store, less, { batchSize: 1 });
    expect(report.relations).toEqual(counts(0, 0, 2, 1));
    expect(report.claims).toEqual(counts(1, 0, 2, 5));
    // The degree is part of the record, so both ends are rewritten.
    expect(report.entities).toEqual(counts(0, 3, 0, 1));
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(less));
  });

  it('withdraws old statements, with everything that depends on them', async () => {
    await loadDataset(store, await datasetOf(first));
    const less = await datasetOf({
      'terms/a.yaml': term('a'),
      'terms/b.yaml': term('b'),
      'terms/c.yaml': term('c'),
    });
    const report = await loadDataset(store, less, { batchSize: 1 });
    expect(report.entities).toMatchObject({ removed: 1, kept: 0 });
    expect(report.relations).toMatchObject({ removed: 3 });
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(less));
    expect(await loadDataset(store, less)).toMatchObject({ revision: report.revision });
  });

  it('with --dry-run, reports the changes and writes nothing', async () => {
    await loadDataset(store, await datasetOf(first));
    const before = await contentsOf(store);
    const less = await datasetOf({ 'terms/a.yaml': term('a', 'explanation: More.') });
    const planned = await loadDataset(store, less, { dryRun: true });
    expect(await contentsOf(store)).toEqual(before);
    expect(planned.revision).toBe(1);
    expect(await loadDataset(store, less)).toEqual({ ...planned, revision: 2 });
  });

  it('keeps ids when slugs move, even when two swap', async () => {
    const named = (id: string, slug: string) => term(id).replace(`slug: ${id}`, `slug: ${slug}`);
    await loadDataset(
      store,
      await datasetOf({ 'terms/a.yaml': named('a', 'x'), 'terms/b.yaml': named('b', 'y') }),
    );
    const swapped = await datasetOf({
      'terms/a.yaml': named('a', 'y'),
      'terms/b.yaml': named('b', 'x'),
    });
    await loadDataset(store, swapped, { batchSize: 1 });
    expect(await located('x')).toBe('Term:b');
    expect(await located('y')).toBe('Term:a');
    expect(await located('a')).toBe('Term:a');
  });

  it('finishes what an interrupted load began', async () => {
    const dataset = await datasetOf(first);
    const interrupted = loadDataset(store, dataset, {
      batchSize: 4,
      onProgress: ({ done }) => {
        if (done >= 8) throw new Error('interrupted');
      },
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(idsOf(await contentsOf(store))).not.toEqual(idsIn(dataset));
    const { entities } = await loadDataset(store, dataset);
    expect(entities).toEqual(counts(0, 0, 0, 4));
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(dataset));
  });

  it('says why a write failed, though the next one was given already', async () => {
    const dataset = await datasetOf(first);
    const write = store.write.bind(store);
    let writes = 0;
    store.write = async (change) => {
      writes += 1;
      if (writes === 3) throw new StoreError('STORE_UNAVAILABLE', 'The disk is full.');
      return write(change);
    };
    const failing = loadDataset(store, dataset, { batchSize: 2, fillsFrom: 1 });
    await expect(failing).rejects.toThrow('The disk is full.');
    expect(writes).toBe(4);
    store.write = write;
    await loadDataset(store, dataset);
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(dataset));
  });

  /** The degree of each term in its record, and the number of its best relations. */
  async function degrees(...ids: readonly string[]) {
    const select = { properties: ['degree'], edges: [], counts: [] };
    const [found] = await store.read([{ kind: 'entities', ids, select }]);
    const rows = found as ReadonlyMap<string, { entity: Readonly<Record<string, unknown>> }>;
    const { relations } = await contentsOf(store);
    const best = [...relations.values()].filter((relation) => relation.best);
    return ids.map((id) => [
      rows.get(id)?.entity.degree,
      best.filter(({ fromId, toId }) => fromId === id || toId === id).length,
    ]);
  }

  it('counts relations in the degrees that another data set states', async () => {
    await loadDataset(store, await datasetOf(first), { dataset: 'other' });
    const less = await datasetOf({ 'terms/a.yaml': term('a'), 'terms/b.yaml': term('b') });
    expect(await loadDataset(store, less)).toMatchObject({
      entities: { kept: 2, removed: 0 },
      relations: { kept: 1, unchanged: 2, removed: 0 },
    });
    const all = ['Term:a', 'Term:b', 'Term:c', 'Model:m'];
    expect(await degrees(...all)).toEqual([
      [3, 3],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    await forgetDataset(store, { dataset: 'other' });
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(less));
    expect(await degrees('Term:a', 'Term:b')).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('counts again if another data set makes another relation the best one', async () => {
    const licensed = (rank: string, license: string) =>
      entity('m', `relations: { LICENSED_UNDER: [{ to: ${license}, rank: ${rank} }] }`);
    const license = (id: string) => entity(id, 'clausesComplete: false');
    const other = await datasetOf({
      'models/m.yaml': licensed('NORMAL', 'l'),
      'licenses/l.yaml': license('l'),
    });
    await loadDataset(store, other, { dataset: 'other' });
    const own = await datasetOf({
      'models/m.yaml': licensed('PREFERRED', 'k'),
      'licenses/k.yaml': license('k'),
    });
    expect(await loadDataset(store, own)).toMatchObject({
      // The license that nobody names any more as the best one has a relation less.
      entities: { added: 1, changed: 2, removed: 0, kept: 0 },
    });
    const named = ['Model:m', 'License:l', 'License:k'];
    expect(await degrees(...named)).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ]);
    await forgetDataset(store, { dataset: 'seeds' });
    expect(await degrees('Model:m', 'License:l')).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('lists the data sets, and forgets one', async () => {
    const now = new Date('2026-03-04T05:06:07Z');
    await loadDataset(store, await datasetOf(first), { now });
    const one = await datasetOf({ 'terms/a.yaml': term('a') });
    await loadDataset(store, one, { dataset: 'one', now });
    const known = { changedAt: now.toISOString(), complete: true };
    expect(await store.held.datasets()).toEqual([
      { name: 'seeds', place: 0, ...known, counts: { entities: 4, sources: 1, statements: 7 } },
      { name: 'one', place: 1, ...known, counts: { entities: 1, sources: 1, statements: 1 } },
    ]);
    await expect(forgetDataset(store, { dataset: 'two' })).rejects.toThrow(
      'no data set is called "two"; there are seeds, one',
    );
    const most = forgetDataset(store, { dataset: 'seeds', mayRemoveMost: false });
    await expect(most).rejects.toThrow('this would remove 3 of the 4 entities');
    const report = await forgetDataset(store, { dataset: 'seeds' });
    expect(report.entities).toMatchObject({ removed: 3, changed: 1 });
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(one));
    expect((await store.held.datasets()).map(({ name }) => name)).toEqual(['one']);
    await forgetDataset(store, { dataset: 'one' });
    expect((await contentsOf(store)).sources.size).toBe(0);
  });

  it.each(['', ' a', 'a ', 'a\nb', '\ud800', 'a'.repeat(101)])(
    'takes %j for no name of a data set',
    async (dataset) => {
      const load = loadDataset(store, await datasetOf(first), { dataset });
      await expect(load).rejects.toThrow('expected a name of at most 100 characters');
    },
  );

  it('removes more than half of what a data set states only where it may', async () => {
    await loadDataset(store, await datasetOf(first));
    const before = await contentsOf(store);
    const one = await datasetOf({ 'terms/a.yaml': term('a') });
    const load = loadDataset(store, one, { mayRemoveMost: false });
    await expect(load).rejects.toThrow('this would remove 3 of the 4 entities');
    const dry = await loadDataset(store, one, { mayRemoveMost: false, dryRun: true });
    expect([dry.entities.removed, dry.refusal]).toEqual([
      3,
      'this would remove 3 of the 4 entities',
    ]);
    expect(await contentsOf(store)).toEqual(before);
    const two = await datasetOf({ 'terms/a.yaml': term('a'), 'terms/b.yaml': term('b') });
    const half = await loadDataset(store, two, { mayRemoveMost: false });
    expect([half.entities.removed, half.refusal]).toEqual([2, undefined]);
    expect((await loadDataset(store, one)).entities.removed).toBe(1);
  });

  it('leaves one complete dataset, not a mixture, after two loads at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'glossgraph-load-'));
    const stores = [1, 2].map(() => createEmbeddedStore({ file: join(folder, 'graph.db') }));
    try {
      for (const opened of stores) await opened.open();
      const datasets = [
        await datasetOf(first),
        await datasetOf({
          'terms/d.yaml': term('d', 'relations: { REQUIRES: [b] }'),
          'terms/b.yaml': term('b'),
        }),
      ];
      for (let round = 0; round < 5; round += 1) {
        await Promise.all(
          stores.map((opened, index) =>
            loadDataset(opened, datasets[index] as Dataset, { batchSize: 1000 }),
          ),
        );
        const held = idsOf(await contentsOf(stores[0] as GraphStore));
        expect(datasets.map(idsIn)).toContainEqual(held);
      }
    } finally {
      for (const opened of stores) await opened.close();
      await rm(folder, { recursive: true });
    }
  });
});
