import type { ChangesSince, GraphState, RevisionTags } from './graph-store.ts';

/** The number of revisions whose tags a store keeps. */
export const rememberedRevisions = 2000;

/** A revision, as the store recorded it. */
export interface RecordedRevision extends RevisionTags {
  readonly changedAt: string;
}

export function isSameState(one: GraphState, other: GraphState): boolean {
  return one.revision === other.revision && one.changedAt === other.changedAt;
}

/**
 * The changes between a known state and the current one. `recorded` has the revisions from the
 * known one on, in order. The changes are not known if a revision is missing, or if the known
 * revision has another time. Then the graph was emptied or restored, or another program has
 * written.
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
