import type { RelationType } from '../../../ontology/relations.ts';
import {
  edgeEndName,
  edgeKeyName,
  edgeKindName,
  isSharedOrder,
  otherSide,
  sharedName,
} from '../sort-copies.ts';

/** An index over the relations of a type. A page is one of its ranges, in its order. */
interface EdgeIndex {
  /** The columns that are constant within a range, then the order key. */
  readonly leading: readonly string[];
  /** More columns, so that a range is filtered without reading the relationships. */
  readonly trailing: readonly string[];
}

/** The index by owner and order key. */
export function pageIndex(
  type: RelationType,
  neighborSide: 'from' | 'to',
  property: string,
): EdgeIndex {
  const owner = edgeEndName(otherSide(neighborSide));
  const shared = isSharedOrder(type, neighborSide, property);
  return {
    leading: [owner, edgeKeyName(neighborSide, property)],
    trailing: ['best', sharedName, ...(shared ? [edgeKindName(neighborSide)] : [])],
  };
}

/** The index by owner, kind of the neighbor, and order key, for neighbors of several kinds. */
export function kindIndex(neighborSide: 'from' | 'to', property: string): EdgeIndex {
  const owner = edgeEndName(otherSide(neighborSide));
  return {
    leading: [owner, edgeKindName(neighborSide), edgeKeyName(neighborSide, property)],
    trailing: ['best', sharedName],
  };
}

/** The index by owner of marked relations, with all columns that counting their neighbors needs. */
export function companyIndex(
  markOf: (side: 'from' | 'to') => string,
  ownerSide: 'from' | 'to',
): readonly string[] {
  return [markOf(ownerSide), 'best', edgeEndName(otherSide(ownerSide))];
}
