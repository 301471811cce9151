import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import type { EdgePage, EdgePageSpec, Read } from '../../../src/store/reads.ts';
import { describeOnNeo4j } from '../../neo4j/describe.ts';
import { driverFor, profile } from './profile.ts';
import { change, edgePages, entity, pageWindow, properties, relation, undo } from './records.ts';

/** Of each end of the hub's relations; every hundredth is not best. */
const each = 5000;
const asideEvery = 100;
const number = (index: number) => String(index).padStart(5, '0');
const hub = 'Term:hub-center';

/** A term with ten thousand symmetric relations and five thousand of two other types. */
function hubGraph() {
  const indexes = Array.from({ length: each }, (_, index) => index);
  const models = indexes.map((index) =>
    entity('MODEL', `hub-model-${number(index)}`, { sortTotalParameters: index % 3 }),
  );
  const terms = indexes.map((index) => entity('TERM', `hub-term-${number(index)}`));
  const best = (index: number) => ({ best: index % asideEvery !== 0 });
  return change({
    entities: [entity('TERM', 'hub-center'), ...models, ...terms],
    relations: [
      ...models.map(({ record }, i) => relation('EXEMPLIFIES', record.id, hub, best(i))),
      // Ends are stored in the order of their ids: the hub is the second here, and the first there.
      ...models.map(({ record }, i) => relation('RELATED_TO', record.id, hub, best(i))),
      ...terms.map(({ record }, i) => relation('RELATED_TO', hub, record.id, best(i))),
      ...terms
        .slice(0, each / 2)
        .map(({ record }, i) => relation('REQUIRES', record.id, hub, best(i))),
      ...terms.slice(each / 2).map(({ record }) => relation('REQUIRES', hub, record.id)),
    ],
  });
}

describeOnNeo4j('pages of a hub', (server) => {
  const graph = hubGraph();
  let store: GraphStore;
  let driver: Driver;

  beforeAll(async () => {
    store = createNeo4jStore({ ...server, timeoutMs: 60_000 });
    driver = driverFor(server);
    await store.open();
    await store.write(graph);
  }, 240_000);

  afterAll(async () => {
    await store.write(undo(graph));
    await Promise.all([store.close(), driver.close()]);
  }, 240_000);

  const reading = (spec: EdgePageSpec): Read<'edges'> => ({
    kind: 'edges',
    ownerIds: [hub],
    spec,
    select: properties('name'),
  });
  const pageAt = async (spec: EdgePageSpec): Promise<EdgePage> => {
    const [result] = await store.read([reading(spec)]);
    const page = (result as ReadonlyMap<string, EdgePage>).get(hub);
    if (page === undefined) throw new Error('no page');
    return page;
  };
  const middle = { value: 'hub-term-03000', id: '' };
  const ways: readonly [string, EdgePageSpec][] = [
    ['forward', edgePages(['EXEMPLIFIES'], { direction: 'IN' })],
    [
      'backward',
      edgePages(['EXEMPLIFIES'], { direction: 'IN', window: pageWindow({ backward: true }) }),
    ],
    [
      'descending',
      edgePages(['EXEMPLIFIES'], {
        direction: 'IN',
        order: { property: 'sort', descending: true },
      }),
    ],
    [
      'in an order full of ties',
      edgePages(['EXEMPLIFIES'], {
        direction: 'IN',
        order: { property: 'sortTotalParameters', descending: true },
        window: pageWindow({ after: { value: 1, id: 'Relation:EXEMPLIFIES-Model:hub-model-02' } }),
      }),
    ],
    ['deep', edgePages(['RELATED_TO'], { window: pageWindow({ after: middle }) })],
    [
      'deep and backward',
      edgePages(['RELATED_TO'], { window: pageWindow({ before: middle, backward: true }) }),
    ],
    ['of a symmetric type', edgePages(['RELATED_TO'])],
    ['both ways', edgePages(['REQUIRES'], { direction: 'BOTH' })],
    ['of relations of any rank', edgePages(['RELATED_TO'], { ranks: 'ALL' })],
    [
      'of several types',
      edgePages(['REQUIRES', 'RELATED_TO', 'EXEMPLIFIES'], { direction: 'BOTH' }),
    ],
  ];

  describe('reads a page', () => {
    it.each(ways)('%s, at the cost of the page', async (_, spec) => {
      const page = await pageAt(spec);
      expect(page.rows).toHaveLength(10);
      expect(page.hasMore).toBe(true);
      const small = await profile(driver, [reading(spec)]);
      const five = { ...spec, window: { ...spec.window, limit: 50 } };
      const large = await profile(driver, [reading(five)]);
      expect(small.operators, small.plan).not.toContain('Sort');
      expect(small.hits, small.plan).toBeLessThan(400);
      expect(large.hits, large.plan).toBeLessThan(small.hits * 5.5);
      if (process.env.SHOW_HITS) console.log(_, small.hits, large.hits);
    });
  });

  it('counts from the degree and the few relations that are not best', async () => {
    const { window, order, ...spec } = edgePages(['EXEMPLIFIES'], { direction: 'IN' });
    const read: Read = { kind: 'edgeCounts', ownerIds: [hub], spec };
    expect(await store.read([read])).toEqual([new Map([[hub, each - each / asideEvery]])]);
    const { hits, plan } = await profile(driver, [read]);
    expect(hits, plan).toBeLessThan(2 * (each / asideEvery));
  });
});
