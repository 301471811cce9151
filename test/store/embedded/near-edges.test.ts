import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelationRecord } from '../../../src/ontology/records.ts';
import { Codes } from '../../../src/store/embedded/database/codes.ts';
import { openDatabase, type Sqlite } from '../../../src/store/embedded/database/database.ts';
import { Graph } from '../../../src/store/embedded/database/graph.ts';
import { linksOf, surroundings } from '../../../src/store/embedded/read/walk-reads.ts';
import { fillNearEdges, stopNearEdges } from '../../../src/store/embedded/write/near-edges.ts';
import { Writer } from '../../../src/store/embedded/write-change.ts';
import type { EntityInput } from '../../../src/store/graph-store.ts';
import { change, model, relation, term } from '../../support/records.ts';

const hub = term('hub');
const size = 100;
const bounds = { from: 60, least: 80, oneOf: 2 };

/** Half of the neighbors are models, with relations to the hub; the others are terms. */
function neighbor(n: number, degree: number, name: string): EntityInput {
  const slug = `n${String(n).padStart(4, '0')}`;
  return n % 2 === 0 ? model(slug, { degree, name }) : term(slug, { degree, name });
}

function linksTo(of: EntityInput, given: Partial<RelationRecord> = {}): readonly RelationRecord[] {
  if (of.kind === 'MODEL') return [relation(of, 'EXEMPLIFIES', hub, given)];
  // A symmetric relation may start at either end.
  return [
    of.slug.endsWith('1')
      ? relation(hub, 'RELATED_TO', of, given)
      : relation(of, 'RELATED_TO', hub, given),
  ];
}

const aWrite = fc.uniqueArray(
  fc.record({
    n: fc.nat({ max: size - 1 }),
    degree: fc.nat({ max: 5 }),
    name: fc.constantFrom('same', 'other'),
    linked: fc.boolean(),
    unlinked: fc.boolean(),
    best: fc.boolean(),
    removed: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  }),
  { minLength: 1, maxLength: 40, selector: ({ n }) => n },
);
const aQuestion = fc.record({
  types: fc.constantFrom(['EXEMPLIFIES'] as const, ['EXEMPLIFIES', 'RELATED_TO'] as const),
  neighborKinds: fc.constantFrom(
    ...[null, ['MODEL'] as const, ['TERM', 'MODEL'] as const, ['TERM'] as const, ['TOOL'] as const],
  ),
  limit: fc.integer({ min: 1, max: 12 }),
});

interface There {
  readonly entity: EntityInput;
  readonly relations: readonly RelationRecord[];
}

const rowsOf = (database: Sqlite, text: string) =>
  database.prepare(text).raw().all([]) as unknown as (string | number)[][];
const nearColumns = 'owner, slot, degree, neighbor, relation, neighbor_n, standing';
const fansOf = (database: Sqlite) =>
  rowsOf(database, 'SELECT DISTINCT owner, slot FROM edge').map(([owner, slot]) => ({
    near: rowsOf(
      database,
      `SELECT ${nearColumns} FROM near_edge WHERE owner = ${owner} AND slot = ${slot}
       ORDER BY degree, neighbor, relation`,
    ),
    all: rowsOf(
      database,
      `SELECT ${nearColumns} FROM edge WHERE owner = ${owner} AND slot = ${slot}
       ORDER BY degree, neighbor, relation`,
    ),
  }));

const compare = (one: EntityInput, other: EntityInput) =>
  one.degree - other.degree || (one.id < other.id ? -1 : 1);

describe('the near edges of a hub', () => {
  it('are the first by degree after any writes, and walks read no others', () => {
    let asked = 0;
    let fromNear = 0;
    fc.assert(
      fc.property(
        fc.array(aWrite, { minLength: 1, maxLength: 6 }),
        fc.array(aQuestion, { minLength: 2, maxLength: 4 }),
        (writes, questions) => {
          const database = openDatabase(':memory:');
          const codes = new Codes(database);
          const writer = new Writer(database, codes, bounds);
          const there = new Map<number, There>();
          const first = Array.from({ length: 2 * size }, (_, n) => neighbor(n, n % 5, 'same'));
          for (const [n, entity] of first.entries()) {
            there.set(n, { entity, relations: linksTo(entity) });
          }
          const relations = first.flatMap((entity) => linksTo(entity));
          writer.write(change({ entities: [hub, ...first], relations }));
          for (const write of [[], ...writes]) {
            const before = new Map(write.map(({ n }) => [n, there.get(n)]));
            for (const { n, degree, name, linked, unlinked, best, removed } of write) {
              const entity = neighbor(n, degree, name);
              // Some relations stay as they are, while an end changes.
              const now = linked
                ? linksTo(entity, { best })
                : unlinked
                  ? []
                  : before.get(n)?.relations;
              if (removed) there.delete(n);
              else there.set(n, { entity, relations: now ?? [] });
            }
            const written = write.flatMap(({ n, removed }) => {
              const now = removed ? undefined : there.get(n);
              return now === undefined ? [] : [{ ...now, was: before.get(n) }];
            });
            writer.write(
              change({
                entities: written.map(({ entity }) => entity),
                relations: written.flatMap(({ relations, was }) =>
                  relations === was?.relations ? [] : relations,
                ),
                remove: {
                  entities: write.flatMap(({ n, removed }) =>
                    removed ? (before.get(n)?.entity.id ?? []) : [],
                  ),
                  relations: write.flatMap(({ n, unlinked }) => {
                    const relations = unlinked ? before.get(n)?.relations : undefined;
                    return (relations ?? []).map(({ id }) => id);
                  }),
                },
              }),
            );
            for (const { near, all } of fansOf(database)) {
              expect(near).toEqual(all.slice(0, near.length));
              if (all.length < bounds.from) continue;
              const least = (3 * bounds.least) / 4;
              expect(near.length).toBeGreaterThanOrEqual(Math.min(all.length, least));
            }
            const graph = new Graph(database, codes, {
              ...{ cacheBytes: 1_000_000, crowdedFrom: 10, mostLookedAt: 1000 },
              before: () => {},
            });
            const real = graph.statements.rows.bind(graph.statements);
            graph.statements.rows = (sql, parameters) => {
              if (sql.includes('FROM near_edge') && !sql.includes('FROM edge')) fromNear += 1;
              return real(sql, parameters);
            };
            for (const { limit, neighborKinds, types } of questions) {
              asked += 1;
              const spec = { types, neighborKinds, limit };
              const linked = [...there.values()]
                .filter(
                  ({ entity, relations }) =>
                    (neighborKinds === null ||
                      (neighborKinds as readonly string[]).includes(entity.kind)) &&
                    relations.some(
                      ({ type, best }) => best && (types as readonly string[]).includes(type),
                    ),
                )
                .map(({ entity }) => entity)
                .sort(compare);
              const around = surroundings(graph, hub.id, { ...spec, depth: 1 });
              expect(around?.slice(1)).toEqual(
                linked.slice(0, limit).map(({ id, degree }) => ({ id, degree })),
              );
              const { links, complete } = linksOf(graph, hub.id, { ...spec, direction: 'BOTH' });
              expect(links.map(({ neighborId }) => neighborId)).toEqual(
                linked.slice(0, limit).map(({ id }) => id),
              );
              expect(complete).toBe(linked.length <= limit);
            }
          }
          database.close();
        },
      ),
      { numRuns: 25 },
    );
    expect(fromNear).toBeGreaterThan(asked / 2);
  }, 120_000);

  it('stay few, however many nearer neighbors come', () => {
    const database = openDatabase(':memory:');
    const writer = new Writer(database, new Codes(database), { from: 4, least: 5, oneOf: 8 });
    for (const [at, degree] of [9, 8, 7, 6, 5].entries()) {
      const some = Array.from({ length: 20 }, (_, n) => neighbor(20 * at + n, degree, 'same'));
      writer.write(
        change({
          entities: [hub, ...some],
          relations: some.flatMap((entity) => linksTo(entity)),
        }),
      );
      // A symmetric relation is an edge of its other end, too.
      const ofHub = fansOf(database).filter(({ all }) => all.length > 1);
      expect(ofHub).toHaveLength(2);
      for (const { near, all } of ofHub) {
        expect(all).toHaveLength(10 * (at + 1));
        expect(near).toEqual(all.slice(0, near.length));
        expect(near.length).toBeGreaterThan(3);
        expect(near.length).toBeLessThan(15);
      }
    }
    database.close();
  });

  it('are found at the end of a filling as by writes, and kept from then on', () => {
    const database = openDatabase(':memory:');
    const writer = new Writer(database, new Codes(database));
    const all = Array.from({ length: 2 * 2100 }, (_, n) => neighbor(n, n % 7, `name ${n}`));
    const relations = all.flatMap((entity) => linksTo(entity));
    writer.write(change({ entities: [hub, ...all], relations }));
    const near = () => rowsOf(database, `SELECT ${nearColumns} FROM near_edge`);
    const before = near();
    expect(before).toHaveLength(2 * 1024);
    stopNearEdges(database);
    database.exec('DELETE FROM near_edge');
    fillNearEdges(database);
    expect(near()).toEqual(before);
    const nearest = neighbor(0, 0, 'name 0');
    writer.write(change({ remove: { entities: [nearest.id] } }));
    expect(near()).toEqual(before.filter(([, , , id]) => id !== nearest.id));
    database.close();
  }, 60_000);
});
