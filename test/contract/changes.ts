import { beforeEach, describe, expect, it } from 'vitest';
import { cacheTags } from '../../src/store/cache-tags.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { change, claim, model, relation, source, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';

/** What a store remembers of its revisions. */
export function changesContract(stores: StoreUnderTest): void {
  describe('changes since a known state', () => {
    let store: GraphStore;
    let written = 0;
    beforeEach(async () => {
      store = await stores.empty();
    });

    const [a, b, c] = [term('a'), term('b'), term('c')];
    /** Every write has a time of its own. */
    const write = (given: Parameters<typeof change>[0]) => {
      written += 1;
      const at = new Date(Date.UTC(2026, 0, 1) + written).toISOString();
      return store.write({ ...change(given), at });
    };
    /** The tags of the change, which is one revision. */
    const tagsOf = async (given: Parameters<typeof change>[0]) => {
      const known = await store.state();
      await write(given);
      const { state, changed } = await store.changesSince(known);
      expect([changed?.length, changed?.[0]?.revision]).toEqual([1, state.revision]);
      return changed?.[0]?.tags ?? null;
    };

    it('are none where nothing was written', async () => {
      const empty = await store.state();
      expect(await store.changesSince(empty)).toEqual({ state: empty, changed: [] });
      await write({ entities: [a] });
      const state = await store.state();
      expect(await store.changesSince(state)).toEqual({ state, changed: [] });
    });

    it('are those of each revision, in order', async () => {
      await write({ entities: [a] });
      const known = await store.state();
      await write({ entities: [b] });
      await write({});
      await write({ touch: [a.id] });
      const { state, changed } = await store.changesSince(known);
      expect(state).toEqual(await store.state());
      expect(changed?.map(({ revision }) => revision)).toEqual([2, 3, 4]);
      expect(changed?.[0]?.tags).toContain(b.id);
      expect(changed?.slice(1).map(({ tags }) => tags)).toEqual([[], [cacheTags.stamps(a.id)]]);
    });

    it('from nothing on are all there are', async () => {
      const empty = await store.state();
      await write({ entities: [a] });
      const { changed } = await store.changesSince(empty);
      expect(changed?.map(({ revision }) => revision)).toEqual([1]);
    });

    it('are not known where the graph is not the one that was known', async () => {
      await write({ entities: [a] });
      const known = await store.state();
      await write({ entities: [b] });
      const unlike = [
        { revision: 1, changedAt: '2020-01-01T00:00:00.000Z' },
        { revision: 2, changedAt: known.changedAt },
        { revision: 7, changedAt: known.changedAt },
      ];
      for (const state of unlike) expect((await store.changesSince(state)).changed).toBeNull();
      expect((await store.changesSince(known)).changed).toHaveLength(1);
    });

    it('are not known across a revision with too many changes, and are known again after it', async () => {
      await write({ entities: [a] });
      const known = await store.state();
      const many = Array.from({ length: 600 }, (_, index) => term(`many-${index}`));
      await write({ entities: many });
      expect((await store.changesSince(known)).changed).toBeNull();
      expect(await tagsOf({ entities: [b] })).toContain(b.id);
      expect((await store.changesSince(known)).changed).toBeNull();
    });

    it('are not known over the removal of a source: what is left may cite it', async () => {
      const [s, t] = [source('s'), source('t')];
      await write({ entities: [a], sources: [s, t] });
      const known = await store.state();
      await write({ remove: { sources: [s.id] } });
      expect((await store.changesSince(known)).changed).toBeNull();
      expect(await tagsOf({ sources: [t] })).toEqual([t.id]);
    });

    it('name the own values of an entity, separately from its surroundings', async () => {
      await write({ entities: [a, b] });
      const joined = await tagsOf({
        relations: [relation(a, 'BROADER', b)],
        entities: [{ ...a, degree: 1 }],
        touch: [a.id, b.id],
      });
      expect(joined).toEqual(
        expect.arrayContaining([
          cacheTags.slot('BROADER', 'OUT', a.id),
          cacheTags.slot('BROADER', 'IN', b.id),
          cacheTags.type('BROADER'),
          cacheTags.stamps(a.id),
          cacheTags.stamps(b.id),
          cacheTags.degree(a.id),
        ]),
      );
      for (const own of [a.id, b.id, cacheTags.places('TERM'), cacheTags.contents('TERM')]) {
        expect(joined).not.toContain(own);
      }
      const said = await tagsOf({ entities: [{ ...a, degree: 1, summary: 'Now known.' }] });
      expect(said).toEqual(expect.arrayContaining([a.id, cacheTags.contents('TERM')]));
      expect(said).not.toContain(cacheTags.places('TERM'));
      expect(said).not.toContain(cacheTags.values('TERM'));
      expect(said).not.toContain(cacheTags.degrees);
    });

    it('name the neighbors of a moved entity, or its kind if there are very many', async () => {
      await write({ entities: [a, b, c], relations: [relation(a, 'REQUIRES', b)] });
      const moved = await tagsOf({ entities: [{ ...b, name: 'Z', sort: 'z' }] });
      expect(moved).toContain(cacheTags.slot('REQUIRES', 'OUT', a.id));
      expect(moved).not.toContain(cacheTags.moves('TERM'));
      const many = Array.from({ length: 201 }, (_, index) => model(`m-${index}`));
      await write({
        entities: many,
        relations: many.map((each) => relation(each, 'EXEMPLIFIES', c)),
      });
      const hub = await tagsOf({ entities: [{ ...c, name: 'Y', sort: 'y' }] });
      expect(hub).toContain(cacheTags.moves('TERM'));
    });

    it('name whom a claim is listed under, before and after', async () => {
      const [s, t] = [source('s'), source('t')];
      await write({ entities: [a, b], sources: [s, t], claims: [claim('c', a, s)] });
      const tags = await tagsOf({ claims: [claim('c', b, t)] });
      const owners = [a.id, b.id, s.id, t.id].map(cacheTags.claims);
      expect(tags).toEqual(expect.arrayContaining(['Claim:c', ...owners]));
      const removed = await tagsOf({ remove: { claims: ['Claim:c'] } });
      expect(removed).toEqual(expect.arrayContaining([cacheTags.claims(b.id)]));
    });
  });
}
