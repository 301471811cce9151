import type { RelationType } from '../../ontology/relations.ts';

/** A best relation as a walk sees it from one of its ends. */
export interface Link {
  readonly relationId: string;
  readonly type: RelationType;
  /** Whether the walk goes from the relation's `from` to its `to`. */
  readonly forward: boolean;
  readonly neighborId: string;
  readonly neighborSlug: string;
  /** Number of best relations of the neighbor. */
  readonly neighborDegree: number;
}

/** Gives the links of every id asked for; an id without links may be absent. */
export type Expand = (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Link[]>>;
