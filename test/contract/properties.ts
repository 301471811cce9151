import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { Keyset, PageWindow, Read, ReadResult } from '../../src/store/reads.ts';
import { aWorld } from '../support/arbitraries.ts';
import { Oracle } from '../support/oracle.ts';
import { plain } from '../support/plain.ts';
import { byName, nothing, page, placeOf } from '../support/reads.ts';
import type { World } from '../support/records.ts';
import { replace } from '../support/replace.ts';
import {
  aClaimSpec,
  aDisagreementSpec,
  aFacetSpec,
  aListSpec,
  anEdgeSpec,
  aSelection,
  ordersOf,
  ordersOfKind,
} from '../support/spec-arbitraries.ts';
import type { StoreUnderTest } from './stores.ts';

const places = fc.option(fc.nat(), { freq: 3 });
const aWindow = fc.record({
  limit: fc.nat({ max: 6 }),
  after: places,
  before: places,
  backward: fc.boolean(),
  peek: fc.boolean(),
});

/** A busy server takes seconds to plan a new statement. */
const timeoutMs = 300_000;

type Question = (world: World) => Read;

/** Any page of a read, between some of the rows that the whole read gives. */
function paged(
  world: World,
  windowed: (window: PageWindow) => Read,
  placesIn: (whole: unknown) => readonly Keyset[],
  drawn: {
    limit: number;
    after: number | null;
    before: number | null;
    backward: boolean;
    peek: boolean;
  },
): Read {
  const known = placesIn(new Oracle(world).answer(windowed(page({ limit: 1000 }))));
  const at = (index: number | null) => {
    const place = index === null ? undefined : known[index % Math.max(1, known.length)];
    // Some places belong to no row.
    return place !== undefined && index !== null && index % 5 === 4
      ? { ...place, id: `${place.id}-` }
      : (place ?? null);
  };
  const { limit, backward, peek, after, before } = drawn;
  return windowed({ limit, backward, peek, after: at(after), before: at(before) });
}

interface PlainRow {
  readonly sortValue: string | number;
  readonly neighbor: { readonly entity: { readonly id: string } };
  readonly node: { readonly entity: { readonly id: string } };
  readonly sort: string;
  readonly id: string;
}

function rowsOf(whole: unknown): readonly PlainRow[] {
  return (whole as { readonly rows: readonly PlainRow[] }).rows;
}

const aQuestion = (depth: number): fc.Arbitrary<Question> =>
  fc.oneof(
    fc
      .record({
        spec: anEdgeSpec,
        facts: fc.boolean(),
        order: fc.nat(),
        window: aWindow,
        select: aSelection(1),
      })
      .map(
        ({ spec, facts, order, window, select }): Question =>
          (world) => {
            const orders = ordersOf(spec);
            const chosen = orders[order % orders.length] ?? byName;
            const ownerIds = [...world.entities.map(({ id }) => id), 'Term:unknown'];
            return paged(
              world,
              (w) => ({
                kind: 'edges',
                ownerIds,
                spec: { ...spec, facts, order: chosen, window: w },
                select,
              }),
              (whole) =>
                Object.values(whole as Record<string, unknown>)
                  .flatMap(rowsOf)
                  .map((row) => ({ value: row.sortValue, id: row.neighbor.entity.id })),
              window,
            );
          },
      ),
    fc.record({ spec: aListSpec, order: fc.nat(), window: aWindow, select: aSelection(1) }).map(
      ({ spec, order, window, select }): Question =>
        (world) => {
          const orders = ordersOfKind(spec.kind);
          const chosen = orders[order % orders.length] ?? byName;
          return paged(
            world,
            (w) => ({ kind: 'list', spec: { ...spec, order: chosen, window: w }, select }),
            (whole) =>
              rowsOf(whole).map((row) => ({ value: row.sortValue, id: row.node.entity.id })),
            window,
          );
        },
    ),
    fc.record({ spec: aClaimSpec, window: aWindow }).map(
      ({ spec, window }): Question =>
        (world) => {
          const things = [...world.entities, ...world.relations, ...world.sources];
          const ownerIds = things.map(({ id }) => id);
          return paged(
            world,
            (w) => ({ kind: 'claims', ownerIds, spec: { ...spec, window: w } }),
            (whole) =>
              Object.values(whole as Record<string, unknown>)
                .flatMap(rowsOf)
                .map(({ sort, id }) => ({ value: sort, id })),
            window,
          );
        },
    ),
    fc.record({ spec: aDisagreementSpec, window: aWindow }).map(
      ({ spec, window }): Question =>
        (world) =>
          paged(
            world,
            (w) => ({ kind: 'disagreements', spec: { ...spec, window: w } }),
            (whole) => rowsOf(whole).map(({ sort, id }) => ({ value: sort, id })),
            window,
          ),
    ),
    aDisagreementSpec.map(
      (spec): Question =>
        () => ({ kind: 'disagreementCount', spec }),
    ),
    anEdgeSpec.map(
      (spec): Question =>
        ({ entities }) => ({ kind: 'edgeCounts', ownerIds: entities.map(({ id }) => id), spec }),
    ),
    aListSpec.map(
      (spec): Question =>
        () => ({ kind: 'listCount', spec }),
    ),
    fc.record({ spec: aFacetSpec, select: aSelection(1) }).map(
      (read): Question =>
        () => ({ kind: 'facet', ...read }),
    ),
    aClaimSpec.map(
      (spec): Question =>
        ({ sources }) => ({ kind: 'claimCounts', ownerIds: sources.map(({ id }) => id), spec }),
    ),
    aSelection(depth).map(
      (select): Question =>
        ({ entities }) => ({ kind: 'entities', ids: entities.map(({ id }) => id), select }),
    ),
  );

/** Random graphs and random reads. The store must give the result of the oracle. */
export function propertiesContract({ empty, effort }: StoreUnderTest): void {
  describe('any graph', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await empty();
    });

    it(
      'is read as the oracle reads it',
      async () => {
        const questions = fc.array(aQuestion(effort.depth), {
          minLength: effort.questionsPerWorld,
          maxLength: effort.questionsPerWorld,
        });
        const property = fc.asyncProperty(aWorld, fc.boolean(), questions, async (...drawn) => {
          const [world, keeping, asked] = drawn;
          await replace(store, world, keeping);
          const oracle = new Oracle(world);
          const reads = asked.map((question) => question(world));
          const answers = await store.read(reads);
          reads.forEach((read, index) => {
            const answer = plain(read, answers[index] as ReadResult);
            expect(answer, JSON.stringify(read)).toStrictEqual(oracle.answer(read));
          });
        });
        await fc.assert(property, { numRuns: effort.worlds });
      },
      timeoutMs,
    );

    it(
      'is walked whole, forwards and backwards, in pages of any size',
      async () => {
        const walked = fc.record({
          world: aWorld,
          spec: anEdgeSpec,
          order: fc.nat(),
          limit: fc.integer({ min: 1, max: 5 }),
        });
        const property = fc.asyncProperty(walked, async ({ world, spec, order, limit }) => {
          await replace(store, world);
          const oracle = new Oracle(world);
          const orders = ordersOf(spec);
          const chosen = orders[order % orders.length] ?? byName;
          const degrees = world.entities.map(({ id }) => ({
            id,
            all: oracle.edges(id, spec, chosen),
          }));
          const [owner] = degrees.sort((one, other) => other.all.length - one.all.length);
          if (owner === undefined) return;
          const walk = async (backward: boolean) => {
            const ids: string[] = [];
            let place: Keyset | null = null;
            for (let pages = 0; pages < 50; pages += 1) {
              const window = page({ limit, backward, [backward ? 'before' : 'after']: place });
              const [found] = await store.read([
                {
                  kind: 'edges',
                  ownerIds: [owner.id],
                  spec: { ...spec, facts: false, order: chosen, window },
                  select: nothing,
                },
              ]);
              const { rows, hasMore } = (found as ReadResult<'edges'>).get(owner.id) ?? {
                rows: [],
                hasMore: false,
              };
              const here = rows.map(({ neighbor }) => neighbor.entity.id);
              if (backward) ids.unshift(...here);
              else ids.push(...here);
              const next = backward ? rows[0] : rows.at(-1);
              if (!hasMore || next === undefined) return ids;
              place = placeOf(next);
            }
            throw new Error('the walk does not end');
          };
          const whole = owner.all.map(({ neighbor }) => neighbor.id);
          expect(await walk(false)).toEqual(whole);
          expect(await walk(true)).toEqual(whole);
        });
        await fc.assert(property, { numRuns: effort.worlds });
      },
      timeoutMs,
    );
  });
}
