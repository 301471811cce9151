import type { RelationType } from './relations.ts';
import type { EntityKind } from './vocabulary.ts';

// The facts that decide on uses of models, besides the day and the use itself.

/** Relations of a model that decide on its uses and on those of models derived from it. */
export const judgedRelations: readonly RelationType[] = [
  'LICENSED_UNDER',
  'DERIVED_FROM',
  'DEVELOPED_BY',
];

/** Record properties that decide, for models and for the licenses of models. */
export const judgedFacts: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  MODEL: ['releasedOn', 'inputModalities', 'outputModalities'],
  LICENSE: ['clauses', 'clausesComplete', 'documents'],
};

/** Whether a deciding property differs between two records of a kind. */
export function isJudgedAnew(
  kind: EntityKind,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  return (judgedFacts[kind] ?? []).some(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
}
