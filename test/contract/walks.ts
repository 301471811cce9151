import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { kindOfId } from '../../src/ontology/ids.ts';
import { entityKinds } from '../../src/ontology/kinds.ts';
import { relationOf, relationTypes } from '../../src/ontology/relations.ts';
import { bestOfRoutes, shortestPath } from '../../src/reasoning/walks/shortest-path.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type {
  LinkRow,
  Read,
  RouteSpec,
  SurroundingsSpec,
  WalkSpec,
} from '../../src/store/reads.ts';
import { fansOver, sharedOver } from '../reasoning/walks/small-graph.ts';
import { contentsOf } from '../support/contents.ts';
import { readOne } from '../support/reads.ts';
import { change, relation, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';
import { fill, licenses, maker, models, runner, terms, world } from './world.ts';

const { open, weights, closed, same1, same2, same3, permissive } = terms;
const { early, late, dark, tuned } = models;

const around: SurroundingsSpec = { types: relationTypes, neighborKinds: null, depth: 1, limit: 50 };
const ways: RouteSpec = { types: relationTypes, maxDepth: 10, limit: 100 };

/** The reads of walks: links, the entities around one, and the shortest paths between two. */
export function walksContract(stores: StoreUnderTest): void {
  describe('walks', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fill(await stores.empty());
    });

    const surroundings = (of: { readonly id: string }, given: Partial<SurroundingsSpec> = {}) =>
      readOne(store, { kind: 'surroundings', ofId: of.id, ...around, ...given });

    it('links of some types, in some direction, to some kinds, are those among all', async () => {
      const ownerIds = world.entities.map(({ id }) => id);
      const linksOf = (spec: WalkSpec) => readOne(store, { kind: 'links', ownerIds, spec });
      const whole = { types: relationTypes, direction: 'BOTH', neighborKinds: null } as const;
      const all = await linksOf({ ...whole, limit: 1000 });
      const kinds = fc.option(fc.subarray([...entityKinds], { maxLength: 3 }), { nil: null });
      const types = fc.oneof(fc.constant(relationTypes), fc.subarray([...relationTypes]));
      const specs = fc.record({
        types,
        direction: fc.constantFrom('OUT', 'IN', 'BOTH'),
        neighborKinds: kinds,
        limit: fc.integer({ min: 1, max: 6 }),
      });
      const isAsked = (link: LinkRow, { types, direction, neighborKinds }: WalkSpec) =>
        types.includes(link.type) &&
        (direction === 'BOTH' ||
          relationOf(link.type).symmetric ||
          link.forward === (direction === 'OUT')) &&
        (neighborKinds === null ||
          neighborKinds.some((kind) => kind === kindOfId(link.neighborId)));
      await fc.assert(
        fc.asyncProperty(specs, async (spec) => {
          const expected = (allOrNone: boolean) =>
            new Map(
              [...all].map(([id, { links }]) => {
                const asked = links.filter((link) => isAsked(link, spec));
                const complete = asked.length <= spec.limit;
                const most = complete || !allOrNone ? spec.limit : 0;
                return [id, { links: asked.slice(0, most), complete }];
              }),
            );
          expect(await linksOf(spec)).toEqual(expected(false));
          expect(await linksOf({ ...spec, allOrNone: true })).toEqual(expected(true));
        }),
        { numRuns: stores.isEmbedded ? 100 : 30 },
      );
    }, 60_000);

    it.each<[string, { id: string }, Partial<SurroundingsSpec>, readonly string[]]>([
      // By degree, which the world sets for one of them only, then by id.
      [
        'all at one step, but what is not best',
        open,
        {},
        ids(open, dark, early, late, closed, same1, same2, same3, runner, weights),
      ],
      ['none at no step', open, { depth: 0 }, ids(open)],
      ['one type', open, { types: ['BROADER'], depth: 3 }, ids(open, weights, closed)],
      ['no type', open, { types: [], depth: 3 }, ids(open)],
      ['one kind', open, { neighborKinds: ['MODEL'] }, ids(open, dark, early, late)],
      ['no kind', open, { neighborKinds: [] }, ids(open)],
      [
        'a kind that has to be passed through',
        permissive,
        { neighborKinds: ['LICENSE', 'MODEL'], depth: 2 },
        ids(permissive, licenses.mit, early),
      ],
      [
        'two steps of one type',
        tuned,
        { types: ['DERIVED_FROM', 'DEVELOPED_BY'], depth: 3 },
        ids(tuned, early, maker, late),
      ],
      ['as many as there are', weights, { limit: 3 }, ids(weights, closed, open)],
      ['one more than the limit', weights, { limit: 2 }, ids(weights, closed, open)],
      ['the center alone', weights, { limit: 1 }, ids(weights, closed)],
      [
        'no level beyond one that is cut',
        weights,
        { depth: 3, limit: 2 },
        ids(weights, closed, open),
      ],
      [
        'into the level that is cut',
        weights,
        { depth: 2, limit: 4 },
        ids(weights, closed, open, dark, early),
      ],
    ])('what lies around: %s', async (_what, of, given, expected) => {
      const found = await surroundings(of, given);
      expect(found?.map(({ id }) => id)).toEqual(expected);
      const degrees = new Map(world.entities.map(({ id, degree }) => [id, degree]));
      for (const { id, degree } of found ?? []) expect(degree).toBe(degrees.get(id));
    });

    it('the surroundings of nothing', async () => {
      expect(await surroundings({ id: 'Term:none' })).toBeNull();
    });

    const routes = (from: { id: string }, to: { id: string }, given: Partial<RouteSpec> = {}) =>
      readOne(store, { kind: 'routes', fromId: from.id, toId: to.id, ...ways, ...given });

    it('the shortest ways, by the links they are made of', async () => {
      const found = await routes(weights, early);
      if (!store.findsRoutes) {
        expect(found).toBeNull();
        return;
      }
      const named = [...(found ?? [])].map(([id, links]) => [
        id,
        links.map(({ type, forward, neighborSlug }) => [type, forward, neighborSlug]).sort(),
      ]);
      expect(named).toEqual([
        [weights.id, [['BROADER', false, 'open']]],
        [
          open.id,
          [
            ['EXEMPLIFIES', false, 'early'],
            ['RELATED_TO', false, 'early'],
          ],
        ],
      ]);
      expect(await routes(weights, early, { limit: 1 })).toBeNull();
      expect(await routes(weights, early, { maxDepth: 1 })).toEqual(new Map());
      expect(await routes(weights, early, { types: [] })).toEqual(new Map());
      expect(await routes(weights, early, { types: ['PART_OF'], maxDepth: 6 })).toEqual(new Map());
      // One of these relations is not best.
      expect(await routes(open, tuned, { types: ['EXEMPLIFIES'] })).toBeNull();
      expect([...((await routes(runner, open)) ?? []).values()].flat()).toMatchObject([
        { type: 'HAS_TOOL' },
      ]);
      expect(await routes(open, { id: 'Term:none' })).toEqual(new Map());
    });
  });

  describe('walks of other graphs', () => {
    it('several relations with one neighbor take one place', async () => {
      const [center, twice, once] = [term('center'), term('a-twice'), term('b-once')];
      const own = await stores.empty();
      await own.write(
        change({
          entities: [center, twice, once],
          relations: [
            relation(center, 'RELATED_TO', twice),
            relation(center, 'REQUIRES', twice),
            relation(center, 'PART_OF', twice),
            relation(center, 'RELATED_TO', once),
          ],
        }),
      );
      const read = { kind: 'surroundings', ofId: center.id, ...around, limit: 2 } as const;
      const found = await readOne(own, read);
      expect(found?.map(({ id }) => id)).toEqual(ids(center, twice, once));
    });

    it('what lies between entities, and the best path over it, is that of a walk from both ends', async () => {
      const own = await stores.empty();
      const size = 9;
      const nodes = Array.from({ length: size }, (_, index) =>
        term(`n${index}`, { degree: (index * 5) % 4 }),
      );
      const arc = fc.record({
        from: fc.nat(size - 1),
        to: fc.nat(size - 1),
        type: fc.constantFrom('RELATED_TO', 'REQUIRES', 'PART_OF'),
        best: fc.boolean(),
      });
      const graph = fc.uniqueArray(arc, {
        maxLength: 24,
        selector: ({ from, to, type }) => JSON.stringify([from, to, type]),
      });
      await fc.assert(
        fc.asyncProperty(graph, fc.integer({ min: 1, max: 6 }), async (arcs, maxDepth) => {
          const unlike = arcs.filter(({ from, to }) => from !== to);
          const wanted = new Map(
            unlike.map(({ from, to, type, best }) => {
              const made = relation(nodes[from] ?? open, type, nodes[to] ?? open, { best });
              return [made.id, made];
            }),
          );
          const held = (await contentsOf(own)).relations;
          await own.write(
            change({
              entities: nodes,
              relations: [...wanted.values()],
              remove: { relations: [...held.keys()].filter((id) => !wanted.has(id)) },
            }),
          );
          const [fromId, toId] = ids(nodes[0] ?? open, nodes[1] ?? open) as [string, string];
          const expand = (direction: 'OUT' | 'BOTH') => async (ownerIds: readonly string[]) => {
            const spec = { types: relationTypes, direction, neighborKinds: null } as const;
            const read = { kind: 'links', ownerIds, spec: { ...spec, limit: 100 } } as const;
            const links = await readOne(own, read);
            return new Map<string, readonly LinkRow[]>(
              [...links].map(([id, found]) => [id, found.links]),
            );
          };
          const links = await expand('BOTH')(ids(...nodes));
          const types = relationTypes;
          const fans = await readOne(own, { kind: 'fans', ownerIds: ids(...nodes), types });
          const bestFans = [...fans].flatMap(([id, all]) => {
            // The numbers count relations that are not best, too.
            for (const fan of fansOver(links.get(id) ?? [])) {
              const counted = all.find(({ type, side }) => type === fan.type && side === fan.side);
              expect(counted?.total).toBeGreaterThanOrEqual(fan.total);
            }
            return all.map((fan) => ({ id, ...fan }));
          });
          const pairs = bestFans.flatMap((one) =>
            bestFans.filter(({ id }) => id !== one.id).map((other) => [one, other] as const),
          );
          const shared = await readOne(own, { kind: 'sharedNeighbors', pairs });
          expect(shared).toEqual(pairs.map((pair) => sharedOver(links, pair)));

          const query = { fromId, toId, maxDepth, maxLinks: 1000, maxHubLinks: 1000 };
          const reading = {
            ...{ all: expand('BOTH'), starting: expand('OUT') },
            crossing: {
              fans: async (ownerIds: readonly string[]) =>
                await readOne(own, { kind: 'fans', ownerIds, types }),
              shared: async (asked: Read<'sharedNeighbors'>['pairs']) =>
                await readOne(own, { kind: 'sharedNeighbors', pairs: asked }),
            },
          };
          const plain = { ...query, hubLinks: 1000, maxLooked: 0 };
          const walked = await shortestPath(plain, reading);
          const looking = { ...query, hubLinks: 0, maxLooked: 1000 };
          expect(await shortestPath(looking, reading)).toEqual(walked);
          const found = await readOne(own, { kind: 'routes', fromId, toId, ...ways, maxDepth });
          if (found !== null) expect(bestOfRoutes(fromId, toId, found)).toEqual(walked);
          else if (own.findsRoutes)
            expect(wanted).toSatisfy((all: typeof wanted) =>
              [...all.values()].some(({ best }) => !best),
            );
        }),
        { numRuns: stores.isEmbedded ? 25 : 8 },
      );
    }, 120_000);

    it('no ways of its own near a hub, where a walk looks up what lies between', async () => {
      const own = await stores.empty();
      const [left, right, hub] = [term('left'), term('right'), term('hub', { degree: 501 })];
      const [near, far] = [term('near'), term('far')];
      await own.write(
        change({
          entities: [left, right, hub, near, far],
          relations: [
            relation(left, 'REQUIRES', near),
            relation(near, 'REQUIRES', hub),
            relation(far, 'REQUIRES', hub),
            relation(right, 'REQUIRES', far),
          ],
        }),
      );
      const [fromId, toId] = ids(left, right) as [string, string];
      expect(await readOne(own, { kind: 'routes', fromId, toId, ...ways })).toBeNull();
      const two = { kind: 'routes', fromId, toId: near.id, ...ways, maxDepth: 2 } as const;
      expect(await readOne(own, two)).toBeNull();
    });
  });
}

function ids(...entities: readonly { readonly id: string }[]): string[] {
  return entities.map(({ id }) => id);
}
