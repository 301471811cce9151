import type { RelationType } from '../../../ontology/relations.ts';
import type { EdgePage, EdgePageSpec, EdgeSpec, Selection } from '../../reads.ts';

// Relations of several types have no common order in any index. Reading the ranges of all types and
// merging them costs the planner seconds, for a text with two dozen branches; sorting all of an
// entity's relations costs little, unless there are many. So they are sorted, and where there are
// many the entity is said to be crowded, and read by the indexes in a statement that follows.

/** An entity with more relations than this is crowded. */
export const crowdedDegree = 256;

/** A read that was put off for a crowded entity, and the function that takes its result. */
export type Crowded =
  | {
      readonly what: 'page';
      readonly ownerId: string;
      readonly spec: EdgePageSpec;
      readonly select: Selection;
      readonly put: (page: EdgePage) => void;
    }
  | {
      readonly what: 'count';
      readonly ownerId: string;
      readonly spec: EdgeSpec;
      readonly put: (count: number) => void;
    };

/** Whether relations of the spec may come from an entity that is too crowded for it. */
export function mayBeCrowded(types: readonly RelationType[]): boolean {
  return new Set(types).size > 1;
}
