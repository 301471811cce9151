import fc from 'fast-check';
import { valuesOf } from '../../../src/ontology/enumeration.ts';
import { ArtifactEnum, EvidenceEnum, RankEnum } from '../../../src/ontology/vocabulary.ts';
import type { RankedClaim } from '../../../src/reasoning/claims/claim-rank.ts';
import type { ContestableClaim } from '../../../src/reasoning/claims/contested.ts';

/** Dates of every precision. There are few, so that they are often equal. */
export const anyDate = fc
  .record({
    year: fc.integer({ min: 2023, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    length: fc.constantFrom(4, 7, 10),
  })
  .map(({ year, month, day, length }) => {
    return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, length);
  });

const anyRank = fc.constantFrom(...valuesOf(RankEnum));
const anyEvidence = fc.constantFrom(...valuesOf(EvidenceEnum), null);
const maybe = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null });

export type TestClaim = RankedClaim & ContestableClaim;

const common = {
  id: fc.uuid(),
  subjectId: fc.constantFrom('Model:a', 'Model:b'),
  rank: anyRank,
  evidence: anyEvidence,
  asOf: maybe(anyDate),
  sourceId: fc.constantFrom('Source:a', 'Source:b', 'Source:c'),
  artifact: maybe(fc.constantFrom(...valuesOf(ArtifactEnum).slice(0, 2))),
};

/** A claim on a license, with a period. */
export const anyLicenseClaim: fc.Arbitrary<TestClaim> = fc.record({
  ...common,
  property: fc.constant('LICENSED_UNDER' as const),
  value: fc.constant(null),
  objectId: fc.constantFrom('License:a', 'License:b', 'License:c'),
  expression: maybe(fc.constantFrom('A AND B', 'A OR C')),
  since: maybe(anyDate),
  until: maybe(anyDate),
});

/** A claim on a fact that is compared within a tolerance. */
export const anyFactClaim: fc.Arbitrary<TestClaim> = fc.record({
  ...common,
  property: fc.constant('CONTEXT_TOKENS' as const),
  value: fc.constantFrom(128_000, 131_072, 1_000_000, 1_048_576),
  objectId: fc.constant(null),
  expression: fc.constant(null),
  since: fc.constant(null),
  until: fc.constant(null),
});

/** Claims with different ids, and the same claims in another order. */
export function anyClaims(
  claim: fc.Arbitrary<TestClaim> = fc.oneof(anyLicenseClaim, anyFactClaim),
): fc.Arbitrary<readonly [TestClaim[], TestClaim[]]> {
  return fc
    .uniqueArray(claim, { selector: ({ id }) => id, maxLength: 12 })
    .chain((claims) =>
      fc.tuple(
        fc.constant(claims),
        fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length }),
      ),
    );
}
