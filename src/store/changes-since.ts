import type { ChangesSince, GraphState, RevisionTags } from './graph-store.ts';

/** How many revisions a store remembers the tags of. */
export const rememberedRevisions = 2000;

/** A revision as a store recorded it. */
export interface RecordedRevision extends RevisionTags {
  readonly changedAt: string;
}

export function isSameState(one: GraphState, other: GraphState): boolean {
  return one.revision === other.revision && one.changedAt === other.changedAt;
}

/**
 * The changes from the known state to the present one, of the recorded revisions from the known one
 * on, in order. They count only where none is missing, and where the known revision was written when
 * the known state says: else the graph was emptied or restored meanwhile, or another program wrote.
 */
export function changesFrom(
  known: GraphState,
  state: GraphState,
  recorded: readonly RecordedRevision[],
): ChangesSince {
  if (isSameState(known, state)) return { state, changed: [] };
  const span = recorded.filter(({ revision }) => revision <= state.revision);
  const [first] = span;
  const begins =
    known.revision === 0 ||
    (first?.revision === known.revision && first.changedAt === known.changedAt);
  const changed = span.filter(({ revision }) => revision > known.revision);
  const whole =
    state.revision > known.revision && changed.length === state.revision - known.revision;
  return { state, changed: begins && whole ? changed : null };
}
