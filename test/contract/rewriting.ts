import { beforeEach, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { edgePageSpec, edgeSpec, held, nothing, readOne } from '../support/reads.ts';
import { change, model, organization, relation, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';

/** The effect of later changes on existing relations. */
export function rewritingContract(stores: StoreUnderTest): void {
  describe('changing what is linked', () => {
    const hub = term('hub');
    let store: GraphStore;
    beforeEach(async () => {
      store = await stores.empty();
    });

    const neighbors = async (ownerId: string, spec = edgePageSpec(['RELATED_TO'])) => {
      const read = { kind: 'edges', ownerIds: [ownerId], spec, select: nothing } as const;
      const { rows } = held(await readOne(store, read), ownerId);
      return rows.map(({ neighbor, sortValue }) => [neighbor.entity.id, sortValue]);
    };

    it('puts a renamed neighbor in its new place', async () => {
      const [a, b] = [term('a', { name: 'Apple' }), term('b', { name: 'Banana' })];
      const relations = [relation(hub, 'RELATED_TO', a), relation(b, 'RELATED_TO', hub)];
      await store.write(change({ entities: [hub, a, b], relations }));
      expect(await neighbors(hub.id)).toEqual([
        ['Term:a', 'apple'],
        ['Term:b', 'banana'],
      ]);
      await store.write(change({ entities: [term('a', { name: 'Cherry' })] }));
      expect(await neighbors(hub.id)).toEqual([
        ['Term:b', 'banana'],
        ['Term:a', 'cherry'],
      ]);
      await store.write(change({ entities: [term('hub', { name: 'Wheel' })] }));
      expect(await neighbors('Term:a')).toEqual([['Term:hub', 'wheel']]);
    });

    it('does so in every order of the neighbor', async () => {
      const maker = organization('maker');
      const models = ['a', 'b'].map((slug, index) => model(slug, { totalParameters: index + 1 }));
      const relations = models.map((each) => relation(each, 'DEVELOPED_BY', maker));
      await store.write(change({ entities: [maker, ...models], relations }));
      const spec = edgePageSpec(['DEVELOPED_BY'], {
        direction: 'IN',
        order: { property: 'sortTotalParameters', descending: true },
      });
      expect(await neighbors(maker.id, spec)).toEqual([
        ['Model:b', 2],
        ['Model:a', 1],
      ]);
      const largest = Number.MAX_SAFE_INTEGER;
      await store.write(change({ entities: [model('a', { totalParameters: largest })] }));
      expect(await neighbors(maker.id, spec)).toEqual([
        ['Model:a', largest],
        ['Model:b', 2],
      ]);
    });

    it('takes over the new values of a relation, and removes the old ones', async () => {
      const other = term('other');
      const before = relation(hub, 'CONTRASTS_WITH', other, {
        note: 'before',
        evidence: 'COPY',
        asOf: '2025-07',
        rank: 'DEPRECATED',
        best: false,
        contested: true,
      });
      const after = relation(hub, 'CONTRASTS_WITH', other, { rank: 'PREFERRED' });
      const read = { kind: 'relations', ids: [before.id] } as const;
      const counts = async () => {
        const spec = edgeSpec(['CONTRASTS_WITH']);
        const { relations } = await readOne(store, { kind: 'graph' });
        const count = await readOne(store, { kind: 'edgeCounts', ownerIds: [other.id], spec });
        return [relations.CONTRASTS_WITH, count.get(other.id)];
      };
      await store.write(change({ entities: [hub, other], relations: [before] }));
      expect((await readOne(store, read)).get(before.id)).toStrictEqual(before);
      expect(await counts()).toEqual([0, 0]);
      await store.write(change({ relations: [after] }));
      expect((await readOne(store, read)).get(before.id)).toStrictEqual(after);
      expect(await counts()).toEqual([1, 1]);
    });

    it('keeps the relations of an entity that is written again', async () => {
      const other = term('other');
      await store.write(
        change({ entities: [hub, other], relations: [relation(hub, 'BROADER', other)] }),
      );
      await store.write(change({ entities: [hub, term('other', { summary: 'new' })] }));
      expect(await neighbors(hub.id, edgePageSpec(['BROADER']))).toEqual([['Term:other', 'other']]);
    });
  });
}
