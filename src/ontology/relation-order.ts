import { compareText } from '../base/compare-text.ts';
import { valuesOf } from './enumeration.ts';
import { spanOf } from './partial-date.ts';
import type { RelationRecord } from './records.ts';
import { relationOf, relationTypes } from './relations.ts';
import { ArtifactEnum, compareSupport } from './vocabulary.ts';

/** A relation without an artifact is about all of them. It comes before the weights. */
const artifacts = [null, ...valuesOf(ArtifactEnum)] as const;

/** A day after all others, for a relation that has not ended. */
const never = '9999-12-31';

/**
 * Orders the relations between two entities, best first: best relations, then by looseness and
 * type, rank, evidence, longest period, artifact, later date and id.
 */
export function compareRelations(one: RelationRecord, other: RelationRecord): number {
  return (
    Number(other.best) - Number(one.best) ||
    relationOf(one.type).looseness - relationOf(other.type).looseness ||
    place(relationTypes, one.type) - place(relationTypes, other.type) ||
    compareSupport(one, other) ||
    compareText(dayOf(other.until, never), dayOf(one.until, never)) ||
    compareText(dayOf(other.since, ''), dayOf(one.since, '')) ||
    place(artifacts, one.artifact) - place(artifacts, other.artifact) ||
    compareText(dayOf(other.asOf, ''), dayOf(one.asOf, '')) ||
    compareText(one.id, other.id)
  );
}

function place<Value>(values: readonly Value[], value: Value): number {
  return values.indexOf(value);
}

/** The first day that a date may mean. */
function dayOf(date: string | null, unknown: string): string {
  return date === null ? unknown : spanOf(date).first;
}
