import { type RelationType, relationOf } from '../ontology/relations.ts';
import type { Direction } from './reads.ts';

/** Which end of its relations an owner is; symmetric relations have no from and to. */
export type Side = 'OUT' | 'IN' | 'SYMMETRIC';

/** The sides of a relation type that a direction follows. */
export function sidesOf(type: RelationType, direction: Direction): readonly Side[] {
  if (relationOf(type).symmetric) return ['SYMMETRIC'];
  return direction === 'BOTH' ? ['OUT', 'IN'] : [direction];
}
