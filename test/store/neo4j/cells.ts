import { describe, expect, it } from 'vitest';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import type { Condition } from '../../../src/store/list-condition.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import type { Read } from '../../../src/store/reads.ts';
import type { Neo4jInfo } from '../../neo4j/bolt.ts';
import { wipe } from '../../neo4j/wipe.ts';
import {
  byName,
  edgePageSpec,
  edgeSpec,
  nothing,
  page,
  readOne,
  relationIds,
  selecting,
} from '../../support/reads.ts';
import { change, license, model, relation } from '../../support/records.ts';
import { driverAt, profile } from './profile.ts';

const families = ['alpha', 'beta', 'gamma'] as const;
const [common, seldom] = [license('cells-common'), license('cells-seldom')];
const sizes = [300, 1200] as const;

/** Models of three families under two licenses. Names begin with the family. */
function modelsOf(count: number) {
  return Array.from({ length: count }, (_, n) => {
    const family = families[n % families.length] ?? 'alpha';
    const totalParameters = n % 7 === 0 ? null : (n % 7) * 1_000_000_000;
    return model(`${family}-${String(n).padStart(5, '0')}`, {
      familyName: family,
      totalParameters,
    });
  });
}

const all = (...of: readonly Condition[]): Condition => ({ op: 'all', of });
const licensed: Condition = {
  ...{ op: 'linked', hops: [{ type: 'LICENSED_UNDER', direction: 'OUT' }] },
  slugs: [common.slug],
};
const gamma: Condition = { op: 'in', property: 'familyName', values: ['gamma'] };
const large: Condition = { op: 'range', property: 'totalParameters', min: 5e9, max: null };
const isLarge = ({ totalParameters }: { readonly totalParameters: number | null }) =>
  (totalParameters ?? 0) >= 5e9;

/** What counts and pages of many models cost. */
export function cellsOfModels(server: Neo4jInfo): void {
  const database = driverAt(server);

  const filled = async (count: number, how: string): Promise<GraphStore> => {
    await wipe(server);
    const store = createNeo4jStore({ ...server, timeoutMs: 60_000 });
    await store.open();
    const models = modelsOf(count);
    const entities = [common, seldom, ...models];
    const relations = models.map((from, n) =>
      relation(from, 'LICENSED_UNDER', n % 10 === 0 ? seldom : common),
    );
    if (how === 'by a first load') {
      await store.filling?.begin();
      await store.write({ ...change({ entities }), allNew: true, follows: 0 });
      await store.write({ ...change({ relations }), allNew: true, follows: 1 });
      await store.filling?.end();
    } else {
      await store.write(change({ entities }));
      await store.write(change({ relations }));
    }
    return store;
  };

  const byLargest = { property: 'sortTotalParameters', descending: true } as const;
  const nameOf = ({ entity }: { readonly entity: { readonly id: string } }) => entity.id;

  it('are paged in order at the same cost, however many others come first', async () => {
    const hits: number[][] = [];
    for (const count of sizes) {
      const store = await filled(count, 'by writes');
      const inGamma = modelsOf(count).filter(({ familyName }) => familyName === 'gamma');
      const under = inGamma.filter(({ slug }) => Number(slug.slice(-5)) % 10 !== 0);
      const ids = (of: readonly { readonly id: string }[]) => of.slice(0, 10).map(({ id }) => id);
      const listed: Read<'list'> = {
        kind: 'list',
        spec: { kind: 'MODEL', where: gamma, order: byName, window: page() },
        select: selecting('name'),
      };
      expect((await readOne(store, listed)).rows.map(({ node }) => nameOf(node))).toEqual(
        ids(inGamma),
      );
      const spec = edgePageSpec(['LICENSED_UNDER'], { direction: 'IN', where: gamma });
      const atHub = (given: object): Read<'edges'> => {
        const ownerIds = [common.id];
        return { kind: 'edges', ownerIds, spec: { ...spec, ...given }, select: nothing };
      };
      const found = async (read: Read<'edges'>) =>
        (await readOne(store, read)).get(common.id)?.rows.map(({ neighbor }) => nameOf(neighbor));
      expect(await found(atHub({}))).toEqual(ids(under));
      const largest = [...under].reverse().sort((one, other) => {
        return (other.totalParameters ?? -1) - (one.totalParameters ?? -1);
      });
      expect(await found(atHub({ order: byLargest }))).toEqual(ids(largest));
      const cost: number[] = [];
      for (const read of [listed, atHub({}), atHub({ order: byLargest, facts: false })]) {
        const { hits: taken, plan } = await profile(database.driver, [read]);
        expect(taken, plan).toBeLessThan(200);
        cost.push(taken);
      }
      hits.push(cost);
      await store.close();
    }
    const [small, large] = hits as [number[], number[]];
    for (const [at, taken] of large.entries()) {
      expect(taken).toBeLessThan(1.1 * (small[at] ?? 0));
    }
  }, 240_000);

  it('are paged in order in more cells than are merged', async () => {
    await wipe(server);
    const store = createNeo4jStore({ ...server, timeoutMs: 60_000 });
    await store.open();
    const models = Array.from({ length: 200 }, (_, n) =>
      model(`m${String(n).padStart(3, '0')}`, {
        ...{ familyName: `family ${n % 80}`, inputModalities: n < 100 ? ['TEXT'] : ['IMAGE'] },
      }),
    );
    const relations = models.map((from) => relation(from, 'LICENSED_UNDER', common));
    await store.write(change({ entities: [common, ...models], relations }));
    const where: Condition = { op: 'in', property: 'inputModalities', values: ['TEXT'] };
    const window = page({ limit: 20 });
    const wanted = models.slice(0, 20).map(({ id }) => id);
    const spec = edgePageSpec(['LICENSED_UNDER'], { direction: 'IN', where, window });
    const read = { kind: 'edges', ownerIds: [common.id], spec, select: nothing } as const;
    const rows = (await readOne(store, read)).get(common.id)?.rows ?? [];
    expect(rows.map(({ neighbor }) => nameOf(neighbor))).toEqual(wanted);
    expect(relationIds(rows)).toEqual(relations.slice(0, 20).map(({ id }) => [id]));
    const listed = await readOne(store, {
      kind: 'list',
      spec: { kind: 'MODEL', where, order: byName, window },
      select: nothing,
    });
    expect(listed.rows.map(({ node }) => nameOf(node))).toEqual(wanted);
    await store.close();
  }, 240_000);

  describe.each(['by writes', 'by a first load'])('written %s', (how) => {
    it('are counted in a range at the same cost, however many there are', async () => {
      const hits: number[][] = [];
      for (const count of sizes) {
        const store = await filled(count, how);
        const under = modelsOf(count).filter((_, n) => n % 10 !== 0);
        const inGamma = ({ familyName }: { readonly familyName: string | null }) =>
          familyName === 'gamma';
        const spec = edgeSpec(['LICENSED_UNDER'], { direction: 'IN', where: all(gamma, large) });
        const reads: readonly (readonly [Read<'listCount'> | Read<'edgeCounts'>, number])[] = [
          [
            { kind: 'listCount', spec: { kind: 'MODEL', where: all(licensed, large) } },
            under.filter(isLarge).length,
          ],
          [
            { kind: 'listCount', spec: { kind: 'MODEL', where: large } },
            modelsOf(count).filter(isLarge).length,
          ],
          [
            { kind: 'edgeCounts', ownerIds: [common.id], spec },
            under.filter(isLarge).filter(inGamma).length,
          ],
        ];
        const cost: number[] = [];
        for (const [read, wanted] of reads) {
          const found = await readOne(store, read as Read<'listCount' | 'edgeCounts'>);
          expect(typeof found === 'number' ? found : found.get(common.id)).toBe(wanted);
          const { hits: taken, plan } = await profile(database.driver, [read]);
          expect(taken, plan).toBeLessThan(100);
          cost.push(taken);
        }
        hits.push(cost);
        await store.close();
      }
      expect(hits[1]).toEqual(hits[0]);
    }, 240_000);
  });
}
