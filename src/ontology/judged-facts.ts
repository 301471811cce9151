import type { RelationType } from './relations.ts';
import type { EntityKind } from './vocabulary.ts';

// What decides on uses of models, beside which day it is and what is asked.

/** Relations of a model that decide on its uses, and on those of what was made from it. */
export const judgedRelations: readonly RelationType[] = [
  'LICENSED_UNDER',
  'DERIVED_FROM',
  'DEVELOPED_BY',
];

/** The same of record properties: those of models, and those of the licenses that models carry. */
export const judgedFacts: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  MODEL: ['releasedOn', 'inputModalities', 'outputModalities'],
  LICENSE: ['clauses', 'clausesComplete', 'documents'],
};

/** Whether any property that decides on uses differs between two records of a kind. */
export function isJudgedAnew(
  kind: EntityKind,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  return (judgedFacts[kind] ?? []).some(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
}
