import { createHash } from 'node:crypto';
import { entityKinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';

/**
 * Where in a label a key comes from. FIRST: the whole label. LATER: the rest of the label from a
 * later word on. RUN: the label without spaces.
 */
const keyPlaces = ['FIRST', 'LATER', 'RUN'] as const;
export type KeyPlace = (typeof keyPlaces)[number];

/** Each degree up to this number has its own level. Above it, two levels double the degree. */
const exactDegrees = 16;
const highestLevel = 127;
const kindsBase = 8;
const placesBase = 4;

/** The level of a degree, in few steps, so that a new relation seldom changes it. */
export function levelOf(degree: number): number {
  if (degree < exactDegrees) return Math.max(0, degree);
  return Math.min(highestLevel, exactDegrees + Math.floor(2 * Math.log2(degree / exactDegrees)));
}

/**
 * The shelf of a key, as one number. Stores order keys by shelf, then by text. The first keys in a
 * range then belong to the best-connected entities, without a sort.
 */
export function shelfOf(kind: EntityKind, degree: number, place: KeyPlace): number {
  const connected = (highestLevel - levelOf(degree)) * kindsBase + entityKinds.indexOf(kind);
  return connected * placesBase + keyPlaces.indexOf(place);
}

/** The numbers of the place and the kind that a shelf stands for. */
export function shelfFacts(shelf: number): { readonly place: number; readonly kind: number } {
  return { place: shelf % placesBase, kind: Math.floor(shelf / placesBase) % kindsBase };
}

/** The number of a place within a shelf: `shelf % 4`. */
export function placeNumber(place: KeyPlace): number {
  return keyPlaces.indexOf(place);
}

/** The number of a kind within a shelf. */
export function kindNumber(kind: EntityKind): number {
  return entityKinds.indexOf(kind);
}

/** The numbers of kinds within a shelf: `(shelf / 4) % 8`. Null means all kinds. */
export function kindNumbers(kinds: readonly EntityKind[] | null): readonly number[] {
  return (kinds ?? entityKinds).map(kindNumber);
}

/** A short text that orders labels with equal keys, the same in every store. */
export function tieOf(entityId: string): string {
  return createHash('sha256').update(entityId).digest('base64url').slice(0, 6);
}
