import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  edgeCountPlan,
  edgePlan,
  joinSelections,
  keyed,
  keyedWith,
  planSelection,
} from '../../src/loaders/plan.ts';
import type { EdgePageSpec, PageWindow } from '../../src/store/reads.ts';
import { byName, edgePageSpec } from '../support/reads.ts';
import { aClaimSpec, aListSpec, anEdgeSpec } from '../support/spec-arbitraries.ts';

const aPlace = fc.option(
  fc.record({ value: fc.oneof(fc.string(), fc.integer()), id: fc.string() }),
  { freq: 2 },
);
const aWindow: fc.Arbitrary<PageWindow> = fc.record({
  limit: fc.nat({ max: 3 }),
  after: aPlace,
  before: aPlace,
  backward: fc.boolean(),
  peek: fc.boolean(),
});
const anEdgePageSpec: fc.Arbitrary<EdgePageSpec> = fc
  .record({
    spec: anEdgeSpec,
    facts: fc.boolean(),
    window: aWindow,
    descending: fc.boolean(),
  })
  .map(({ spec, facts, window, descending }) => ({
    ...spec,
    facts,
    window,
    order: { property: 'sort', descending },
  }));

/** Expects equal keys exactly for equal specs. */
function tells<Spec>(specs: fc.Arbitrary<Spec>, keyOf: (spec: Spec) => string): void {
  // Twins are equal, neighbors differ a little, and strangers a lot.
  const pairs = fc.oneof(
    specs.map((spec) => [spec, structuredClone(spec)] as const),
    fc.tuple(specs, specs),
    fc
      .tuple(specs, specs)
      .chain(([one, other]) =>
        fc
          .constantFrom(...(Object.keys(one as object) as (keyof Spec)[]))
          .map((key) => [one, { ...one, [key]: other[key] }] as const),
      ),
  );
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      expect(keyOf(one) === keyOf(other)).toBe(
        isDeepStrictEqual(structuredClone(one), structuredClone(other)),
      );
    }),
    { numRuns: 500 },
  );
}

const none = planSelection([]);

describe('keys differ for different', () => {
  it('pages of relations', () => tells(anEdgePageSpec, (spec) => edgePlan(spec, none).key));
  it('groups of such pages, whatever is wanted of them', () => {
    const wanting = (spec: EdgePageSpec, all: boolean) => ({
      ...spec,
      facts: all,
      window: { ...spec.window, peek: all },
    });
    tells(
      anEdgePageSpec.map((spec) => wanting(spec, true)),
      (spec) => edgePlan(spec, none).group,
    );
    fc.assert(
      fc.property(anEdgePageSpec, (spec) => {
        const [all, little] = [true, false].map((each) => edgePlan(wanting(spec, each), none));
        expect(all?.group).toBe(little?.group);
        expect(all?.key).not.toBe(little?.key);
      }),
    );
  });
  it('counts of relations', () => tells(anEdgeSpec, (spec) => edgeCountPlan(spec).key));
  it('counts of lists', () => tells(aListSpec, (spec) => keyed(spec).key));
  it('counts of claims', () => tells(aClaimSpec, (spec) => keyed(spec).key));
  it('pages of claims', () =>
    tells(
      fc.record({ spec: aClaimSpec, window: aWindow }).map(({ spec, window }) => ({
        ...spec,
        window,
      })),
      (spec) => keyed(spec).key,
    ));
  it('pages of lists', () =>
    tells(
      fc.record({ spec: aListSpec, window: aWindow }).map(({ spec, window }) => ({
        ...spec,
        order: byName,
        window,
      })),
      (spec) => keyedWith(spec, none).key,
    ));

  it('what is wanted of the neighbors, in one group', () => {
    const spec = edgePageSpec(['BROADER']);
    const [one, other] = [planSelection(['name']), planSelection(['name', 'slug'])];
    expect(edgePlan(spec, one).key).not.toBe(edgePlan(spec, other).key);
    expect(edgePlan(spec, one).group).toBe(edgePlan(spec, other).group);
  });

  it('no window from a count: all pages share it', () => {
    const window = { limit: 1, after: null, before: null, backward: true, peek: true };
    const [one, other] = [edgePageSpec(['BROADER']), edgePageSpec(['BROADER'], { window })];
    expect(edgeCountPlan(one)).toEqual(edgeCountPlan(other));
  });
});

describe('selections', () => {
  const properties = fc.array(fc.constantFrom('name', 'slug', 'sort', 'aliases'));

  it('have properties in order, without repeats, whatever they are made of', () => {
    fc.assert(
      fc.property(properties, (names) => {
        const plan = planSelection(names);
        expect(plan.properties).toEqual([...new Set(names)].sort());
        expect(planSelection(names.toReversed()).key).toBe(plan.key);
      }),
    );
  });

  it('joined hold what each holds, and no more', () => {
    const edges = [
      edgePlan(edgePageSpec(['BROADER']), none),
      edgePlan(edgePageSpec(['PART_OF']), none),
    ];
    const counts = [edgeCountPlan(edgePageSpec(['REQUIRES']))];
    const aPart = fc
      .record({ names: properties, some: fc.subarray(edges), counted: fc.subarray(counts) })
      .map(({ names, some, counted }) => planSelection(names, some, counted));
    fc.assert(
      fc.property(fc.array(aPart), (parts) => {
        const joined = joinSelections(parts);
        const all = (pick: (part: (typeof parts)[number]) => readonly unknown[]) =>
          new Set(parts.flatMap(pick));
        expect(new Set(joined.properties)).toEqual(all((part) => part.properties));
        expect(new Set(joined.edges)).toEqual(all((part) => part.edges));
        expect(new Set(joined.counts)).toEqual(all((part) => part.counts));
        expect(joined.edges.length).toBe(new Set(joined.edges).size);
      }),
    );
  });
});
