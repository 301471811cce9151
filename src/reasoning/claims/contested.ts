import { groupBy } from '../../base/group-by.ts';
import {
  type ClaimProperty,
  type FactProperty,
  type FactValue,
  propertyOf,
} from '../../ontology/properties.ts';
import type { ClaimRecord } from '../../ontology/records.ts';
import { type RelationType, relationOf, relations } from '../../ontology/relations.ts';
import { answerOf } from './answer.ts';
import { periodsOverlap } from './period.ts';

/** What the search for disagreements looks at: a claim on a fact, or on an edge. */
export type ContestableClaim = Pick<
  ClaimRecord,
  'id' | 'subjectId' | 'property' | 'artifact' | 'since' | 'until' | 'rank'
> & {
  /** Of a fact; null for an edge. */
  readonly value: FactValue | null;
  /** Of an edge; null for a fact. */
  readonly objectId: string | null;
  readonly expression: string | null;
};

/** Whether a claim property is the type of an edge. */
function isRelationType(property: ClaimProperty): property is RelationType {
  return property in relations;
}

/** Whether two current claims on the property that differ are a disagreement. */
export function isSingleValued(property: ClaimProperty): boolean {
  return isRelationType(property)
    ? relationOf(property).singleValued
    : propertyOf(property as FactProperty).singleValued;
}

/** Whether two claims on one property say the same, within the property's tolerance. */
export function claimsAgree(one: ContestableClaim, other: ContestableClaim): boolean {
  if (one.objectId !== null && other.objectId !== null) {
    const answer = answerOf({ objectId: one.objectId, expression: one.expression });
    return answer === answerOf({ objectId: other.objectId, expression: other.expression });
  }
  if (one.value === null || other.value === null) return false;
  return propertyOf(one.property as FactProperty).agrees(one.value, other.value);
}

/**
 * The ids of contested claims: those for which another current (not DEPRECATED) claim on the same
 * single-valued property, artifact and period says otherwise. A PREFERRED claim chooses the best
 * value; it does not end the disagreement.
 */
export function contestedIds(claims: Iterable<ContestableClaim>): ReadonlySet<string> {
  const contested = new Set<string>();
  const current: ContestableClaim[] = [];
  for (const claim of claims) {
    if (claim.rank !== 'DEPRECATED' && isSingleValued(claim.property)) current.push(claim);
  }
  const groups = groupBy(current, (claim) =>
    JSON.stringify([claim.subjectId, claim.property, claim.artifact]),
  );
  for (const group of groups.values()) {
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) {
        if (!periodsOverlap(one, other) || claimsAgree(one, other)) continue;
        contested.add(one.id);
        contested.add(other.id);
      }
    });
  }
  return contested;
}
