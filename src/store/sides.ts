import { type RelationType, relationOf, type Side } from '../ontology/relations.ts';
import type { Direction } from './reads.ts';

export type { Side };

/** The sides of a relation type that a direction follows. */
export function sidesOf(type: RelationType, direction: Direction): readonly Side[] {
  if (relationOf(type).symmetric) return ['SYMMETRIC'];
  return direction === 'BOTH' ? ['OUT', 'IN'] : [direction];
}
