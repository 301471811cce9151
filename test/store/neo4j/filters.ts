import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import type { Condition, Hop } from '../../../src/store/list-condition.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import type { FacetSpec, Read } from '../../../src/store/reads.ts';
import type { Neo4jInfo } from '../../neo4j/bolt.ts';
import { wipe } from '../../neo4j/wipe.ts';
import { byName, page, readOne, selecting } from '../../support/reads.ts';
import { change, license, model, organization, relation, term } from '../../support/records.ts';
import { driverFor, profile } from './profile.ts';

/** One model in this many is rare in every respect. Rare models come late in the list. */
const rareEvery = 250;
const count = 2000;
const isRare = (index: number) => index >= count / 2 && index % rareEvery === 0;
const rare = count / 2 / rareEvery;

const models = Array.from({ length: count }, (_, index) => {
  const number = String(index).padStart(5, '0');
  return isRare(index)
    ? model(`filter-${number}`, {
        name: `filter ${number} seldom`,
        familyName: 'filter-rare',
        architecture: 'DIFFUSION',
        sortReleasedOn: '2031-01-01',
        contextTokens: 5_000_000,
        totalParameters: 5_000_000,
        activeParameters: 5_000_000,
      })
    : model(`filter-${number}`, {
        name: `filter ${number} common`,
        familyName: 'filter-common',
        architecture: 'DENSE',
        sortReleasedOn: '2021-01-01',
        contextTokens: 1,
        totalParameters: 1,
        activeParameters: 1,
      });
});
const [few, many] = [organization('filter-few'), organization('filter-many')];
const [strict, free] = [license('filter-strict'), license('filter-free')];
const [narrow, wide] = [term('filter-narrow'), term('filter-wide')];

const linked = (slug: string, ...types: Hop['type'][]): Condition => {
  return { op: 'linked', hops: types.map((type) => ({ type, direction: 'OUT' })), slugs: [slug] };
};
const either = (property: string, value: string): Condition => {
  return { op: 'in', property, values: [value] };
};
const range = (property: string, min: number | string, max: number | string): Condition => {
  return { op: 'range', property, min, max };
};

/** A filter that few models pass, and one of the same kind that most pass. */
const filters: readonly [string, Condition, Condition][] = [
  ['developers', linked('filter-few', 'DEVELOPED_BY'), linked('filter-many', 'DEVELOPED_BY')],
  ['licenses', linked('filter-strict', 'LICENSED_UNDER'), linked('filter-free', 'LICENSED_UNDER')],
  [
    'licenseClasses',
    linked('filter-narrow', 'LICENSED_UNDER', 'CLASSIFIED_AS'),
    linked('filter-wide', 'LICENSED_UNDER', 'CLASSIFIED_AS'),
  ],
  ['families', either('familyName', 'filter-rare'), either('familyName', 'filter-common')],
  ['architectures', either('architecture', 'DIFFUSION'), either('architecture', 'DENSE')],
  [
    'releasedOn',
    range('sortReleasedOn', '2031-01-01', '2031-12-31'),
    range('sortReleasedOn', '2021-01-01', '2021-12-31'),
  ],
  ...(['contextTokens', 'totalParameters', 'activeParameters'] as const).map(
    (property): [string, Condition, Condition] => [
      property,
      range(property, 2, 9_000_000),
      range(property, 0, 1),
    ],
  ),
  [
    'text',
    { op: 'contains', property: 'folded', text: 'seldom' },
    { op: 'contains', property: 'folded', text: 'common' },
  ],
];

/** Which indexes filters of models use, and how many database hits they take. */
export function filtersOfModels(server: Neo4jInfo): void {
  let store: GraphStore;
  let driver: Driver;
  const entities = [...models, few, many, strict, free, narrow, wide];
  const relations = [
    ...models.map((from, n) => relation(from, 'DEVELOPED_BY', isRare(n) ? few : many)),
    ...models.map((from, n) => relation(from, 'LICENSED_UNDER', isRare(n) ? strict : free)),
    relation(strict, 'CLASSIFIED_AS', narrow),
    relation(free, 'CLASSIFIED_AS', wide),
  ];

  beforeAll(async () => {
    store = createNeo4jStore({ ...server, timeoutMs: 60_000 });
    driver = driverFor(server);
    await store.open();
    // A search would also find the content of other test files.
    await wipe(server);
    await store.write(change({ entities, relations }));
  }, 240_000);

  afterAll(async () => {
    await Promise.all([store.close(), driver.close(), wipe(server)]);
  }, 240_000);

  const list = (where: Condition): Read<'list'> => ({
    kind: 'list',
    spec: { kind: 'MODEL', where, order: byName, window: page() },
    select: selecting('name'),
  });
  const facet = (where: Condition): Read<'facet'> => {
    const by: FacetSpec['by'] = { op: 'property', property: 'architecture', prefix: '' };
    return { kind: 'facet', spec: { kind: 'MODEL', where, by, limit: 10 }, select: selecting() };
  };

  describe.each(filters)('%s', (_name, seldom, often) => {
    it('find few models by an index, for a page, its count and its facets', async () => {
      const found = await readOne(store, list(seldom));
      expect([found.rows.length, found.hasMore]).toEqual([rare, false]);
      const reads: readonly Read[] = [
        list(seldom),
        { kind: 'listCount', spec: { kind: 'MODEL', where: seldom } },
        facet(seldom),
      ];
      for (const read of reads) {
        const { hits, plan } = await profile(driver, [read]);
        expect(hits, plan).toBeLessThan(200);
      }
    });

    it('read a page of many models in the order of the list', async () => {
      const found = await readOne(store, list(often));
      expect([found.rows.length, found.hasMore]).toEqual([10, true]);
      const { hits, plan } = await profile(driver, [list(often)]);
      // Index reads without a result have a bound, whatever the size of the list.
      expect(hits, plan).toBeLessThan(3500);
    });
  });
}
