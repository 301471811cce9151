import fc from 'fast-check';
import { valuesOf } from '../../src/ontology/enumeration.ts';
import { entityKinds, kindOf } from '../../src/ontology/kinds.ts';
import { type RelationType, relationOf, relationTypes } from '../../src/ontology/relations.ts';
import { ArtifactEnum, type EntityKind } from '../../src/ontology/vocabulary.ts';
import type { Condition } from '../../src/store/list-condition.ts';
import type {
  ClaimSpec,
  Direction,
  DisagreementSpec,
  EdgeSpec,
  FacetBy,
  FacetSpec,
  ListSpec,
  Selection,
  SortOrder,
} from '../../src/store/reads.ts';
import { sortKey } from '../../src/text/sort-key.ts';
import { byName, page } from './reads.ts';

// Reads for the worlds of `arbitraries.ts`. Most give a result that is not empty.

const directions: readonly Direction[] = ['OUT', 'IN', 'BOTH'];
const allRanks = ['BEST', 'CURRENT', 'ALL'] as const;
const onDays = ['2023-12-31', '2024-01-01', '2024-06-01', '2024-06-15', '2025-01-01'] as const;

const text = fc.constantFrom('Same', 'Ähn', 'שם', '𝔘', 't', '').map(sortKey);
const slugs = fc.uniqueArray(fc.constantFrom('t0', 't1', 'm0', 'l0', 'l1', 'o0', 'none'), {
  maxLength: 3,
});
const bound = fc.option(fc.constantFrom(0, 1, 7, Number.MAX_SAFE_INTEGER));

const hops = fc.constantFrom(
  [],
  [{ type: 'LICENSED_UNDER', direction: 'OUT' }],
  [{ type: 'RELATED_TO', direction: 'IN' }],
  [{ type: 'BROADER', direction: 'IN' }],
  [
    { type: 'LICENSED_UNDER', direction: 'OUT' },
    { type: 'CLASSIFIED_AS', direction: 'OUT' },
  ],
  [
    { type: 'EXEMPLIFIES', direction: 'IN' },
    { type: 'EXEMPLIFIES', direction: 'OUT' },
  ],
) as fc.Arbitrary<Extract<Condition, { op: 'linked' }>['hops']>;

const simple: fc.Arbitrary<Condition> = fc.oneof(
  text.map((t): Condition => ({ op: 'contains', property: 'folded', text: t })),
  slugs.map((values): Condition => ({ op: 'in', property: 'slug', values })),
  fc.constant<Condition>({ op: 'in', property: 'termKind', values: ['METRIC'] }),
  fc.constant<Condition>({ op: 'in', property: 'osiApproved', values: [false] }),
  fc.constant<Condition>({ op: 'in', property: 'inputModalities', values: ['IMAGE', 'AUDIO'] }),
  fc
    .uniqueArray(fc.constantFrom('Ähnlich', '𝔘ni', 'none'), { minLength: 1 })
    .map((values): Condition => ({ op: 'in', property: 'familyName', values })),
  fc.constant<Condition>({ op: 'in', property: 'availabilityKeys', values: ['WEIGHTS=OPEN'] }),
  fc
    .record({ min: bound, max: bound })
    .map((range): Condition => ({ op: 'range', property: 'totalParameters', ...range })),
  fc.record({ hops, slugs }).map((link): Condition => ({ op: 'linked', ...link })),
);

export const aCondition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.array(simple, { maxLength: 3 }).map((of): Condition => ({ op: 'all', of })),
  },
);

export const anEdgeSpec: fc.Arbitrary<EdgeSpec> = fc.record({
  types: fc.oneof(
    fc.uniqueArray(fc.constantFrom(...relationTypes), { minLength: 1, maxLength: 3 }),
    fc.constantFrom<RelationType[]>(['RELATED_TO'], ['LICENSED_UNDER'], [...relationTypes]),
  ),
  direction: fc.constantFrom(...directions),
  ranks: fc.constantFrom(...allRanks),
  neighborKinds: fc.option(fc.uniqueArray(fc.constantFrom(...entityKinds), { maxLength: 3 }), {
    freq: 2,
  }),
  artifact: fc.option(fc.constantFrom(...valuesOf(ArtifactEnum).slice(0, 2)), { freq: 1 }),
  on: fc.option(fc.constantFrom(...onDays), { freq: 1 }),
  where: fc.option(aCondition, { freq: 1 }),
});

/**
 * The orders that all neighbors have: those of their kind if there is one kind, otherwise by name.
 */
export function ordersOf({ types, direction, neighborKinds }: EdgeSpec): readonly SortOrder[] {
  const sides = types.flatMap((type) => {
    const { symmetric, from, to } = relationOf(type);
    return direction === 'BOTH' || symmetric ? [from, to] : direction === 'OUT' ? [to] : [from];
  });
  const kinds = new Set(sides.flat());
  const [only] = kinds;
  const plain = neighborKinds === null && kinds.size === 1 && only !== undefined;
  return plain ? ordersOfKind(only) : bothWays(['sort']);
}

export function ordersOfKind(kind: EntityKind): readonly SortOrder[] {
  return bothWays(Object.values(kindOf(kind).orders).map(({ property }) => property));
}

function bothWays(properties: readonly string[]): readonly SortOrder[] {
  return properties.flatMap((property) => [
    { property, descending: false },
    { property, descending: true },
  ]);
}

export const aListSpec: fc.Arbitrary<ListSpec> = fc.record({
  kind: fc.constantFrom(...entityKinds),
  where: fc.option(aCondition, { freq: 2 }),
});

const facetBy: fc.Arbitrary<FacetBy> = fc.oneof(
  hops.map((path): FacetBy => ({ op: 'linked', hops: path })),
  fc.constantFrom<FacetBy>(
    { op: 'property', property: 'familyName', prefix: '' },
    { op: 'property', property: 'termKind', prefix: '' },
    { op: 'property', property: 'inputModalities', prefix: '' },
    { op: 'property', property: 'availabilityKeys', prefix: 'WEIGHTS=' },
  ),
);

export const aFacetSpec: fc.Arbitrary<FacetSpec> = fc.record({
  kind: fc.constantFrom('MODEL', 'MODEL', ...entityKinds),
  where: fc.option(aCondition, { freq: 2 }),
  by: facetBy,
  limit: fc.integer({ min: 1, max: 4 }),
});

export const aClaimSpec: fc.Arbitrary<ClaimSpec> = fc.record({
  of: fc.constantFrom('subject', 'relation', 'source'),
  property: fc.option(fc.constantFrom('STATEMENT', 'RELATED_TO', 'LICENSED_UNDER'), { freq: 1 }),
  contested: fc.option(fc.boolean(), { freq: 1 }),
  ranks: fc.constantFrom(...allRanks),
});

export const aDisagreementSpec: fc.Arbitrary<DisagreementSpec> = fc.record({
  kinds: fc.oneof(fc.constant(entityKinds), fc.subarray([...entityKinds])),
  property: fc.option(fc.constantFrom('DEFINITION', 'LICENSED_UNDER'), { freq: 1 }),
  contested: fc.option(fc.boolean(), { freq: 1 }),
  subjectId: fc.option(fc.constantFrom('Term:t0', 'Model:m0', 'Term:unknown'), { freq: 1 }),
});

const someProperties = fc.subarray(
  ['name', 'slug', 'aliases', 'totalParameters', 'inputModalities', 'osiApproved', 'faqs', 'free'],
  { maxLength: 4 },
);

/** A selection to fetch with an entity, up to the depth. */
export function aSelection(depth: number): fc.Arbitrary<Selection> {
  const nested =
    depth === 0
      ? fc.constant([])
      : fc.array(
          fc
            .record({
              spec: anEdgeSpec,
              facts: fc.boolean(),
              limit: fc.nat({ max: 3 }),
              backward: fc.boolean(),
              peek: fc.boolean(),
            })
            .chain(({ spec, facts, limit, backward, peek }) =>
              aSelection(depth - 1).map((select) => ({
                spec: { ...spec, facts, order: byName, window: page({ limit, backward, peek }) },
                select,
              })),
            ),
          { maxLength: 2 },
        );
  return fc.record({
    properties: someProperties,
    edges: nested,
    counts: depth === 0 ? fc.constant([]) : fc.array(anEdgeSpec, { maxLength: 1 }),
  });
}
