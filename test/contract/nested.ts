import { beforeAll, describe, expect, it } from 'vitest';
import { relationTypes } from '../../src/ontology/relations.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { EntityRow, Selection } from '../../src/store/reads.ts';
import { byName, edgePageSpec, edgeSpec, page, readOne, selecting } from '../support/reads.ts';
import type { StoreUnderTest } from './stores.ts';
import { fill } from './world.ts';

const all = edgeSpec(relationTypes, { direction: 'BOTH' });

// Organization → its models → their terms → the models of those terms, with counts at each level.
const shown: Selection = {
  properties: ['name'],
  edges: [
    {
      spec: edgePageSpec(['EXEMPLIFIES'], { direction: 'IN', window: page({ limit: 2 }) }),
      select: selecting('slug'),
    },
    { spec: edgePageSpec(['HAS_TOOL']), select: selecting() },
  ],
  counts: [edgeSpec(['EXEMPLIFIES'], { direction: 'IN' }), all],
};
const made: Selection = {
  properties: ['totalParameters'],
  edges: [
    { spec: edgePageSpec(['EXEMPLIFIES']), select: shown },
    {
      spec: edgePageSpec(['LICENSED_UNDER'], { artifact: 'WEIGHTS' }),
      select: selecting('spdxId'),
    },
    { spec: edgePageSpec(['LICENSED_UNDER'], { on: '2025-05-05' }), select: selecting('slug') },
  ],
  counts: [edgeSpec(['LICENSED_UNDER']), edgeSpec(['LICENSED_UNDER'], { ranks: 'ALL' })],
};
const making: Selection = {
  properties: ['website'],
  edges: [
    {
      spec: edgePageSpec(['DEVELOPED_BY'], {
        direction: 'IN',
        order: { property: 'sortReleasedOn', descending: true },
      }),
      select: made,
    },
  ],
  counts: [],
};

/** A row as nested lists of ids, with the counts first and then the rows of the pages. */
function outline({ entity, edges, counts }: EntityRow): unknown {
  const pages = edges.map(({ rows, hasMore }) => [
    ...rows.map(({ neighbor }) => outline(neighbor)),
    ...(hasMore ? ['…'] : []),
  ]);
  return pages.length + counts.length === 0 ? entity.id : [entity.id, ...counts, ...pages];
}

/** Nested selections, fetched with an entity over several levels. */
export function nestedContract(stores: StoreUnderTest): void {
  describe('nested selections', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fill(await stores.empty());
    });

    const shownPages = [['Model:dark', 'Model:early', '…'], ['Tool:runner']];
    const expected = [
      'Organization:maker',
      [
        ['Model:late', 0, 0, [['Term:open', 3, 9, ...shownPages]], [], []],
        [
          'Model:early',
          3,
          3,
          [['Term:open', 3, 9, ...shownPages]],
          ['License:draft', 'License:house', 'License:mit'],
          ['License:mit'],
        ],
      ],
    ];

    it('come with an entity found by id', async () => {
      const ids = ['Organization:maker', 'Tool:runner'];
      const rows = await readOne(store, { kind: 'entities', ids, select: making });
      expect([...rows.values()].map(outline)).toEqual([expected, ['Tool:runner', []]]);
    });

    it('come with an entity found by slug', async () => {
      const locators = [
        { kind: 'TOOL', key: 'maker' },
        { kind: 'ORGANIZATION', key: 'maker' },
      ] as const;
      const rows = await readOne(store, { kind: 'locate', locators, select: making });
      expect(rows.map((row) => row && outline(row))).toEqual([null, expected]);
    });

    it('come with the entities of a list', async () => {
      const spec = {
        kind: 'MODEL',
        where: null,
        order: byName,
        window: page({ limit: 2 }),
      } as const;
      const { rows } = await readOne(store, { kind: 'list', spec, select: made });
      expect(rows.map(({ node }) => outline(node))).toEqual([
        ['Model:dark', 0, 0, [['Term:open', 3, 9, ...shownPages]], [], []],
        (expected[1] as unknown[])[1],
      ]);
    });

    it('come with the neighbors of a page, and their properties', async () => {
      const ownerIds = ['Organization:maker'];
      const [first] = making.edges;
      if (first === undefined) throw new Error('expected a nested page');
      const { spec, select } = first;
      const pages = await readOne(store, { kind: 'edges', ownerIds, spec, select });
      const rows = pages.get('Organization:maker')?.rows ?? [];
      expect(rows.map(({ neighbor }) => outline(neighbor))).toEqual(expected[1]);
      const [late, early] = rows;
      expect(late?.neighbor.entity.totalParameters).toBe(Number.MAX_SAFE_INTEGER);
      expect(early?.neighbor.edges[1]?.rows[2]?.neighbor.entity.spdxId).toBe('MIT');
      expect(early?.neighbor.edges[0]?.rows[0]?.neighbor.entity.name).toBe('Open weights');
    });
  });
}
