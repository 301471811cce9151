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

/** All fans that entities may have. */
export const allFans: readonly Fan[] = relationTypes.flatMap((type) =>
  sidesOf(type, 'BOTH').map((side) => ({ type, side })),
);

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
export function isFollowed(fan: Fan, { types, direction, neighborKinds }: Followed): boolean {
  return (
    types.includes(fan.type) &&
    sidesOf(fan.type, direction).includes(fan.side) &&
    mayLeadTo(fan, neighborKinds)
  );
}

/** The fans that may have such relations, in the order of declaration. */
export function followedFans(followed: Followed): readonly Fan[] {
  return allFans.filter((fan) => isFollowed(fan, followed));
}
