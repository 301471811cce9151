import type { RelationType } from '../ontology/relations.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';
import type { Locator } from './reads.ts';
import type { Side } from './sides.ts';

/**
 * Tags name the parts of a graph that may change. A write is recorded with the tags of what it
 * changed. A cached value has the tags of what it rests on, and is valid until one of them changes. A
 * write may be recorded with too many tags, but never with too few.
 */
export type Tags = readonly string[];

// An id is a tag too: for the own values of an entity, or for a relation, claim or source. An id
// begins with the name of a type and a colon. No other tag has a colon before its first slash.

export const cacheTags = {
  /** The stamps of an entity, which are not its own values. */
  stamps: (id: string) => `stamps/${id}`,
  /** The number of its relations. */
  degree: (id: string) => `degree/${id}`,
  /** The band of this number. A change within the band does not count. */
  band: (id: string) => `band/${id}`,
  /** The entity of a locator. */
  locator: ({ kind, key }: Locator) => `locator/${kind}/${key}`,
  /** The relations of a type on one side of an entity, and the order of their other ends. */
  slot: (type: RelationType, side: Side, id: string) => `${slotPrefix(type, side)}${id}`,
  /** The relations of an entity of all types and on all sides. */
  relations: (id: string) => `relations/${id}`,
  /** The claims about a subject, on a relation or by a source. */
  claims: (id: string) => `claims/${id}`,
  disagreements: (subjectId: string) => `disagreements/${subjectId}`,
  /** The entities of a kind, their slugs, and the values that they are ordered by. */
  places: (kind: EntityKind) => `places/${kind}`,
  /** The values of a kind that filters and facets use. */
  values: (kind: EntityKind) => `values/${kind}`,
  /** Any own value of the entities of a kind, and the set of these entities. */
  contents: (kind: EntityKind) => `contents/${kind}`,
  /** The place of entities of a kind with very many relations in an order. */
  moves: (kind: EntityKind) => `moves/${kind}`,
  disagreementsOf: (kind: EntityKind) => `disagreements-of/${kind}`,
  /** Any relation of a type. */
  type: (type: RelationType) => `type/${type}`,
  /** The slug and the number of relations of any entity, as walks see them. */
  degrees: 'degrees',
  /** The number of relations of any entity, if it falls. */
  fallen: 'fallen',
  /** The texts of search and mentions. */
  texts: 'texts',
} as const;

/**
 * Properties of an entity that change with its surroundings. They do not count as its own values.
 */
export const stampProperties = ['degree', 'revision', 'updatedAt'] as const;

/**
 * The band of a number of relations. Numbers in a band differ by less than a tenth, unless they are
 * small.
 */
export function bandOf(degree: number): number {
  return Math.floor(Math.log(degree + 1) / Math.log(1.1));
}

/** The beginning of the tags of all slots of a type and side. */
export function slotPrefix(type: RelationType, side: Side): string {
  return `${side}/${type}/`;
}
