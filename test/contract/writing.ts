import { beforeEach, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { contentsOf } from '../support/contents.ts';
import { edgePageSpec, nothing, readOne, selecting } from '../support/reads.ts';
import { at, change, claim, license, relation, source, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';

const later = '2026-02-03T04:05:06.000Z';
const stamps = selecting('revision', 'updatedAt');

export function writingContract(stores: StoreUnderTest): void {
  describe('writing', () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await stores.empty();
    });

    const stampOf = async (id: string) => {
      const rows = await readOne(store, { kind: 'entities', ids: [id], select: stamps });
      const entity = rows.get(id)?.entity;
      return entity && [entity.revision, entity.updatedAt];
    };
    const located = async (...keys: readonly string[]) => {
      const locators = keys.map((key) => ({ kind: 'TERM', key }) as const);
      const rows = await readOne(store, { kind: 'locate', locators, select: nothing });
      return rows.map((row) => row?.entity.id ?? null);
    };

    it('opens as often as one likes', async () => {
      await store.write(change({ entities: [term('a')] }));
      await store.open();
      await store.open();
      expect(await store.revision()).toBe(1);
      expect(store.version()).toMatch(/^(SQLite|Neo4j) \d+\.\d+/);
    });

    it('starts empty, at revision 0', async () => {
      expect(await store.revision()).toBe(0);
      const { entities, relations, claims, sources } = await contentsOf(store);
      expect([entities.size, relations.size, claims.size, sources.size]).toEqual([0, 0, 0, 0]);
      const graph = await readOne(store, { kind: 'graph' });
      expect(graph).toMatchObject({ claims: 0, sources: 0, revision: 0, changedAt: null });
      expect(new Set(Object.values({ ...graph.entities, ...graph.relations }))).toEqual(
        new Set([0]),
      );
    });

    it('raises the revision by one with every change, an empty one too', async () => {
      expect(await store.write(change({ entities: [term('a')] }))).toBe(1);
      expect(await store.write(change({}))).toBe(2);
      expect(await store.revision()).toBe(2);
    });

    it('gives every one of concurrent changes a revision of its own', async () => {
      const writes = ['a', 'b', 'c'].map((slug) => store.write(change({ entities: [term(slug)] })));
      expect((await Promise.all(writes)).sort()).toEqual([1, 2, 3]);
      expect((await contentsOf(store)).entities.size).toBe(3);
    });

    it('stamps what is written and what is touched, and nothing else', async () => {
      await store.write(change({ entities: [term('a'), term('b'), term('c')] }));
      const touch = ['Term:b', 'Term:unknown'];
      await store.write(change({ entities: [term('a')], touch, at: later }));
      expect(await stampOf('Term:a')).toEqual([2, later]);
      expect(await stampOf('Term:b')).toEqual([2, later]);
      expect(await stampOf('Term:c')).toEqual([1, at]);
      expect(await stampOf('Term:unknown')).toBeUndefined();
      expect(await readOne(store, { kind: 'graph' })).toMatchObject({ changedAt: later });
    });

    it('lists recent changes, the latest first, and within a change the last id', async () => {
      const latest = (limit: number) => readOne(store, { kind: 'latest', limit });
      expect(await latest(3)).toEqual([]);
      await store.write(change({ entities: [term('a'), term('b'), license('c'), term('d')] }));
      expect(await latest(3)).toEqual(['Term:d', 'Term:b', 'Term:a']);
      await store.write(change({ entities: [term('b')], touch: ['License:c', 'Term:unknown'] }));
      expect(await latest(10)).toEqual(['Term:b', 'License:c', 'Term:d', 'Term:a']);
      await store.write(change({ remove: { entities: ['Term:b'] } }));
      expect(await latest(1)).toEqual(['License:c']);
    });

    it('replaces a record whole: what is null or empty now does not linger', async () => {
      const full = { summary: 's', aliases: ['x'], faqs: [faq], definition: 'd' };
      const select = selecting('summary', 'aliases', 'faqs', 'definition', 'name');
      const read = { kind: 'entities', ids: ['Term:a'], select } as const;
      await store.write(change({ entities: [term('a', full)] }));
      expect((await readOne(store, read)).get('Term:a')?.entity).toMatchObject(full);
      await store.write(change({ entities: [term('a', { name: 'New' })] }));
      expect((await readOne(store, read)).get('Term:a')?.entity).toMatchObject({
        name: 'New',
        summary: null,
        aliases: [],
        faqs: [],
        definition: null,
      });
    });

    it('lists its content, with digests', async () => {
      const [a, b, s] = [term('a'), term('b'), source('s')];
      const related = relation(a, 'RELATED_TO', b);
      const said = claim('c', a, s);
      const world = { entities: [a, b], relations: [related], claims: [said], sources: [s] };
      await store.write(change({ ...world, digest: 'one' }));
      await store.write(change({ entities: [b], sources: [s], digest: 'two' }));
      const contents = await contentsOf(store);
      expect(Object.fromEntries(contents.entities)).toEqual({ 'Term:a': 'one', 'Term:b': 'two' });
      expect(Object.fromEntries(contents.sources)).toEqual({ 'Source:s': 'two' });
      const ends = { fromId: 'Term:a', toId: 'Term:b' };
      expect([...contents.relations]).toEqual([
        [related.id, { digest: 'one', type: 'RELATED_TO', best: true, ...ends }],
      ]);
      expect([...contents.claims]).toEqual([
        [said.id, { digest: 'one', subjectId: 'Term:a', relationId: null, sourceId: 'Source:s' }],
      ]);
    });

    it('lists the best relations', async () => {
      const [a, b] = [term('a'), term('b')];
      const best = relation(a, 'RELATED_TO', b);
      const other = relation(a, 'REQUIRES', b, { best: false });
      await store.write(change({ entities: [a, b], relations: [best, other] }));
      const { relations } = await contentsOf(store);
      expect([relations.get(best.id)?.best, relations.get(other.id)?.best]).toEqual([true, false]);
    });

    it('writes a change planned for this revision, and for no other', async () => {
      expect(await store.write({ ...change({ entities: [term('a')] }), follows: 0 })).toBe(1);
      const before = await contentsOf(store);
      for (const follows of [0, 2]) {
        const late = store.write({
          ...change({ entities: [term('b')], remove: { entities: ['Term:a'] } }),
          follows,
        });
        await expect(late).rejects.toMatchObject({ name: 'StoreError', code: 'STORE_CONFLICT' });
      }
      expect(await contentsOf(store)).toEqual(before);
      expect(await store.revision()).toBe(1);
      expect(await store.write({ ...change({ entities: [term('b')] }), follows: 1 })).toBe(2);
    });

    it('removes the named things, and their locators', async () => {
      const [a, b, s] = [term('a', { formerSlugs: ['was-a'] }), term('b'), source('s')];
      const related = relation(a, 'RELATED_TO', b);
      const said = claim('c', a, s, { relationId: related.id, property: 'RELATED_TO' });
      await store.write(
        change({ entities: [a, b], relations: [related], claims: [said], sources: [s] }),
      );
      const remove = {
        entities: [a.id, 'Term:unknown'],
        relations: [related.id, 'Relation:unknown'],
        claims: [said.id, 'Claim:unknown'],
        sources: [s.id, 'Source:unknown'],
      };
      await store.write(change({ remove }));
      const { entities, relations, claims, sources } = await contentsOf(store);
      expect([[...entities.keys()], relations.size, claims.size, sources.size]).toEqual([
        ['Term:b'],
        0,
        0,
        0,
      ]);
      expect(await located('a', 'was-a', 'b')).toEqual([null, null, 'Term:b']);
      const spec = edgePageSpec(['RELATED_TO']);
      const read = { kind: 'edges', ownerIds: [b.id], spec, select: nothing } as const;
      expect((await readOne(store, read)).get(b.id)).toEqual({ rows: [], hasMore: false });
    });

    it('removes before it writes, so that one change can replace a thing', async () => {
      await store.write(change({ entities: [term('a', { summary: 'old' })] }));
      const remove = { entities: ['Term:a'] };
      await store.write(change({ remove, entities: [term('a')], digest: 'new' }));
      expect((await contentsOf(store)).entities.get('Term:a')).toBe('new');
      expect(await located('a')).toEqual(['Term:a']);
    });

    it('finds by slug, former slug and other keys, within the kind', async () => {
      const a = term('a', { slug: 'now-a', formerSlugs: ['a', 'then-a'] });
      const upserts = change({ entities: [a, license('now-a')] }).entities;
      await store.write({
        ...change({}),
        entities: upserts.map((upsert) => ({
          ...upsert,
          locators: [...upsert.locators, { kind: upsert.record.kind, key: 'A/Key-2.0' }],
        })),
      });
      const keys = ['now-a', 'a', 'then-a', 'A/Key-2.0', 'a/key-2.0', '', 'nobody'];
      const all = 'Term:a';
      expect(await located(...keys)).toEqual([all, all, all, all, null, null, null]);
    });

    it('moves a key to its latest owner, and forgets keys not given again', async () => {
      await store.write(change({ entities: [term('a', { formerSlugs: ['old'] }), term('b')] }));
      await store.write(change({ entities: [term('b', { formerSlugs: ['old'] })] }));
      expect(await located('a', 'b', 'old')).toEqual(['Term:a', 'Term:b', 'Term:b']);
      await store.write(change({ entities: [term('a')] }));
      expect(await located('a', 'b', 'old')).toEqual(['Term:a', 'Term:b', 'Term:b']);
      await store.write(change({ entities: [term('b', { slug: 'c' })] }));
      expect(await located('b', 'c', 'old')).toEqual([null, 'Term:b', null]);
    });

    it('does not remember the keys of what was removed', async () => {
      await store.write(change({ entities: [term('a', { formerSlugs: ['old'] })] }));
      await store.write(change({ remove: { entities: ['Term:a'] } }));
      await store.write(change({ entities: [term('a', { slug: 'new' })] }));
      expect(await located('a', 'old', 'new')).toEqual([null, null, 'Term:a']);
    });

    it('writes nothing where a relation lacks an end', async () => {
      const [a, b, s] = [term('a'), term('b'), source('s')];
      await store.write(change({ entities: [a] }));
      const before = await contentsOf(store);
      const failing = store.write(
        change({
          sources: [s],
          entities: [b, term('a', { name: 'Renamed' })],
          relations: [relation(a, 'RELATED_TO', b), relation(a, 'BROADER', { id: 'Term:gone' })],
          claims: [claim('c', a, s)],
          remove: { entities: [] },
          touch: ['Term:a'],
          at: later,
          digest: 'new',
        }),
      );
      await expect(failing).rejects.toMatchObject({ name: 'StoreError', code: 'STORE_FAILURE' });
      await expect(failing).rejects.toThrow(/Term:gone/);
      expect(await contentsOf(store)).toEqual(before);
      expect(await store.revision()).toBe(1);
      expect(await stampOf('Term:a')).toEqual([1, at]);
      expect(await located('a', 'b')).toEqual(['Term:a', null]);
      expect(await store.write(change({ entities: [b] }))).toBe(2);
    });

    it('takes changes of thousands of things', async () => {
      const sources = Array.from({ length: 2500 }, (_, index) => source(`s-${index}`));
      const a = term('a');
      const claims = sources.map((s, index) => claim(`c-${index}`, a, s));
      await store.write(change({ entities: [a], sources, claims }));
      expect(await readOne(store, { kind: 'graph' })).toMatchObject({
        claims: 2500,
        sources: 2500,
      });
      const remove = { claims: claims.map(({ id }) => id), sources: sources.map(({ id }) => id) };
      await store.write(change({ remove }));
      expect(await readOne(store, { kind: 'graph' })).toMatchObject({ claims: 0, sources: 0 });
    });
  });
}

const faq = { question: 'q?', answer: 'a', asOf: '2026', sourceId: null };
