import {
  type Fan,
  mayLeadTo,
  type RelationType,
  relationOf,
  relationTypes,
  type Side,
} from '../ontology/relations.ts';
import type { Direction, EdgeSpec } from './reads.ts';

export type { Side };

/** The sides of a relation type that a direction follows. */
export function sidesOf(type: RelationType, direction: Direction): readonly Side[] {
  if (relationOf(type).symmetric) return ['SYMMETRIC'];
  return direction === 'BOTH' ? ['OUT', 'IN'] : [direction];
}

/** Which relations of an entity are followed. */
export type Followed = Pick<EdgeSpec, 'types' | 'direction' | 'neighborKinds'>;

/** All relations, with neighbors of any kind. */
export const allRelations: Followed = {
  ...{ types: relationTypes, direction: 'BOTH', neighborKinds: null },
};

/**
 * Whether a fan may have such relations. One that leads to none of the kinds has none: at a hub,
 * they would be sought in vain among all of its neighbors.
 */
export function isFollowed({ type, side }: Fan, { types, direction, neighborKinds }: Followed) {
  return (
    types.includes(type) &&
    sidesOf(type, direction).includes(side) &&
    mayLeadTo({ type, side }, neighborKinds)
  );
}
