import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { EdgeRow, Keyset, Selection } from '../../src/store/reads.ts';
import {
  byName,
  edgePageSpec,
  held,
  nothing,
  page,
  placeOf,
  readOne,
  relationIds,
} from '../support/reads.ts';
import { change, relation, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';

const size = 400;
const hub = term('hub');
// Every name occurs four times, so that pages end between equal names. Two types force a merge of
// ranges.
const spokes = Array.from({ length: size }, (_, index) =>
  term(`spoke-${index}`, { name: `Name ${index % (size / 4)}` }),
);
const relations = spokes.flatMap((spoke, index) => [
  // Every sixth spoke has relations of both types.
  ...(index % 6 === 0 ? [relation(spoke, 'REQUIRES', hub)] : []),
  index % 2 === 0 ? relation(hub, 'RELATED_TO', spoke) : relation(spoke, 'REQUIRES', hub),
]);
const types = ['RELATED_TO', 'REQUIRES'] as const;

/** The order of links: fewest relations first, then the neighbor, then the relation. */
function linkOrder(of: readonly { readonly id: string; readonly degree: number }[]) {
  const degrees = new Map(of.map(({ id, degree }) => [id, degree]));
  const places = relations.map(({ id, fromId, toId }) => {
    const neighbor = fromId === hub.id ? toId : fromId;
    return { id, neighbor, degree: degrees.get(neighbor) ?? 0 };
  });
  const less = (one: string | number, other: string | number) =>
    one === other ? 0 : one < other ? -1 : 1;
  return places
    .sort((a, b) => a.degree - b.degree || less(a.neighbor, b.neighbor) || less(a.id, b.id))
    .map(({ id }) => id);
}

/** An entity with hundreds of relations, most of which share their sort value with others. */
export function hubContract(stores: StoreUnderTest): void {
  describe('a hub', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await stores.empty();
      await store.write(change({ entities: [hub, ...spokes], relations }));
    });

    const order = [...spokes]
      .sort((a, b) => (a.sort === b.sort ? (a.id < b.id ? -1 : 1) : a.sort < b.sort ? -1 : 1))
      .map(({ id: spokeId }) =>
        relations
          .filter(({ fromId, toId }) => fromId === spokeId || toId === spokeId)
          .map(({ id }) => id),
      );

    const walk = async (limit: number, backward: boolean, descending: boolean) => {
      const found: EdgeRow[] = [];
      let place: Keyset | null = null;
      for (;;) {
        const window = page({ limit, backward, [backward ? 'before' : 'after']: place });
        const spec = edgePageSpec(types, {
          ...{ direction: 'BOTH', order: { property: 'sort', descending }, window },
        });
        const read = { kind: 'edges', ownerIds: [hub.id], spec, select: nothing } as const;
        const { rows, hasMore }: { rows: readonly EdgeRow[]; hasMore: boolean } = held(
          await readOne(store, read),
          hub.id,
        );
        if (backward) found.unshift(...rows);
        else found.push(...rows);
        const next = backward ? rows[0] : rows.at(-1);
        if (!hasMore || next === undefined) break;
        place = placeOf(next);
      }
      return relationIds(found);
    };

    it.each([
      [100, false, false],
      [7, false, false],
      [100, true, false],
      [33, false, true],
      [33, true, true],
    ])('is walked whole in pages of %i (backward %s, descending %s)', async (...how) => {
      const found = await walk(...how);
      const [, , descending] = how;
      expect(found).toEqual(descending ? order.toReversed() : order);
    });

    it('is the same wherever it is met', async () => {
      const spec = edgePageSpec(types, { direction: 'BOTH', window: page({ limit: 5 }) });
      const alone = held(
        await readOne(store, { kind: 'edges', ownerIds: [hub.id], spec, select: nothing }),
        hub.id,
      );
      expect(relationIds(alone.rows)).toEqual(order.slice(0, 5));
      // The selection goes from the hub to its spokes, and back to the hub.
      const again: Selection = { ...nothing, edges: [{ spec, select: nothing }], counts: [spec] };
      const spokesOf: Selection = { ...nothing, edges: [{ spec, select: again }] };
      const select: Selection = { ...nothing, edges: [{ spec, select: spokesOf }] };
      const ids = [spokes[0]?.id ?? '', spokes[1]?.id ?? ''];
      const found = await readOne(store, { kind: 'entities', ids, select });
      for (const id of ids) {
        const [met] = held(found, id).edges[0]?.rows ?? [];
        expect(met?.neighbor.entity.id).toBe(hub.id);
        const onward = met?.neighbor.edges[0];
        expect(relationIds(onward?.rows ?? [])).toEqual(order.slice(0, 5));
        for (const { neighbor } of onward?.rows ?? []) {
          expect(neighbor.counts).toEqual([1]);
          const [back] = neighbor.edges[0]?.rows ?? [];
          expect(back?.neighbor.entity.id).toBe(hub.id);
        }
      }
    });

    it('has its links in the order of degrees, also when those change or a neighbor moves', async () => {
      const fresh = await stores.empty();
      await fresh.write(change({ entities: [hub, ...spokes], relations }));
      const walked = async (given: { readonly limit: number; readonly allOrNone?: true }) => {
        const spec = { types, direction: 'BOTH', neighborKinds: null, ...given } as const;
        const found = await readOne(fresh, { kind: 'links', ownerIds: [hub.id], spec });
        return held(found, hub.id);
      };
      const linksOf = async (limit: number) =>
        (await walked({ limit })).links.map(({ relationId }) => relationId);
      expect(await linksOf(50)).toEqual(linkOrder(spokes).slice(0, 50));
      const others = spokes.map((spoke, at) => {
        const name = at % 5 === 0 ? `Renamed ${at}` : spoke.name;
        return term(`spoke-${at}`, { name, degree: (at * 7) % 11 });
      });
      await fresh.write(change({ entities: others }));
      expect(await linksOf(50)).toEqual(linkOrder(others).slice(0, 50));
      expect(await linksOf(5000)).toEqual(linkOrder(others));
      // All of them in the same order, or none.
      const limit = relations.length;
      const all = await walked({ limit, allOrNone: true });
      expect(all).toEqual(await walked({ limit }));
      expect(all.complete).toBe(true);
      const none = await walked({ limit: limit - 1, allOrNone: true });
      expect(none).toEqual({ links: [], complete: false });
      // The first test of those that follow asks the store that was filled before.
      store = await stores.empty();
      await store.write(change({ entities: [hub, ...spokes], relations }));
    });

    it('is counted', async () => {
      const { window: _, order: __, ...spec } = edgePageSpec(types, { direction: 'BOTH' });
      const counts = await readOne(store, { kind: 'edgeCounts', ownerIds: [hub.id], spec });
      expect(counts.get(hub.id)).toBe(size);
      const listed = { kind: 'TERM', where: null, order: byName, window: page({ limit: 100 }) };
      const read = { kind: 'list', spec: { ...listed, kind: 'TERM' }, select: nothing } as const;
      expect((await readOne(store, read)).rows).toHaveLength(100);
    });
  });
}
