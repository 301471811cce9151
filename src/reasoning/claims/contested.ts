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

/** The parts of a claim that disagreements depend on: a claim on a fact, or on an edge. */
export type ContestableClaim = Pick<
  ClaimRecord,
  'id' | 'subjectId' | 'property' | 'artifact' | 'since' | 'until' | 'rank'
> & {
  /** The value of a fact; null for an edge. */
  readonly value: FactValue | null;
  /** The object of an edge; null for a fact. */
  readonly objectId: string | null;
  readonly expression: string | null;
};

/** Whether a claim property is the type of an edge. */
function isRelationType(property: ClaimProperty): property is RelationType {
  return property in relations;
}

/**
 * Whether a subject has one value of the property, so that two different current claims disagree.
 */
export function isSingleValued(property: ClaimProperty): boolean {
  return isRelationType(property)
    ? relationOf(property).singleValued
    : propertyOf(property as FactProperty).singleValued;
}

/** Whether two claims on one property agree, within the property's tolerance. */
export function claimsAgree(one: ContestableClaim, other: ContestableClaim): boolean {
  if (one.objectId !== null && other.objectId !== null) {
    const answer = answerOf({ objectId: one.objectId, expression: one.expression });
    return answer === answerOf({ objectId: other.objectId, expression: other.expression });
  }
  if (one.value === null || other.value === null) return false;
  return propertyOf(one.property as FactProperty).agrees(one.value, other.value);
}

/**
 * The ids of contested claims. A claim is contested if another current claim (not DEPRECATED) on
 * the same single-valued property, artifact and period disagrees with it. A PREFERRED claim chooses
 * the best value, but does not end the disagreement.
 */
export function contestedIds(claims: Iterable<ContestableClaim>): ReadonlySet<string> {
  const contested = new Set<string>();
  const current: ContestableClaim[] = [];
  for (const claim of claims) {
    if (claim.rank !== 'DEPRECATED' && isSingleValued(claim.property)) current.push(claim);
  }
  const groups = groupBy(
    current,
    (claim) => `${claim.subjectId}\n${claim.property}\n${claim.artifact}`,
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
