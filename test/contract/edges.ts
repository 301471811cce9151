import { beforeAll, describe, expect, it } from 'vitest';
import { relationTypes } from '../../src/ontology/relations.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { EdgePageSpec } from '../../src/store/reads.ts';
import {
  edgePageSpec,
  held,
  nothing,
  page,
  placeOf,
  readOne,
  relationIds,
  selecting,
} from '../support/reads.ts';
import type { StoreUnderTest } from './stores.ts';
import { fill, licenses, maker, models, relations, terms } from './world.ts';

const { open, weights, closed } = terms;
const { early } = models;
const all = relationTypes;

/** Pages of relations: their directions, filters, orders and cursors. */
export function edgesContract(stores: StoreUnderTest): void {
  describe('relations of an owner', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fill(await stores.empty());
    });

    const edgesOf = async (
      owner: { readonly id: string },
      types: EdgePageSpec['types'],
      given: Partial<EdgePageSpec> = {},
    ) => {
      const spec = edgePageSpec(types, given);
      const ownerIds = [owner.id];
      const pages = { kind: 'edges', ownerIds, spec, select: selecting('slug') } as const;
      const { rows, hasMore } = held(await readOne(store, pages), owner.id);
      const counts = await readOne(store, { kind: 'edgeCounts', ownerIds, spec });
      return {
        rows,
        slugs: rows.map(({ neighbor }) => neighbor.entity.slug),
        ids: relationIds(rows).flat(),
        hasMore,
        count: counts.get(owner.id),
      };
    };

    it.each<[string, { id: string }, EdgePageSpec['types'], Partial<EdgePageSpec>, string[]]>([
      ['out', open, ['BROADER'], {}, ['weights']],
      ['out, at the other end', weights, ['BROADER'], {}, []],
      ['in', weights, ['BROADER'], { direction: 'IN' }, ['closed-now', 'open']],
      ['both ways', early, ['DERIVED_FROM'], { direction: 'BOTH' }, ['tuned']],
      ['a symmetric type out', open, ['CONTRASTS_WITH'], {}, ['closed-now']],
      ['a symmetric type in', open, ['CONTRASTS_WITH'], { direction: 'IN' }, ['closed-now']],
      ['a symmetric type both ways', closed, ['CONTRASTS_WITH'], { direction: 'BOTH' }, ['open']],
      // Three have the same name, so their ids decide.
      ['either end', open, ['RELATED_TO'], {}, ['early', 'same-1', 'same-2', 'same-3']],
      ['one kind', open, ['RELATED_TO'], { neighborKinds: ['MODEL'] }, ['early']],
      [
        'kinds',
        open,
        ['RELATED_TO', 'HAS_TOOL'],
        { neighborKinds: ['TOOL', 'MODEL'] },
        ['early', 'runner'],
      ],
      ['a kind that is none', open, ['RELATED_TO'], { neighborKinds: ['LICENSE'] }, []],
      ['no kinds', open, ['RELATED_TO'], { neighborKinds: [] }, []],
      ['several types', open, ['BROADER', 'HAS_TOOL'], {}, ['runner', 'weights']],
      ['no types', open, [], { direction: 'BOTH' }, []],
      [
        'all types',
        open,
        all,
        { direction: 'BOTH' },
        [
          ...['closed-now', 'dark', 'early', 'late', 'runner'],
          ...['same-1', 'same-2', 'same-3', 'weights'],
        ],
      ],
      ['a type the owner cannot have', maker, ['BROADER'], { direction: 'BOTH' }, []],
      [
        'all ranks',
        open,
        ['RELATED_TO'],
        { ranks: 'ALL' },
        ['early', 'runner', 'same-1', 'same-2', 'same-3'],
      ],
      [
        'all but deprecated',
        open,
        ['EXEMPLIFIES'],
        { ranks: 'CURRENT', direction: 'IN' },
        [...['dark', 'early', 'late', 'tuned']],
      ],
      ['an artifact', early, ['LICENSED_UNDER'], { artifact: 'INFERENCE_CODE' }, ['mit']],
      ['an artifact it lacks', early, ['LICENSED_UNDER'], { artifact: 'TRAINING_DATA' }, []],
      [
        'a condition',
        open,
        ['EXEMPLIFIES'],
        {
          direction: 'IN',
          where: { op: 'in', property: 'inputModalities', values: ['TEXT'] },
        },
        ['early', 'late'],
      ],
      [
        'a condition along a hop',
        open,
        ['EXEMPLIFIES'],
        {
          direction: 'IN',
          ranks: 'ALL',
          where: {
            op: 'linked',
            hops: [{ type: 'DERIVED_FROM', direction: 'OUT' }],
            slugs: ['early'],
          },
        },
        ['tuned'],
      ],
    ])('follows %s', async (_what, owner, types, given, slugs) => {
      const edges = await edgesOf(owner, types, given);
      expect(edges.slugs).toEqual(slugs);
      expect(edges.count).toBe(slugs.length);
      expect(edges.hasMore).toBe(false);
    });

    it.each<[string, number, string[]]>([
      ['2020-01-01', 2, ['code', 'first']],
      ['2024-05-31', 2, ['code', 'first']],
      // On the day when one license begins, the other has ended.
      ['2024-06-01', 2, ['code', 'second']],
      ['2024-12-31', 2, ['code', 'second']],
      // Weights and code are then under one license.
      ['2025-01-01', 1, ['code', 'third']],
      ['2999-12-31', 1, ['code', 'third']],
    ])('gives the licenses in force on %s', async (on, licensed, names) => {
      const edges = await edgesOf(early, ['LICENSED_UNDER'], { on });
      expect(edges.ids.sort()).toEqual(names.map((name) => `Relation:${name}`));
      expect(edges.count).toBe(licensed);
    });

    it.each<['BEST' | 'CURRENT' | 'ALL', string[]]>([
      // Each relation leads to another license.
      ['BEST', ['third']],
      ['CURRENT', ['rumour', 'third']],
      ['ALL', ['mistake', 'rumour', 'third']],
    ])('gives those of rank %s on a day', async (ranks, names) => {
      const edges = await edgesOf(early, ['LICENSED_UNDER'], {
        ...{ on: '2026-01-01', artifact: 'WEIGHTS', ranks },
      });
      expect(edges.ids.sort()).toEqual(names.map((name) => `Relation:${name}`));
      expect(edges.count).toBe(names.length);
    });

    it('gives relations whole, with what their type lacks null', async () => {
      const { rows } = await edgesOf(early, ['LICENSED_UNDER', 'DEVELOPED_BY'], {
        on: '2026-01-01',
      });
      const expected = [relations.code, relations.made1, relations.third];
      const found = rows.flatMap((row) => row.relations ?? []);
      const byId = new Map(found.map((relation) => [relation.id, relation]));
      expect(byId.size).toBe(3);
      for (const relation of expected) expect(byId.get(relation.id)).toStrictEqual(relation);
    });

    it('breaks ties of equal names by the id of the neighbor', async () => {
      const given = { order: { property: 'sort', descending: true } };
      const back = await edgesOf(open, ['RELATED_TO'], given);
      expect(back.slugs.slice(0, 3)).toEqual(['same-3', 'same-2', 'same-1']);
    });

    it('orders models by what models are ordered by', async () => {
      const slugs = async (property: string, descending: boolean) => {
        const order = { property, descending };
        const given: Partial<EdgePageSpec> = { direction: 'IN', ranks: 'ALL', order };
        const edges = await edgesOf(open, ['EXEMPLIFIES'], given);
        return edges.rows.map(({ neighbor, sortValue }) => [neighbor.entity.slug, sortValue]);
      };
      expect(await slugs('sortReleasedOn', true)).toEqual([
        ['late', '2025-07-11'],
        ['tuned', '2025-07-01'],
        ['early', '2024-01-01'],
        ['dark', ''],
      ]);
      expect(await slugs('sortTotalParameters', false)).toEqual([
        ['dark', -1],
        ['early', 7_000_000_000],
        ['tuned', 7_000_000_000],
        ['late', Number.MAX_SAFE_INTEGER],
      ]);
    });

    it('cuts pages between places, forwards and backwards', async () => {
      const whole = await edgesOf(open, ['RELATED_TO', 'BROADER']);
      const [first, , third] = whole.rows;
      if (first === undefined || third === undefined) throw new Error('expected five rows');
      const cut = async (given: Parameters<typeof page>[0]) => {
        const edges = await edgesOf(open, ['RELATED_TO', 'BROADER'], { window: page(given) });
        expect(edges.count).toBe(5);
        return [edges.ids.map((id) => whole.ids.indexOf(id)), edges.hasMore];
      };
      expect(await cut({ limit: 2 })).toEqual([[0, 1], true]);
      expect(await cut({ limit: 2, after: placeOf(first) })).toEqual([[1, 2], true]);
      expect(await cut({ limit: 4, after: placeOf(first) })).toEqual([[1, 2, 3, 4], false]);
      expect(await cut({ limit: 2, backward: true })).toEqual([[3, 4], true]);
      expect(await cut({ limit: 2, backward: true, before: placeOf(third) })).toEqual([
        [0, 1],
        false,
      ]);
      const between = { after: placeOf(first), before: placeOf(third) };
      expect(await cut(between)).toEqual([[1], false]);
      expect(await cut({ ...between, backward: true })).toEqual([[1], false]);
      expect(await cut({ limit: 0 })).toEqual([[], true]);
      expect(await cut({ limit: 0, backward: true, before: placeOf(first) })).toEqual([[], false]);
      expect(await cut({ after: { value: 'z', id: 'Relation:z' } })).toEqual([[], false]);
    });

    it('gives every owner its own page, unknown ones an empty one', async () => {
      const ownerIds = [weights.id, 'Term:unknown', closed.id, licenses.mit.id, ''];
      const spec = edgePageSpec(['BROADER'], { direction: 'BOTH', window: page({ limit: 1 }) });
      const pages = await readOne(store, { kind: 'edges', ownerIds, spec, select: nothing });
      expect([...pages.keys()].sort()).toEqual([...ownerIds].sort());
      const found = ownerIds.map((id) => {
        const { rows, hasMore } = held(pages, id);
        return [rows.map(({ neighbor }) => neighbor.entity.id), hasMore];
      });
      const none = [[], false];
      expect(found).toEqual([[[closed.id], true], none, [[weights.id], false], none, none]);
      const counts = await readOne(store, { kind: 'edgeCounts', ownerIds, spec });
      expect(ownerIds.map((id) => counts.get(id))).toEqual([2, 0, 1, 0, 0]);
      const empty = await readOne(store, { kind: 'edges', ownerIds: [], spec, select: nothing });
      expect(empty.size).toBe(0);
    });
  });
}
