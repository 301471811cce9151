import type { RelationType } from '../../../ontology/relations.ts';
import type { EdgePage, EdgePageSpec, EdgeSpec, Selection } from '../../reads.ts';

// Relations of several types have no common order in an index. Merging the ranges of all types
// takes seconds to plan, for a text with two dozen branches. Sorting all relations of an entity is
// cheap unless there are many. They are therefore sorted. An entity with many relations is called
// crowded, and a second statement reads it by the indexes.

/** An entity with more relations than this is crowded. */
export const crowdedDegree = 256;

/** A postponed read for a crowded entity, and the function that takes its result. */
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

/** Whether an owner may be too crowded for a spec with these types. */
export function mayBeCrowded(types: readonly RelationType[]): boolean {
  return new Set(types).size > 1;
}
