import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelationRecord } from '../../../src/ontology/records.ts';
import { relationTypes } from '../../../src/ontology/relations.ts';
import type { EntityInput, GraphStore } from '../../../src/store/graph-store.ts';
import { Connection, type Transaction } from '../../../src/store/neo4j/bolt-connection.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import { applyChange } from '../../../src/store/neo4j/write/write-transaction.ts';
import type { Read } from '../../../src/store/reads.ts';
import type { Neo4jInfo } from '../../neo4j/bolt.ts';
import { wipe } from '../../neo4j/wipe.ts';
import { readOne } from '../../support/reads.ts';
import { change, license, model, organization, relation, term } from '../../support/records.ts';
import { driverAt, profile } from './profile.ts';

const hub = term('hub');
const size = 40;
const bounds = { from: 20, least: 6, kept: 9, most: 12, mostDegree: 5 };

/** Half of the neighbors are models, with relations to the hub; the others are terms. */
function neighbor(n: number, degree: number): EntityInput {
  const slug = `n${String(n).padStart(2, '0')}`;
  return n % 2 === 0 ? model(slug, { degree }) : term(slug, { degree });
}

function linksTo(of: EntityInput, best: boolean): readonly RelationRecord[] {
  if (of.kind === 'MODEL') {
    return [
      relation(of, 'EXEMPLIFIES', hub, { best }),
      // Two relations with one neighbor, in one fan or in two.
      ...(of.slug.endsWith('2') ? [relation(of, 'RELATED_TO', hub)] : []),
      ...(of.slug.endsWith('4')
        ? [relation(of, 'EXEMPLIFIES', hub, { id: `Relation:again-${of.slug}` })]
        : []),
    ];
  }
  // A symmetric relation may start at either end.
  return of.slug.endsWith('1')
    ? [relation(hub, 'RELATED_TO', of, { best })]
    : [relation(of, 'RELATED_TO', hub, { best })];
}

const aWrite = fc.uniqueArray(
  fc.record({
    n: fc.nat({ max: size - 1 }),
    degree: fc.nat({ max: 7 }),
    linked: fc.boolean(),
    unlinked: fc.boolean(),
    best: fc.boolean(),
    removed: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  }),
  { minLength: 1, maxLength: 20, selector: ({ n }) => n },
);
const aQuestion = fc.record({
  types: fc.constantFrom(relationTypes, ['EXEMPLIFIES'] as const, ['RELATED_TO'] as const),
  neighborKinds: fc.constantFrom(
    ...[null, ['MODEL'] as const, ['TERM', 'MODEL'] as const, ['TERM'] as const, ['TOOL'] as const],
  ),
  limit: fc.integer({ min: 1, max: 8 }),
});

interface There {
  readonly entity: EntityInput;
  readonly relations: readonly RelationRecord[];
}

const order = (one: EntityInput, other: EntityInput) =>
  one.degree - other.degree || (one.id < other.id ? -1 : 1);

/** The order of the neighbors of hubs, and what it costs if that is measured. */
export function hubs(server: Neo4jInfo, measured = true): void {
  const database = driverAt(server);

  const opened = async (given: object): Promise<GraphStore> => {
    await wipe(server);
    const store = createNeo4jStore({ ...server, timeoutMs: 60_000, ...given });
    await store.open();
    return store;
  };
  const surroundings = (of: { readonly id: string }, given: object): Read<'surroundings'> => ({
    ...{ kind: 'surroundings', ofId: of.id, types: relationTypes, neighborKinds: null },
    ...{ depth: 1, limit: 50, ...given },
  });

  it('is that of all neighbors after any writes, and the lists are its beginning', async () => {
    const store = await opened({ hubs: bounds });
    let [asked, listed] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(aWrite, { minLength: 1, maxLength: 6 }),
        fc.array(aQuestion, { minLength: 2, maxLength: 3 }),
        async (writes, questions) => {
          await store.write(
            change({
              remove: {
                entities: [hub.id, ...Array.from({ length: size }, (_, n) => neighbor(n, 0).id)],
              },
            }),
          );
          const first = Array.from({ length: size }, (_, n) => neighbor(n, n % 7));
          const there = new Map<number, There>(
            first.map((entity, n) => [n, { entity, relations: linksTo(entity, true) }]),
          );
          await store.write(
            change({
              entities: [hub, ...first],
              relations: [...there.values()].flatMap(({ relations }) => relations),
            }),
          );
          for (const write of [[], ...writes]) {
            const before = new Map(write.map(({ n }) => [n, there.get(n)]));
            for (const { n, degree, linked, unlinked, best, removed } of write) {
              const entity = neighbor(n, degree);
              const now = linked
                ? linksTo(entity, best)
                : unlinked
                  ? []
                  : (before.get(n)?.relations ?? []);
              if (removed) there.delete(n);
              else there.set(n, { entity, relations: now });
            }
            const written = write.flatMap(({ n, removed, linked, unlinked }) => {
              const now = there.get(n);
              const kept = new Set(linked ? now?.relations.map(({ id }) => id) : []);
              const gone = (before.get(n)?.relations ?? []).filter(({ id }) => !kept.has(id));
              if (now === undefined || removed) return [];
              return [{ ...now, anew: linked, gone: linked || unlinked ? gone : [] }];
            });
            await store.write(
              change({
                entities: written.map(({ entity }) => entity),
                relations: written.flatMap(({ relations, anew }) => (anew ? relations : [])),
                remove: {
                  entities: write.flatMap(({ n, removed }) =>
                    removed ? (before.get(n)?.entity.id ?? []) : [],
                  ),
                  relations: written.flatMap(({ gone }) => gone.map(({ id }) => id)),
                },
              }),
            );
            const linkedOver = (types: readonly string[]) =>
              [...there.values()]
                .filter(({ relations }) =>
                  relations.some(({ type, best }) => best && types.includes(type)),
                )
                .map(({ entity }) => entity)
                .sort(order);
            const { records } = await database.driver.executeQuery(
              `MATCH (f:HubFan {ownerId: $hub})
               RETURN f.fan, f.near`,
              { hub: hub.id },
            );
            for (const record of records) {
              const [fan, near] = [...record.values()] as [string, string[]];
              const all = linkedOver([fan.split(' ')[0] ?? '']).filter(
                ({ degree }) => degree <= bounds.mostDegree,
              );
              const ids = near.map((key) => key.slice(key.indexOf('\u0000') + 1));
              expect(ids).toEqual(all.slice(0, ids.length).map(({ id }) => id));
              expect(ids.length).toBeLessThanOrEqual(bounds.most);
              if (ids.length < bounds.least) expect(ids).toHaveLength(all.length);
            }
            for (const { types, neighborKinds, limit } of questions) {
              const found = await readOne(
                store,
                surroundings(hub, { types, neighborKinds, limit }),
              );
              const wanted = linkedOver(types).filter(
                ({ kind }) =>
                  neighborKinds === null || (neighborKinds as readonly string[]).includes(kind),
              );
              expect(found?.slice(1)).toEqual(
                wanted.slice(0, limit).map(({ id, degree }) => ({ id, degree })),
              );
              asked += 1;
              if (records.length > 0) listed += 1;
            }
          }
        },
      ),
      { numRuns: 6 },
    );
    expect(listed).toBeGreaterThan(asked / 2);
    await store.close();
  }, 240_000);

  it('has as many neighbors listed if each has several relations', async () => {
    const store = await opened({ hubs: bounds });
    const shared = license('shared');
    const models = Array.from({ length: size }, (_, n) => neighbor(2 * n, 1));
    const relations = models.flatMap((each) =>
      ['one', 'two', 'three'].map((name) =>
        relation(each, 'LICENSED_UNDER', shared, { id: `Relation:${name}-${each.slug}` }),
      ),
    );
    await store.write(change({ entities: [shared, ...models], relations }));
    const { records } = await database.driver.executeQuery(
      'MATCH (f:HubFan {ownerId: $shared}) RETURN f.near',
      { shared: shared.id },
    );
    expect(records.map((record) => record.get(0))).toEqual([
      models.slice(0, bounds.kept).map(({ id }) => expect.stringContaining(id)),
    ]);
    await store.close();
  });

  it('has its lists written in messages of some of them, however many hubs a change has', async () => {
    await (await opened({})).close();
    const models = Array.from({ length: 120 }, (_, n) => neighbor(2 * n, 1));
    const [one, two] = [license('one'), license('two')];
    const of = (each: EntityInput) => relation(each, 'LICENSED_UNDER', one);
    const also = (each: EntityInput) => relation(each, 'LICENSED_UNDER', two);
    const sent: number[] = [];
    const connection = new Connection({ ...server, timeoutMs: 60_000 });
    const written = (given: object) =>
      connection.write('write', (tx) => {
        const run: Transaction['run'] = (text, parameters) => {
          const { rows, ids } = (parameters ?? {}) as Readonly<Record<string, unknown[]>>;
          const listing = /MERGE \(f:HubFan|f\.near|n\.degree AS degree/.test(text);
          if (listing) sent.push((ids ?? rows ?? []).length);
          return tx.run(text, parameters);
        };
        return applyChange({ run }, change(given), { ...bounds, from: 1 });
      });
    await written({ entities: [one, two, ...models], relations: models.map(of) });
    await written({ relations: models.map(also) });
    const { records } = await database.driver.executeQuery('MATCH (f:HubFan) RETURN count(*)');
    expect(records[0]?.get(0)).toBe(models.length + 2);
    expect(sent.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(4 * models.length);
    expect(Math.max(...sent)).toBeLessThanOrEqual(50);
    await connection.close();
  });

  if (!measured) return;
  describe('costs a walk the same', () => {
    const center = term('center');
    const near = model('near');
    const shared = license('shared');
    const steward = organization('steward');
    const sizes = [300, 1200];
    const larger = { from: 64, least: 64, kept: 96, most: 128, mostDegree: 16 };
    let store: GraphStore;

    /** A term and a license with so many models, with the degrees that these have. */
    const hubOf = (count: number) => {
      const models = Array.from({ length: count }, (_, n) =>
        model(`m${n}`, { degree: 2 + (n % 3) }),
      );
      return {
        entities: [center, near, shared, steward, ...models],
        relations: [
          relation(shared, 'STEWARDED_BY', steward),
          ...[...models, near].flatMap((each) => [
            relation(each, 'EXEMPLIFIES', center),
            relation(each, 'LICENSED_UNDER', shared),
          ]),
        ],
      };
    };
    const costs = async () => {
      const found: number[] = [];
      for (const [of, depth] of [
        [center, 1],
        [near, 2],
      ] as const) {
        const read = surroundings(of, { depth });
        expect(await readOne(store, read)).toHaveLength(51);
        found.push((await profile(database.driver, [read])).hits);
      }
      // What leads to no neighbor of the kind is left out, so that the hub is not read.
      const neighborKinds = ['ORGANIZATION'] as const;
      const few = { types: relationTypes, direction: 'BOTH', neighborKinds, limit: 50 } as const;
      const links = { kind: 'links', ownerIds: [shared.id], spec: few } as const;
      // More links than the limit are as good as none, so that no more are read.
      const whole = { types: relationTypes, direction: 'IN', neighborKinds: null } as const;
      const spec = { ...whole, limit: 50, allOrNone: true } as const;
      const allOrNone = { kind: 'links', ownerIds: [shared.id], spec } as const;
      expect((await readOne(store, allOrNone)).get(shared.id)).toEqual({
        ...{ links: [], complete: false },
      });
      for (const read of [surroundings(shared, { neighborKinds }), links, allOrNone]) {
        found.push((await profile(database.driver, [read])).hits);
      }
      expect(await readOne(store, surroundings(shared, { neighborKinds }))).toHaveLength(2);
      expect((await readOne(store, links)).get(shared.id)?.links).toHaveLength(1);
      return found;
    };

    it.each(['after a write', 'after a first load'])(
      '%s, however large the hub',
      async (how) => {
        const measured: number[][] = [];
        for (const count of sizes) {
          store = await opened({ hubs: larger });
          const { entities, relations } = hubOf(count);
          if (how === 'after a first load') {
            await store.filling?.begin();
            await store.write(change({ entities, allNew: true, follows: 0 }));
            await store.write(change({ relations, allNew: true, follows: 1 }));
            await store.filling?.end();
          } else {
            await store.write(change({ entities }));
            await store.write(change({ relations }));
          }
          measured.push(await costs());
          await store.close();
        }
        const [small, large] = measured as [number[], number[]];
        for (const [at, hits] of large.entries()) {
          expect(hits).toBeLessThan(300);
          expect(hits).toBeLessThan(1.2 * (small[at] ?? 0));
        }
      },
      240_000,
    );
  });
}
