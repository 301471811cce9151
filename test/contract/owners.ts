import { beforeEach, describe, expect, it } from 'vitest';
import { identifierKey } from '../../src/ontology/outside-identifiers.ts';
import type { DatasetRecord, GraphChange, GraphStore } from '../../src/store/graph-store.ts';
import { at, change, license, model, relation, source, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';

type Upserts = GraphChange['entities'] | GraphChange['sources'];

/** The same things, owned by these data sets; of several, each says something. */
function owned<Things extends Upserts>(things: Things, ...owners: readonly string[]): Things {
  return things.map((thing) => ({
    ...thing,
    owners,
    ...(owners.length > 1 && {
      contributions: owners.map((dataset) => ({ dataset, statements: `"${dataset} says"` })),
    }),
  })) as unknown as Things;
}

const said = (...datasets: readonly string[]) =>
  datasets.map((dataset) => ({ dataset, statements: `"${dataset} says"` }));

/** Whose things are, and what others call entities. */
export function ownersContract(stores: StoreUnderTest): void {
  describe('owners', () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await stores.empty();
    });

    const allOwnedBy = async (dataset: string, thing: 'entities' | 'sources', limit = 2) => {
      const pages: (readonly string[])[] = [];
      for (let after: string | null = null; ; ) {
        const page = await store.held.ownedBy(dataset, thing, after, limit);
        pages.push(page.ids);
        if (page.next === null) return pages.flat().sort();
        after = page.next;
      }
    };

    it('lists the owners of each thing, and the things of each data set, in pages', async () => {
      const given = change({
        entities: ['a', 'b', 'c', 'd', 'e', 'f'].map((slug) => term(slug)),
        sources: [source('s'), source('t')],
      });
      const [a, b, c, d, e, f] = given.entities.map((upsert) => [upsert] as const);
      await store.write({
        ...given,
        entities: [
          ...owned(a ?? [], 'one'),
          ...owned(b ?? [], 'one'),
          ...owned(c ?? [], 'one', 'two'),
          ...owned(d ?? [], 'one'),
          ...owned(e ?? [], 'two'),
          ...(f ?? []),
        ],
        sources: owned(given.sources, 'one', 'two'),
      });
      const ids = [...given.entities.map(({ record }) => record.id), 'Term:unknown'];
      expect(Object.fromEntries(await store.held.owners('entities', ids))).toEqual({
        ...{ 'Term:a': ['one'], 'Term:b': ['one'], 'Term:c': ['one', 'two'], 'Term:d': ['one'] },
        ...{ 'Term:e': ['two'], 'Term:f': [] },
      });
      expect(await allOwnedBy('one', 'entities')).toEqual(['Term:a', 'Term:b', 'Term:c', 'Term:d']);
      expect(await allOwnedBy('one', 'entities', 1)).toHaveLength(4);
      expect(await allOwnedBy('two', 'entities')).toEqual(['Term:c', 'Term:e']);
      expect(await allOwnedBy('on', 'entities')).toEqual([]);
      expect(await allOwnedBy('two', 'sources')).toEqual(['Source:s', 'Source:t']);
    });

    it('keeps the statements of each owner, as long as there are several', async () => {
      const given = change({ entities: [term('a'), term('b')], sources: [source('s')] });
      await store.write({
        ...given,
        entities: owned(given.entities, 'one', 'two'),
        sources: owned(given.sources, 'two', 'three'),
      });
      const ids = ['Term:a', 'Term:b', 'Source:s', 'Term:unknown'];
      const contributions = async () =>
        Object.fromEntries(
          [...(await store.held.contributions(ids))].map(([id, all]) => [
            id,
            [...all].sort((one, other) => (one.dataset < other.dataset ? -1 : 1)),
          ]),
        );
      expect(await contributions()).toEqual({
        ...{ 'Term:a': said('one', 'two'), 'Term:b': said('one', 'two') },
        'Source:s': said('three', 'two'),
      });
      const [a = []] = given.entities.map((upsert) => [upsert] as const);
      await store.write({ ...change({}), entities: owned(a, 'two') });
      await store.write(change({ remove: { sources: ['Source:s'] } }));
      expect(await contributions()).toEqual({ 'Term:b': said('one', 'two') });
      await store.write(change({ remove: { entities: ['Term:b'] } }));
      expect(await contributions()).toEqual({});
      expect([...(await store.held.owners('entities', ids))]).toEqual([['Term:a', ['two']]]);
    });

    it('lists the data sets in order, until one is removed', async () => {
      const dataset = (name: string, place: number, complete = true): DatasetRecord => {
        const counts = complete ? { entities: 1, sources: 2, statements: 3 } : null;
        return { name, place, changedAt: at, complete, counts };
      };
      await store.write({ ...change({}), dataset: dataset('two', 2, false) });
      await store.write({ ...change({}), dataset: dataset('one', 1) });
      await store.write({ ...change({}), dataset: dataset('two', 2) });
      expect(await store.held.datasets()).toEqual([dataset('one', 1), dataset('two', 2)]);
      const none = change({});
      await store.write({ ...none, remove: { ...none.remove, dataset: 'one' } });
      expect(await store.held.datasets()).toEqual([dataset('two', 2)]);
    });

    it('finds entities by outside identifiers, until these are removed', async () => {
      const address = 'https://www.wikidata.org/entity/Q1';
      const mit = license('mit', {
        spdxId: 'MIT',
        identifiers: [{ scheme: 'SCANCODE', value: 'mit' }],
      });
      const v3 = model('v3', { url: 'https://huggingface.co/deepseek-ai/DeepSeek-V3' });
      await store.write(
        change({
          entities: [
            mit,
            v3,
            term('a', { exactMatch: [address] }),
            term('b', { exactMatch: [address] }),
          ],
        }),
      );
      const spdx = identifierKey({ scheme: 'SPDX', value: 'mit' });
      const scancode = identifierKey({ scheme: 'SCANCODE', value: 'MIT' });
      const repository = identifierKey({
        scheme: 'HUGGING_FACE_REPOSITORY',
        value: 'deepseek-ai/deepseek-v3',
      });
      const uri = identifierKey({ scheme: 'URI', value: address });
      const keys = [spdx, scancode, repository, uri, 'URI nothing', uri];
      const found = async () => Object.fromEntries(await store.held.identified(keys));
      expect(await found()).toEqual({
        ...{ [spdx]: [mit.id], [scancode]: [mit.id], [repository]: [v3.id] },
        [uri]: ['Term:a', 'Term:b'],
      });
      await store.write(
        change({
          entities: [term('a'), term('b', { exactMatch: [address], name: 'New' })],
          remove: { entities: [mit.id, v3.id] },
        }),
      );
      expect(await found()).toEqual({ [uri]: ['Term:b'] });
    });

    it('counts the best relations of those that are there', async () => {
      const [a, b, c] = [term('a'), term('b'), term('c')];
      await store.write(
        change({
          entities: [a, b, c],
          relations: [
            relation(a, 'RELATED_TO', b),
            relation(a, 'REQUIRES', b, { best: false }),
            relation(c, 'BROADER', a),
          ],
        }),
      );
      const ids = [a.id, b.id, c.id, 'Term:unknown'];
      expect(Object.fromEntries(await store.held.degrees(ids))).toEqual({
        ...{ [a.id]: 2, [b.id]: 1, [c.id]: 1 },
      });
    });
  });
}
