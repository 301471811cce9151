import { claimProperties } from '../../ontology/properties.ts';
import { type RelationType, relationOf, relationTypes } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { Direction } from '../reads.ts';
import { heldProperties } from './held-properties.ts';

/** Which end of its relations an owner is; symmetric relations have no from and to. */
export type Side = 'OUT' | 'IN' | 'SYMMETRIC';

/** The sides of a relation type that a direction follows. */
export function sidesOf(type: RelationType, direction: Direction): readonly Side[] {
  if (relationOf(type).symmetric) return ['SYMMETRIC'];
  return direction === 'BOTH' ? ['OUT', 'IN'] : [direction];
}

export const slotName = (type: RelationType, side: Side) => `${type}/${side}`;
export const heldName = (kind: EntityKind, property: string) => `${kind}.${property}`;

/** Every name for which the file has a number, since keys would be long with it. */
export const codeNames: readonly string[] = [
  ...claimProperties,
  ...relationTypes.flatMap((type) => sidesOf(type, 'BOTH').map((side) => slotName(type, side))),
  ...Object.entries(heldProperties).flatMap(([kind, properties]) =>
    properties.map((property) => heldName(kind as EntityKind, property)),
  ),
];
