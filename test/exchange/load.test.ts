import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Dataset, seedsToDataset } from '../../src/exchange/dataset.ts';
import { type LoadProgress, loadDataset } from '../../src/exchange/load.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { type Contents, contentsOf } from '../support/contents.ts';
import { check, entity, readings, type SeedTexts, term } from './seed-folder.ts';

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

  /** The revision and the slug under which the store has an entity. */
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

  it('writes batches in an order in which every end is there, and tells of each', async () => {
    const told: LoadProgress[] = [];
    const dataset = await datasetOf(first);
    const { revision } = await loadDataset(store, dataset, {
      batchSize: 1,
      onProgress: (progress) => told.push(progress),
    });
    expect(revision).toBe(15);
    expect(told).toHaveLength(15);
    expect(told.at(-1)).toEqual({ done: 15, total: 15, revision: 15 });
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(dataset));
  });

  it('refuses a batch size that would write nothing', async () => {
    const dataset = await datasetOf(first);
    await expect(loadDataset(store, dataset, { batchSize: 0 })).rejects.toThrow(RangeError);
  });

  it('writes what changed and stamps what it hangs on', async () => {
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
    // Degrees are part of the record, so both ends are written as well.
    expect(report.entities).toEqual(counts(0, 3, 0, 1));
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(less));
  });

  it('keeps what it does not know, with what hangs on it, unless told to prune', async () => {
    await loadDataset(store, await datasetOf(first));
    const less = await datasetOf({
      'terms/a.yaml': term('a'),
      'terms/b.yaml': term('b'),
      'terms/c.yaml': term('c'),
    });
    const kept = await loadDataset(store, less);
    expect(kept.entities).toMatchObject({ removed: 0 });
    expect(kept.relations).toMatchObject({ removed: 2 });
    const { entities, relations, claims } = await contentsOf(store);
    expect(entities.has('Model:m')).toBe(true);
    expect([...relations.values()].map(({ fromId }) => fromId)).toEqual(['Model:m']);
    expect([...claims.values()].filter(({ subjectId }) => subjectId === 'Model:m')).toHaveLength(2);

    const pruned = await loadDataset(store, less, { prune: true, batchSize: 1 });
    expect(pruned.entities).toMatchObject({ removed: 1 });
    expect(pruned.relations).toMatchObject({ removed: 1 });
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(less));
    expect(await loadDataset(store, less, { prune: true })).toMatchObject({
      revision: pruned.revision,
    });
  });

  it('keeps what states a relation as long as the relation', async () => {
    await loadDataset(store, await datasetOf(first));
    const alone = await datasetOf({ 'terms/a.yaml': term('a') });
    await loadDataset(store, alone);
    const kept = await contentsOf(store);
    expect(kept.relations.size).toBe(3);
    const stated = new Set([...kept.claims.values()].map(({ relationId }) => relationId));
    for (const id of kept.relations.keys()) expect(stated).toContain(id);

    await loadDataset(store, alone, { prune: true });
    expect(idsOf(await contentsOf(store))).toEqual(idsIn(alone));
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

  /** The degree of each term by its record, and the number of its best relations. */
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

  it('counts the relations that stay in the degrees', async () => {
    await loadDataset(store, await datasetOf(first));
    const less = await datasetOf({ 'terms/a.yaml': term('a'), 'terms/b.yaml': term('b') });
    expect(await loadDataset(store, less)).toMatchObject({
      entities: { kept: 2, removed: 0 },
      relations: { kept: 2, removed: 1 },
    });
    expect(await degrees('Term:a', 'Term:b', 'Term:c', 'Model:m')).toEqual([
      [2, 2],
      [0, 0],
      [1, 1],
      [1, 1],
    ]);
    const again = await loadDataset(store, less);
    expect(again.entities).toMatchObject({ changed: 0, unchanged: 2 });
    await loadDataset(store, less, { prune: true });
    expect(await degrees('Term:a', 'Term:b')).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('prunes what no source of others states, with all that hangs on it', async () => {
    const others = {
      'sources/other.yaml': 'id: other\ntitle: Other\n',
      'terms/x.yaml': term('x', 'relations: { BROADER: [y] }').replace(/readings/g, 'other'),
      'terms/y.yaml': term('y').replace(/readings/g, 'other'),
    };
    const imported = await datasetOf(others);
    await loadDataset(store, await datasetOf(first));
    await loadDataset(store, imported);
    const keeps = (sourceId: string) => sourceId === 'Source:other';
    const less = await datasetOf({ 'terms/a.yaml': term('a'), 'terms/b.yaml': term('b') });
    const report = await loadDataset(store, less, { prune: true, keeps });
    expect(report).toMatchObject({
      entities: { removed: 2, kept: 2 },
      relations: { removed: 3, kept: 1 },
      sources: { removed: 0, kept: 1 },
    });
    const ids = (dataset: Dataset) => idsIn(dataset).entities;
    expect(idsOf(await contentsOf(store)).entities).toEqual(
      [...ids(less), ...ids(imported)].sort(),
    );
    expect(await degrees('Term:a', 'Term:b', 'Term:x', 'Term:y')).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 1],
    ]);
  });

  it('removes more than half of a graph only where it may', async () => {
    await loadDataset(store, await datasetOf(first));
    const before = await contentsOf(store);
    const one = await datasetOf({ 'terms/a.yaml': term('a') });
    const load = loadDataset(store, one, { prune: true, mayRemoveMost: false });
    await expect(load).rejects.toThrow('this would remove 3 of the 4 entities');
    expect(await contentsOf(store)).toEqual(before);
    const two = await datasetOf({ 'terms/a.yaml': term('a'), 'terms/b.yaml': term('b') });
    const half = await loadDataset(store, two, { prune: true, mayRemoveMost: false });
    expect(half.entities.removed).toBe(2);
    expect((await loadDataset(store, one, { prune: true })).entities.removed).toBe(1);
  });

  it('leaves one dataset whole, and no mixture, where two are loaded at once', async () => {
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
            loadDataset(opened, datasets[index] as Dataset, { prune: true, batchSize: 1000 }),
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
