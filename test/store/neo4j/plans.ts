import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entityKinds } from '../../../src/ontology/kinds.ts';
import { relationTypes } from '../../../src/ontology/relations.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import type {
  DisagreementPageSpec,
  EdgePageSpec,
  Read,
  Selection,
} from '../../../src/store/reads.ts';
import type { Neo4jInfo } from '../../neo4j/bolt.ts';
import { wipe } from '../../neo4j/wipe.ts';
import {
  byName,
  edgePageSpec,
  edgeSpec,
  nothing,
  page,
  readOne,
  selecting,
} from '../../support/reads.ts';
import {
  change,
  claim,
  disagreement,
  license,
  model,
  relation,
  source,
  term,
} from '../../support/records.ts';
import { driverFor, profile } from './profile.ts';

/** The number of relations of each kind at the hub. Every hundredth is not best. */
const each = 2000;
const asideEvery = 100;
const number = (index: number) => String(index).padStart(5, '0');

/**
 * A term with four thousand symmetric relations and two thousand of two other types. A second term
 * with a thousand relations to terms, one of them not best, and seven others. A license of two
 * thousand models, of which every hundredth has separate relations for weights and code.
 */
function hubGraph() {
  const indexes = Array.from({ length: each }, (_, index) => index);
  const center = term('plan-hub');
  const liked = term('plan-liked');
  const common = license('plan-common');
  const models = indexes.map((i) => model(`plan-model-${number(i)}`, { totalParameters: i % 3 }));
  const terms = indexes.map((i) => term(`plan-term-${number(i)}`));
  const best = (index: number) => ({ best: index % asideEvery !== 0 });
  const paper = source('plan-paper');
  return {
    center,
    liked,
    common,
    entities: [center, liked, common, ...models, ...terms],
    relations: [
      ...models.map((from, i) => relation(from, 'EXEMPLIFIES', center, best(i))),
      // Ends are stored in the order of their ids. The hub is the second end here, and the first
      // end below.
      ...models.map((from, i) => relation(from, 'RELATED_TO', center, best(i))),
      ...terms.map((to, i) => relation(center, 'RELATED_TO', to, best(i))),
      ...terms.slice(0, 1000).map((to, i) => relation(liked, 'RELATED_TO', to, { best: i > 0 })),
      ...models.slice(0, 7).map((from, i) => relation(from, 'RELATED_TO', liked, { best: i > 0 })),
      ...models.map((from) => relation(from, 'LICENSED_UNDER', common, { artifact: 'WEIGHTS' })),
      ...models
        .filter((_, i) => i % asideEvery === 0)
        .map((from) => {
          const id = `Relation:code-of-${from.slug}`;
          return relation(from, 'LICENSED_UNDER', common, { id, artifact: 'INFERENCE_CODE' });
        }),
      ...terms.slice(0, each / 2).map((from, i) => relation(from, 'REQUIRES', center, best(i))),
      ...terms.slice(each / 2).map((to) => relation(center, 'REQUIRES', to)),
    ],
    sources: [paper],
    claims: terms.map((subject, i) => claim(`plan-${number(i)}`, subject, paper)),
    disagreements: [...terms, ...models].map((subject, i) =>
      disagreement(`Disagreement:plan-${number(i)}`, subject, {
        contested: i % 2 === 0,
        property: i % 10 === 0 ? 'DEFINITION' : 'LICENSED_UNDER',
      }),
    ),
  };
}

/** Which indexes the statements use, and how many database hits they take. */
export function plans(server: Neo4jInfo): void {
  const { center, liked, common, ...graph } = hubGraph();
  let store: GraphStore;
  let driver: Driver;

  beforeAll(async () => {
    store = createNeo4jStore({ ...server, timeoutMs: 60_000 });
    driver = driverFor(server);
    await store.open();
    // In parts, since a transaction with everything needs more memory than a test server has.
    const { entities, ...rest } = graph;
    await store.write(change({ entities }));
    await store.write(change(rest));
  }, 240_000);

  afterAll(async () => {
    await Promise.all([store.close(), driver.close(), wipe(server)]);
  }, 240_000);

  describe('of a page at a hub cost what the page costs', () => {
    const pageOf = (spec: EdgePageSpec, select: Selection = selecting('name')): Read<'edges'> => ({
      kind: 'edges',
      ownerIds: [center.id],
      spec,
      select,
    });
    const middle = { value: `plan-term-${number(each / 2)}`, id: '' };
    const descending = { ...byName, descending: true };
    const incoming = { direction: 'IN' } as const;
    const tie = {
      value: 1,
      id: `Relation:Model:plan-model-${number(each / 2)}-EXEMPLIFIES-${center.id}`,
    };
    const ways: readonly [string, EdgePageSpec][] = [
      ['forward', edgePageSpec(['EXEMPLIFIES'], incoming)],
      [
        'backward',
        edgePageSpec(['EXEMPLIFIES'], { ...incoming, window: page({ backward: true }) }),
      ],
      ['descending', edgePageSpec(['EXEMPLIFIES'], { ...incoming, order: descending })],
      [
        'in the middle of a tie',
        edgePageSpec(['EXEMPLIFIES'], {
          ...incoming,
          order: { property: 'sortTotalParameters', descending: true },
          window: page({ after: tie }),
        }),
      ],
      ['deep', edgePageSpec(['RELATED_TO'], { window: page({ after: middle }) })],
      [
        'deep and backward',
        edgePageSpec(['RELATED_TO'], { window: page({ before: middle, backward: true }) }),
      ],
      ['symmetric', edgePageSpec(['RELATED_TO'])],
      ['both ways', edgePageSpec(['REQUIRES'], { direction: 'BOTH' })],
      ['of any rank', edgePageSpec(['EXEMPLIFIES'], { ...incoming, ranks: 'ALL' })],
      ['of one kind', edgePageSpec(['RELATED_TO'], { neighborKinds: ['MODEL'] })],
      [
        'of several types',
        edgePageSpec(['REQUIRES', 'RELATED_TO', 'EXEMPLIFIES'], { direction: 'BOTH' }),
      ],
      ['of all types', edgePageSpec(relationTypes, { direction: 'BOTH' })],
    ];

    it.each(ways)('%s', async (_, spec) => {
      const found = (await readOne(store, pageOf(spec))).get(center.id);
      expect([found?.rows.length, found?.hasMore]).toEqual([10, true]);
      const small = await profile(driver, [pageOf(spec)]);
      const large = await profile(driver, [
        pageOf({ ...spec, window: { ...spec.window, limit: 50 } }),
      ]);
      expect(small.operators, small.plan).not.toContain('Sort');
      expect(small.hits, small.plan).toBeLessThan(300);
      expect(large.hits, large.plan).toBeLessThan(5 * small.hits);
    });

    it('with a page for each of its rows', async () => {
      const nested: Selection = {
        ...nothing,
        edges: [{ spec: edgePageSpec(['RELATED_TO']), select: nothing }],
      };
      const spec = edgePageSpec(['RELATED_TO']);
      const { hits, operators, plan } = await profile(driver, [pageOf(spec, nested)]);
      expect(operators, plan).not.toContain('Sort');
      expect(hits, plan).toBeLessThan(1000);
    });
  });

  describe('where some neighbors are linked by several relations', () => {
    const under = edgePageSpec(['LICENSED_UNDER'], { direction: 'IN' });
    const ownerIds = [common.id];

    it.each<[string, Partial<EdgePageSpec>]>([
      ['a page', {}],
      ['a page of those without relations', { facts: false }],
      ['a page of one artifact', { artifact: 'WEIGHTS' }],
      ['a page from the end', { window: page({ backward: true }) }],
    ])('cost %s what the page costs', async (_, given) => {
      const of = async (limit: number) => {
        const spec = { ...under, window: page(), ...given };
        const window = { ...spec.window, limit };
        const select = selecting('name');
        return profile(driver, [{ kind: 'edges', ownerIds, spec: { ...spec, window }, select }]);
      };
      const [small, large] = [await of(10), await of(50)];
      expect(small.operators, small.plan).not.toContain('Sort');
      expect(small.operators, small.plan).toContain('OrderedDistinct');
      expect(small.hits, small.plan).toBeLessThan(100);
      expect(large.hits, large.plan).toBeLessThan(5 * small.hits);
    });

    it('cost a count what those neighbors cost', async () => {
      const spec = edgeSpec(['LICENSED_UNDER'], { direction: 'IN' });
      const read: Read<'edgeCounts'> = { kind: 'edgeCounts', ownerIds, spec };
      expect(await readOne(store, read)).toEqual(new Map([[common.id, each]]));
      const counted = await profile(driver, [read]);
      expect(counted.hits, counted.plan).toBeLessThan((10 * each) / asideEvery);
    });
  });

  const hits = async (read: Read) => {
    const found = await profile(driver, [read]);
    return { ...found, names: new Set(found.operators) };
  };
  const list = (more: object): Read => ({
    kind: 'list',
    spec: { kind: 'TERM', where: null, order: byName, window: page(), ...more },
    select: selecting('name'),
  });

  it('count from the degree and the few relations that are not best', async () => {
    const spec = edgeSpec(['EXEMPLIFIES'], { direction: 'IN' });
    const read: Read<'edgeCounts'> = { kind: 'edgeCounts', ownerIds: [center.id], spec };
    expect(await readOne(store, read)).toEqual(new Map([[center.id, each - each / asideEvery]]));
    const cost = await hits(read);
    expect(cost.hits, cost.plan).toBeLessThan(2 * (each / asideEvery));
  });

  it('count neighbors of one kind from the degree and the few of other kinds', async () => {
    const spec = edgeSpec(['RELATED_TO'], { neighborKinds: ['TERM'] });
    const read: Read<'edgeCounts'> = { kind: 'edgeCounts', ownerIds: [liked.id], spec };
    expect(await readOne(store, read)).toEqual(new Map([[liked.id, 1000 - 1]]));
    const cost = await hits(read);
    expect(cost.hits, cost.plan).toBeLessThan(100);
  });

  it.each([
    ['its start', {}],
    ['its middle', { window: page({ after: { value: `plan-term-${number(each / 2)}`, id: '' } }) }],
    ['its end', { window: page({ backward: true }) }],
    ['a filter', { where: { op: 'in', property: 'termKind', values: ['CONCEPT'] } }],
    ['a text of two characters', { where: { op: 'contains', property: 'folded', text: 'te' } }],
  ])('read a list in the order of the index, from %s', async (_, more) => {
    const cost = await hits(list(more));
    expect(cost.names, cost.plan).toContain('NodeIndexSeekByRange');
    expect(cost.names, cost.plan).not.toContain('Top');
    // The filter must pass over terms of other tests.
    expect(cost.hits, cost.plan).toBeLessThan(each / 4);
  });

  it('find entities, sources, claims and relations by unique keys', async () => {
    const [found] = graph.relations;
    const reads: readonly Read[] = [
      { kind: 'entities', ids: [center.id], select: selecting('name') },
      { kind: 'locate', locators: [{ kind: 'TERM', key: center.slug }], select: nothing },
      { kind: 'sources', ids: ['Source:plan-paper'] },
      { kind: 'claimsById', ids: ['Claim:plan-00001'] },
      { kind: 'relations', ids: [found?.id ?? ''] },
    ];
    for (const read of reads) {
      const cost = await hits(read);
      expect(cost.hits, cost.plan).toBeLessThan(50);
    }
  });

  it("read a page of a source's claims by their order", async () => {
    const spec = { of: 'source', property: null, contested: null, ranks: 'ALL' } as const;
    const cost = await hits({
      kind: 'claims',
      ownerIds: ['Source:plan-paper'],
      spec: { ...spec, window: page({ backward: true }) },
    });
    expect(cost.names, cost.plan).not.toContain('Sort');
    expect(cost.hits, cost.plan).toBeLessThan(350);
  });

  it.each([
    ['all', {}],
    ['one kind', { kinds: ['MODEL'] }],
    ['a property', { property: 'DEFINITION' }],
    ['open ones, from the end', { contested: true, window: page({ backward: true }) }],
    ['one entity', { subjectId: 'Term:plan-term-00007' }],
    [
      'the middle',
      {
        window: page({
          after: { value: `4.1.Disagreement:plan-${number(each)}`, id: 'Disagreement:x' },
        }),
      },
    ],
  ])('read a page of disagreements by an index: %s', async (_, more) => {
    const all = { kinds: entityKinds, property: null, contested: null, subjectId: null };
    const cost = await hits({
      kind: 'disagreements',
      spec: { ...all, window: page(), ...more } as DisagreementPageSpec,
    });
    expect(cost.names, cost.plan).not.toContain('NodeByLabelScan');
    // Pages with ten parts are merged. No part is read beyond the size of the page.
    expect(cost.hits, cost.plan).toBeLessThan(600);
  });

  it('take the counts of the graph from what the database counts', async () => {
    const cost = await hits({ kind: 'graph' });
    // Every relation that is not best is read.
    expect(cost.hits, cost.plan).toBeLessThan(1000);
    expect(cost.names, cost.plan).toContain('RelationshipCountFromCountStore');
    expect(cost.names, cost.plan).not.toContain('NodeByLabelScan');
  });
}
