import { createHash } from 'node:crypto';
import { entityKinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';

/**
 * Where in a label a key stands. FIRST: it is the whole label. LATER: what is left of it from a later
 * word on. RUN: the label with its words run together.
 */
export const keyPlaces = ['FIRST', 'LATER', 'RUN'] as const;
export type KeyPlace = (typeof keyPlaces)[number];

/** Degrees up to here have a level of their own; of higher ones, two levels double the degree. */
const exactDegrees = 16;
const highestLevel = 127;
const kindsBase = 8;
const placesBase = 4;

/** How well connected an entity is, in few steps: it seldom changes where a relation is added. */
export function levelOf(degree: number): number {
  if (degree < exactDegrees) return Math.max(0, degree);
  return Math.min(highestLevel, exactDegrees + Math.floor(2 * Math.log2(degree / exactDegrees)));
}

/**
 * The shelf of a key, as one number. Stores keep keys ordered by shelf and then by text, so that the
 * first keys that begin so are those of the best-connected entities, without sorting all.
 */
export function shelfOf(kind: EntityKind, degree: number, place: KeyPlace): number {
  const connected = (highestLevel - levelOf(degree)) * kindsBase + entityKinds.indexOf(kind);
  return connected * placesBase + keyPlaces.indexOf(place);
}

/** What a shelf is of: numbers of a place and a kind. */
export function shelfFacts(shelf: number): { readonly place: number; readonly kind: number } {
  return { place: shelf % placesBase, kind: Math.floor(shelf / placesBase) % kindsBase };
}

/** The number of a place among those of a shelf: `shelf % 4`. */
export function placeNumber(place: KeyPlace): number {
  return keyPlaces.indexOf(place);
}

/** The numbers of kinds among those of a shelf: `(shelf / 4) % 8`; all kinds where none are given. */
export function kindNumbers(kinds: readonly EntityKind[] | null): readonly number[] {
  return (kinds ?? entityKinds).map((kind) => entityKinds.indexOf(kind));
}

/** Orders what has equal texts alike in every store: short, and nothing to do with when it came. */
export function tieOf(entityId: string): string {
  return createHash('sha256').update(entityId).digest('base64url').slice(0, 6);
}
