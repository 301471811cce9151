import { compareText } from '../../base/compare-text.ts';
import { spanOf } from '../../ontology/partial-date.ts';
import { mayBeBest } from '../../ontology/properties.ts';
import type { ClaimRecord } from '../../ontology/records.ts';
import { compareSupport } from '../../ontology/vocabulary.ts';

/** The parts of a claim that the choice of the best one depends on. */
export type RankedClaim = Pick<ClaimRecord, 'id' | 'rank' | 'evidence' | 'asOf' | 'sourceId'>;

/** The first day that a date may mean; unknown dates count as earliest. */
function dayOf(asOf: string | null): string {
  return asOf === null ? '' : spanOf(asOf).first;
}

/**
 * Orders claims best first: claims that may be best, then by rank, evidence, later date, source and
 * id. The order is total.
 */
export function compareClaims(one: RankedClaim, other: RankedClaim): number {
  return (
    Number(mayBeBest(other.rank, other.evidence)) - Number(mayBeBest(one.rank, one.evidence)) ||
    compareSupport(one, other) ||
    compareText(dayOf(other.asOf), dayOf(one.asOf)) ||
    compareText(one.sourceId, other.sourceId) ||
    compareText(one.id, other.id)
  );
}

/**
 * The claims of the best rank among those that may be best, best first. Empty if there are none.
 */
export function bestClaims<Claim extends RankedClaim>(claims: readonly Claim[]): readonly Claim[] {
  const eligible = claims.filter((claim) => mayBeBest(claim.rank, claim.evidence));
  if (eligible.length < 2) return eligible;
  eligible.sort(compareClaims);
  return eligible.filter((claim) => claim.rank === eligible[0]?.rank);
}

/** The claim whose value is shown, or null where no claim may be best. */
export function bestClaim<Claim extends RankedClaim>(claims: readonly Claim[]): Claim | null {
  return bestClaims(claims)[0] ?? null;
}
