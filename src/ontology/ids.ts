import { hashOf } from '../base/text-hash.ts';
import { entityKinds, kinds } from './kinds.ts';
import type { EntityKind } from './vocabulary.ts';

/**
 * Ids inside the stores: "Term:open-weights", "Relation:…", "Claim:…", "Source:…",
 * "Clause:mit/grant". Clients see the opaque base64url form.
 */
export type NodeTypeName =
  | (typeof kinds)[EntityKind]['typeName']
  | 'Relation'
  | 'Claim'
  | 'Source'
  | 'Clause'
  | 'Disagreement';

const entityTypeNames = entityKinds.map((kind) => kinds[kind].typeName);
const typeNames: readonly string[] = [
  ...entityTypeNames,
  ...['Relation', 'Claim', 'Source', 'Clause', 'Disagreement'],
];

/** The id of an entity, made from its first slug. */
export function entityId(kind: EntityKind, firstSlug: string): string {
  return `${kinds[kind].typeName}:${firstSlug}`;
}

export function sourceId(slug: string): string {
  return `Source:${slug}`;
}

/** An id made from the key of a thing. The same key always gives the same id. */
export function hashedId(
  type: 'Relation' | 'Claim' | 'Disagreement',
  key: readonly (string | null)[],
): string {
  return `${type}:${hashOf(JSON.stringify(key))}`;
}

/** The kind of the entity with the id, or null for any other id. */
export function kindOfId(id: string): EntityKind | null {
  return entityKinds.find((kind) => id.startsWith(`${kinds[kind].typeName}:`)) ?? null;
}

/** The type of the node with the id, or null where the type is unknown. */
export function typeNameOfId(id: string): NodeTypeName | null {
  const colon = id.indexOf(':');
  const name = id.slice(0, Math.max(colon, 0));
  return typeNames.includes(name) && colon + 1 < id.length ? (name as NodeTypeName) : null;
}

/** The opaque form that clients see. */
export function toGlobalId(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url');
}

/** Reads an opaque id; null where it is malformed or its type is unknown. */
export function fromGlobalId(globalId: string): string | null {
  if (!/^[A-Za-z0-9_-]{4,400}$/.test(globalId)) return null;
  const id = Buffer.from(globalId, 'base64url').toString('utf8');
  return toGlobalId(id) === globalId && typeNameOfId(id) !== null ? id : null;
}
