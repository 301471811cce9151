import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { Condition, Hop } from '../../src/store/list-condition.ts';
import type { FacetBy, FacetSpec } from '../../src/store/reads.ts';
import { byName, edgeSpec, nothing, page, readOne, selecting } from '../support/reads.ts';
import type { StoreUnderTest } from './stores.ts';
import { fill } from './world.ts';

const property = (name: string, prefix = ''): FacetBy => {
  return { op: 'property', property: name, prefix };
};
const out = (...types: Hop['type'][]): FacetBy => {
  return { op: 'linked', hops: types.map((type) => ({ type, direction: 'OUT' })) };
};
const early: Condition = { op: 'in', property: 'slug', values: ['early', 'dark'] };

/** The values of a list's entities, with counts. */
export function facetsContract(stores: StoreUnderTest): void {
  describe('facets', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fill(await stores.empty());
    });

    const facet = async (by: FacetBy, given: Partial<FacetSpec> = {}) => {
      const spec: FacetSpec = { kind: 'MODEL', where: null, by, limit: 100, ...given };
      const rows = await readOne(store, { kind: 'facet', spec, select: selecting('name') });
      return rows.map(({ value, count }) => [value, count]);
    };

    it.each<[string, FacetBy, [string, number][]]>([
      [
        'a property, ties by value',
        property('familyName'),
        [
          ['New', 1],
          ['Old', 1],
        ],
      ],
      [
        'items of a list, most first',
        property('inputModalities'),
        [
          ['TEXT', 3],
          ['AUDIO', 1],
          ['IMAGE', 1],
        ],
      ],
      [
        'items of a list that begin with a prefix',
        property('availabilityKeys', 'WEIGHTS='),
        [
          ['CLOSED', 1],
          ['OPEN', 1],
        ],
      ],
      ['what another kind has', property('termKind'), []],
      ['a hop', out('DEVELOPED_BY'), [['maker', 2]]],
      ['a hop, where it is best', out('EXEMPLIFIES'), [['open', 3]]],
      [
        'a hop by two relations to one entity, once',
        out('LICENSED_UNDER'),
        [
          ['draft', 1],
          ['house', 1],
          ['mit', 1],
        ],
      ],
      ['hops', out('LICENSED_UNDER', 'CLASSIFIED_AS'), [['permissive', 1]]],
      ['a symmetric hop', out('RELATED_TO'), [['open', 1]]],
    ])('count %s', async (_what, by, expected) => {
      expect(await facet(by)).toEqual(expected);
    });

    it('count what the condition leaves', async () => {
      expect(await facet(out('EXEMPLIFIES'), { where: early })).toEqual([['open', 2]]);
      expect(await facet(property('familyName'), { where: early })).toEqual([['Old', 1]]);
      const none: Condition = { op: 'in', property: 'slug', values: [] };
      expect(await facet(property('familyName'), { where: none })).toEqual([]);
    });

    it('are cut after the values of most entities', async () => {
      expect(await facet(property('inputModalities'), { limit: 2 })).toEqual([
        ['TEXT', 3],
        ['AUDIO', 1],
      ]);
      expect(await facet(out('LICENSED_UNDER'), { limit: 1 })).toEqual([['draft', 1]]);
    });

    it('fetch the selection of the entities of their values', async () => {
      const spec: FacetSpec = { kind: 'MODEL', where: null, by: out('DEVELOPED_BY'), limit: 5 };
      const [made] = await readOne(store, {
        kind: 'facet',
        spec,
        select: {
          properties: ['name'],
          edges: [
            {
              spec: {
                ...edgeSpec(['STEWARDED_BY'], { direction: 'IN' }),
                facts: true,
                order: byName,
                window: page(),
              },
              select: selecting('name'),
            },
          ],
          counts: [edgeSpec(['DEVELOPED_BY'], { direction: 'IN' })],
        },
      });
      expect(made).toMatchObject({ value: 'maker', count: 2, entity: { counts: [2] } });
      expect(made?.entity?.entity).toMatchObject({ id: 'Organization:maker', name: 'Maker' });
      expect(made?.entity?.edges[0]?.rows[0]?.neighbor.entity.name).toBe('House licence');
      const [family] = await readOne(store, {
        kind: 'facet',
        spec: { ...spec, by: property('familyName') },
        select: nothing,
      });
      expect(family).toEqual({ value: 'New', count: 1, entity: null });
    });
  });
}
