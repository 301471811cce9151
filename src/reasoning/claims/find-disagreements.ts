import { groupBy } from '../../base/group-by.ts';
import type { ClaimProperty } from '../../ontology/properties.ts';
import type { Artifact } from '../../ontology/vocabulary.ts';
import { type ContestableClaim, claimsAgree, isSingleValued } from './contested.ts';
import { periodsOverlap } from './period.ts';

/** Claims on one single-valued property of one subject and artifact that contradict each other. */
export interface Disagreement<Claim extends ContestableClaim> {
  readonly subjectId: string;
  readonly property: ClaimProperty;
  readonly artifact: Artifact | null;
  /** Each of them contradicts another one, for overlapping periods. */
  readonly claims: readonly Claim[];
  /** Whether two current claims contradict each other. Deprecated claims do not count. */
  readonly contested: boolean;
}

/**
 * The contradictions among claims, also deprecated ones. A rank says which claim to believe. It
 * does not remove what a source says.
 */
export function disagreementsAmong<Claim extends ContestableClaim>(
  claims: Iterable<Claim>,
): readonly Disagreement<Claim>[] {
  const found: Disagreement<Claim>[] = [];
  const groups = groupBy(
    claims,
    ({ subjectId, property, artifact }) => `${subjectId}\n${property}\n${artifact}`,
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined || group.length < 2 || !isSingleValued(first.property)) continue;
    const contradicting = new Set<Claim>();
    let contested = false;
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) {
        if (!periodsOverlap(one, other) || claimsAgree(one, other)) continue;
        contradicting.add(one).add(other);
        contested ||= one.rank !== 'DEPRECATED' && other.rank !== 'DEPRECATED';
      }
    });
    if (contradicting.size === 0) continue;
    const { subjectId, property, artifact } = first;
    found.push({ subjectId, property, artifact, claims: [...contradicting], contested });
  }
  return found;
}
