import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { classifyModels } from '../../src/loaders/classify-models.ts';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import type { Loaders } from '../../src/loaders/loaders.ts';
import {
  edgeCountPlan,
  edgePlan,
  keyed,
  keyedWith,
  planSelection,
} from '../../src/loaders/plan.ts';
import { entityRecordSchemas } from '../../src/ontology/records.ts';
import { relationTypes } from '../../src/ontology/relations.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { EdgePage, EntityPage, EntityPart, PageWindow } from '../../src/store/reads.ts';
import type { StoreUnderTest } from '../contract/stores.ts';
import { aWorld } from '../support/arbitraries.ts';
import { executeWith } from '../support/execute.ts';
import { edgePageSpec, page } from '../support/reads.ts';
import {
  aClaimSpec,
  aDisagreementSpec,
  aFacetSpec,
  aListSpec,
  anEdgeSpec,
  ordersOf,
  ordersOfKind,
} from '../support/spec-arbitraries.ts';
import { aStep, EvolvingWorld } from './evolving-world.ts';
import { KeptAnswers } from './kept-answers.ts';
import { wipeStore } from './wipe-store.ts';

/** A busy server plans a statement that it has not seen for seconds. */
const timeoutMs = 600_000;

/** Something to ask of loaders, with what it gives as plain data. */
type Ask = (loaders: Loaders) => Promise<unknown>;

const properties = fc.subarray(
  ['name', 'slug', 'summary', 'aliases', 'totalParameters', 'degree', 'revision', 'updatedAt'],
  { maxLength: 3 },
);
const ids = fc.constantFrom(
  ...['Term:t0', 'Term:t1', 'Term:t2', 'Model:m0', 'Model:m1', 'License:l0', 'License:l1'],
  ...['Organization:o0', 'Tool:u0', 'Term:unknown'],
);
const aWindow = fc
  .record({ limit: fc.nat({ max: 4 }), backward: fc.boolean(), peek: fc.boolean() })
  .map((given): PageWindow => page(given));
const walkTypes = fc.constantFrom(
  [...relationTypes],
  ['RELATED_TO' as const],
  ['BROADER' as const],
);

/** Of a part no more than was asked for: what came along is nobody's. */
function partOf(part: EntityPart | null | undefined, wanted: readonly string[]): unknown {
  if (part === null || part === undefined) return null;
  const known = Object.keys(entityRecordSchemas[part.kind].shape);
  const own = wanted.filter((name) => known.includes(name));
  return [part.id, part.kind, ...own.map((name) => part[name])];
}

function plainEdges({ rows, hasMore }: EdgePage, wanted: readonly string[]): unknown {
  return {
    hasMore,
    rows: rows.map(({ relations, sortValue, neighbor }) => {
      return { relations, sortValue, neighbor: partOf(neighbor.entity, wanted) };
    }),
  };
}

function plainList({ rows, hasMore }: EntityPage, wanted: readonly string[]): unknown {
  return {
    hasMore,
    rows: rows.map(({ sortValue, node }) => [sortValue, partOf(node.entity, wanted)]),
  };
}

const anAsk: fc.Arbitrary<Ask> = fc.oneof(
  // The first of the neighbors: whoever is renamed may become it.
  fc
    .record({
      id: fc.constantFrom('Term:t0', 'Term:t1', 'License:l0', 'Model:m0'),
      type: fc.constantFrom('RELATED_TO' as const, 'LICENSED_UNDER' as const),
      descending: fc.boolean(),
    })
    .map(({ id, type, descending }): Ask => {
      const order = { property: 'sort', descending };
      const spec = edgePageSpec([type], { direction: 'BOTH', ranks: 'ALL', order });
      const plan = edgePlan({ ...spec, window: page({ limit: 1 }) }, planSelection(['name']));
      return async (loaders) => plainEdges(await loaders.edges(id, plan), ['name']);
    }),
  fc.record({ id: ids, wanted: properties }).map(({ id, wanted }): Ask => {
    const select = planSelection(wanted);
    return async (loaders) => partOf(await loaders.entity(id, select), wanted);
  }),
  fc
    .record({
      kind: fc.constantFrom('TERM' as const, 'MODEL' as const, 'LICENSE' as const),
      key: fc.constantFrom('t0', 't0-0', 'm0', 'm1-1', 'l0', 'was-0', 'was-1', 'none'),
      wanted: properties,
    })
    .map(({ kind, key, wanted }): Ask => {
      const select = planSelection(wanted);
      return async (loaders) => partOf(await loaders.locate({ kind, key }, select), wanted);
    }),
  fc
    .record({
      id: ids,
      spec: anEdgeSpec,
      order: fc.nat(),
      facts: fc.boolean(),
      window: aWindow,
      wanted: properties,
    })
    .map(({ id, spec, order, facts, window, wanted }): Ask => {
      const orders = ordersOf(spec);
      const chosen = orders[order % orders.length] ?? { property: 'sort', descending: false };
      const plan = edgePlan({ ...spec, order: chosen, facts, window }, planSelection(wanted));
      return async (loaders) => plainEdges(await loaders.edges(id, plan), wanted);
    }),
  // A page and a count that come along with their entity are kept as well.
  fc
    .record({ id: ids, outer: anEdgeSpec, inner: anEdgeSpec, counted: anEdgeSpec, window: aWindow })
    .map(({ id, outer, inner, counted, window }): Ask => {
      const order = { property: 'sort', descending: false } as const;
      const nested = edgePlan({ ...inner, order, facts: true, window }, planSelection(['name']));
      const count = edgeCountPlan(counted);
      const plan = edgePlan(
        { ...outer, order, facts: true, window },
        planSelection([], [nested], [count]),
      );
      return async (loaders) => {
        const { rows } = await loaders.edges(id, plan);
        const found = rows.map(async ({ neighbor: { entity } }) => [
          plainEdges(await loaders.edges(entity.id, nested), ['name']),
          await loaders.edgeCount(entity.id, count),
        ]);
        return Promise.all(found);
      };
    }),
  fc.record({ id: ids, spec: anEdgeSpec }).map(({ id, spec }): Ask => {
    const plan = edgeCountPlan(spec);
    return async (loaders) => loaders.edgeCount(id, plan);
  }),
  fc
    .record({ spec: aListSpec, order: fc.nat(), window: aWindow, wanted: properties })
    .map(({ spec, order, window, wanted }): Ask => {
      const orders = ordersOfKind(spec.kind);
      const chosen = orders[order % orders.length] ?? { property: 'sort', descending: false };
      const plan = keyedWith({ ...spec, order: chosen, window }, planSelection(wanted));
      return async (loaders) => plainList(await loaders.list(plan), wanted);
    }),
  aListSpec.map(
    (spec): Ask =>
      async (loaders) =>
        loaders.listCount(keyed(spec)),
  ),
  aFacetSpec.map((spec): Ask => {
    const plan = keyedWith(spec, planSelection(['name']));
    return async (loaders) =>
      (await loaders.facet(plan)).map(({ value, count, entity }) => [
        value,
        count,
        partOf(entity?.entity, ['name']),
      ]);
  }),
  fc
    .record({
      spec: aClaimSpec,
      owner: fc.oneof(ids, fc.constantFrom('Source:s0', 'Source:s1', 'Relation:r1', 'Relation:r2')),
      window: aWindow,
    })
    .map(({ spec, owner, window }): Ask => {
      const [pages, count] = [keyed({ ...spec, window }), keyed(spec)];
      return async (loaders) => [
        await loaders.claims(owner, pages),
        await loaders.claimCount(owner, count),
      ];
    }),
  fc.record({ spec: aDisagreementSpec, window: aWindow }).map(({ spec, window }): Ask => {
    const [pages, count] = [keyed({ ...spec, window }), keyed(spec)];
    return async (loaders) => [
      await loaders.disagreements(pages),
      await loaders.disagreementCount(count),
    ];
  }),
  fc.nat({ max: 99 }).map((number): Ask => {
    return async (loaders) => [
      await loaders.relation(`Relation:r${number}`),
      await loaders.claim(`Claim:c${number}`),
      await loaders.source(`Source:s${number % 3}`),
    ];
  }),
  fc
    .record({
      id: ids,
      types: walkTypes,
      direction: fc.constantFrom('OUT' as const, 'IN' as const, 'BOTH' as const),
      limit: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ id, types, direction, limit }): Ask => {
      const plan = keyed({ types, direction, neighborKinds: null, limit });
      return async (loaders) => {
        const found = await loaders.walks.links(id, plan);
        if (found === null || !found.complete) return found;
        // Who walks goes by slug: the order is nobody's, nor is the degree.
        return found.links
          .map(({ relationId, type, forward, neighborId, neighborSlug }) =>
            [relationId, type, forward, neighborId, neighborSlug].join(),
          )
          .sort();
      };
    }),
  fc
    .record({ id: ids, types: walkTypes, depth: fc.nat({ max: 2 }), limit: fc.nat({ max: 9 }) })
    .map(({ id, types, depth, limit }): Ask => {
      const plan = keyed({ types, neighborKinds: null, depth, limit: limit + 1 });
      return async (loaders) => {
        const found = await loaders.walks.surroundings(id, plan);
        // One beyond the limit says only that there are more.
        const ids = found?.slice(0, plan.spec.limit).map((near) => near.id);
        return [ids, found !== null && found.length > plan.spec.limit];
      };
    }),
  fc.record({ some: fc.uniqueArray(ids, { minLength: 6 }), types: walkTypes }).map(
    ({ some, types }): Ask =>
      async (loaders) =>
        loaders.walks.relationsAmong(some, types, 20),
  ),
  fc.constant<Ask>(async (loaders) => loaders.graph()),
);

const queries = [
  `{ term(slug: "t0") { name summary relatedTerms(first: 2) { nodes { name degree } totalCount }
     broader { nodes { name } } claims(first: 2) { nodes { valueText source { title } } totalCount } } }`,
  `{ model(slug: "m0") { name revision updatedAt licenses(first: 3) { nodes { name licenseClass { name } } }
     developers { nodes { name } } lineage(depth: 3) { model { name } relation { method } } } }`,
  `{ model(slug: "m0") { useVerdict(use: { activities: [RUN] }) { answer assumptions }
     effectiveLicenseNotes effectiveLicenses { artifact license { name } } openness { verdict reasons } } }`,
  `{ models(first: 2, filter: { licenses: ["l0"] }) { nodes { name } totalCount
     facets { developers(limit: 3) { value count } weights { value count } } } }`,
  '{ terms(first: 3) { nodes { name related(first: 2) { nodes { slug } } } totalCount } }',
  '{ modelsUsableFor(use: { activities: [RUN] }, first: 2) { nodes { name } totalCount } }',
  `{ modelsUsableFor(use: { activities: [RUN] }, answers: [NOT_ALLOWED, UNKNOWN], first: 2) {
     nodes { name } answerCounts { count } missingFacts { fact count } } }`,
  '{ search(query: "same", first: 5) { totalCount nodes { name } } suggest(prefix: "s") { text } }',
  '{ annotate(text: "Same and Ähnlich, zz") { text entity { name } } }',
  '{ resolveLicense(text: "Same") { license { name } } }',
  `{ path(from: { term: "t0" }, to: { model: "m0" }) { length explanation } }`,
  `{ neighborhood(of: { term: "t0" }, depth: 2, limit: 5) { truncated entities { name }
     relations { type } } }`,
  '{ term(slug: "t0") { prerequisites { term { name } } jsonLd } }',
  '{ disagreements(first: 3) { nodes { property subject { name } claims { valueText } } totalCount } }',
  '{ license(slug: "l0") { name stewards { nodes { name } } models(first: 2) { nodes { name } totalCount } } }',
  '{ graph { revision entities { kind count } } }',
] as const;

/** Whatever is written: what is kept is what would be read now. */
export function standingSuite(stores: StoreUnderTest): void {
  describe('what is kept', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await stores.empty();
    });

    it(
      'is what would be read now, after any writes',
      async () => {
        const worlds = Math.ceil(stores.effort.worlds / 2);
        const asked = Math.max(6, stores.effort.questionsPerWorld);
        const counts = { lifted: 0, dropped: 0, answersLifted: 0, answersDropped: 0 };
        let day = 0;
        const property = fc.asyncProperty(
          aWorld,
          fc.array(aStep, { minLength: 4, maxLength: 4 }),
          fc.array(anAsk, { minLength: asked, maxLength: asked }),
          fc.subarray([...queries], { minLength: 4, maxLength: 8 }),
          async (world, steps, asks, queried) => {
            const at = () => new Date(Date.UTC(2026, 0, 1) + 1000 * day++).toISOString();
            await wipeStore(store, at());
            const evolving = new EvolvingWorld();
            const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 10_000 });
            const fresh = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
            const answers = new KeptAnswers(reader);
            const compare = async () => {
              for (const [index, ask] of asks.entries()) {
                const kept = await ask(await reader.forRequest({}));
                expect(kept, `ask ${index}`).toStrictEqual(await ask(await fresh.forRequest({})));
              }
              for (const query of queried) {
                const now = await executeWith(await fresh.forRequest({}), store, { query });
                expect(await answers.ask(query), query).toBe(JSON.stringify(now));
              }
            };
            await store.write({ ...evolving.begin(world), at: at() });
            await compare();
            // Answers are the same whether classes are known or not.
            await classifyModels(store);
            await compare();
            for (const [index, step] of steps.entries()) {
              await store.write(evolving.next(step, at()));
              await compare();
              if (index === 1) await classifyModels(store);
            }
            counts.lifted += reader.statistics().lifted;
            counts.dropped += reader.statistics().dropped;
            counts.answersLifted += answers.counts.lifted;
            counts.answersDropped += answers.counts.changed;
          },
        );
        await fc.assert(property, { numRuns: worlds });
        for (const [name, count] of Object.entries(counts)) expect(count, name).toBeGreaterThan(0);
      },
      timeoutMs,
    );
  });
}
