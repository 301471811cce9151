import type { RelationType } from '../ontology/relations.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';
import type { Locator } from './reads.ts';
import type { Side } from './sides.ts';

/**
 * Names of what may change in a graph. A write is recorded with the tags of what it changed, and
 * whoever keeps something that was read keeps the tags of what it rests on: it stands as long as none
 * of them changed. A tag may stand for more than did change; never for less.
 */
export type Tags = readonly string[];

// An id is the tag of its thing: of an entity's own values, of a relation, claim or source. Ids begin
// with the name of a type and a colon, which no other tag has before its first slash.

export const cacheTags = {
  /** The stamps of an entity: all of it but its own values. */
  stamps: (id: string) => `stamps/${id}`,
  /** Its number of relations. */
  degree: (id: string) => `degree/${id}`,
  /** The same, but for changes that leave it in its band. */
  band: (id: string) => `band/${id}`,
  /** The entity that a locator leads to. */
  locator: ({ kind, key }: Locator) => `locator/${kind}/${key}`,
  /** The relations of a type at one side of an entity, and the order of their other ends. */
  slot: (type: RelationType, side: Side, id: string) => `${slotPrefix(type, side)}${id}`,
  /** The same for all types and sides together. */
  relations: (id: string) => `relations/${id}`,
  /** The claims about a subject, on a relation or by a source. */
  claims: (id: string) => `claims/${id}`,
  disagreements: (subjectId: string) => `disagreements/${subjectId}`,
  /** Which entities of a kind there are, their slugs, and what they are ordered by. */
  places: (kind: EntityKind) => `places/${kind}`,
  /** What filters and facets look at in entities of a kind. */
  values: (kind: EntityKind) => `values/${kind}`,
  /** Any own value of an entity of a kind, and which there are. */
  contents: (kind: EntityKind) => `contents/${kind}`,
  /** The order of entities of a kind that have very many relations. */
  moves: (kind: EntityKind) => `moves/${kind}`,
  disagreementsOf: (kind: EntityKind) => `disagreements-of/${kind}`,
  /** Any relation of a type. */
  type: (type: RelationType) => `type/${type}`,
  /** What walks see of any entity: its slug and its number of relations. */
  degrees: 'degrees',
  /** The number of relations of any entity, where it falls. */
  fallen: 'fallen',
  /** What search and mentions are made of. */
  texts: 'texts',
} as const;

/** Properties of an entity that are not its own values: they change with what is around it. */
export const stampProperties = ['degree', 'revision', 'updatedAt'] as const;

/** Numbers of relations of one band differ by less than a tenth, unless they are small. */
export function bandOf(degree: number): number {
  return Math.floor(Math.log(degree + 1) / Math.log(1.1));
}

/** What the tags of all slots of a type and side begin with. */
export function slotPrefix(type: RelationType, side: Side): string {
  return `${side}/${type}/`;
}
