import { kindOf, sortPropertiesOf } from '../../ontology/kinds.ts';
import { type RelationType, relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { StoreError } from '../graph-store.ts';

// Every order is stored as one text: the folded sort value, a separator below every character, and
// the id of the entity, which breaks ties. Thus a page is one range of one index, in which the
// relations to one neighbor are adjacent.

const separator = '\u0000';
const digits = 17;
const offset = 1n << 53n;

export type SortType = 'string' | 'number';

/** Puts a sort value into text whose order is that of the values. */
function encodeValue(value: string | number, type: SortType): string {
  if (type === 'string' && typeof value === 'string') return value;
  if (type === 'number' && typeof value === 'number' && Number.isSafeInteger(value)) {
    return (BigInt(value) + offset).toString().padStart(digits, '0');
  }
  const expected = type === 'string' ? 'a text' : 'a whole number';
  throw new StoreError(
    'STORE_FAILURE',
    `A value that lists are ordered by is ${String(value)}; expected ${expected}.`,
  );
}

/** The text by which an item with this sort value and id is ordered. */
export function orderKey(value: string | number, id: string, type: SortType): string {
  return encodeValue(value, type) + separator + id;
}

/** The sort value and the id that an order key was made of. */
export function placeOf(key: string, type: SortType): { value: string | number; id: string } {
  const end = key.lastIndexOf(separator);
  const value = key.slice(0, end);
  return {
    value: type === 'string' ? value : Number(BigInt(value) - offset),
    id: key.slice(end + 1),
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The property of a node that holds its order key: `sort` → `bySort`. */
export function nodeKeyName(property: string): string {
  return `by${capitalized(property)}`;
}

/** The property of a relationship that holds the order key of one of its ends: `sort` → `toBySort`. */
export function edgeKeyName(neighborSide: 'from' | 'to', property: string): string {
  return `${neighborSide}By${capitalized(property)}`;
}

/** The property of a relationship that names the kind of one of its ends, where that may differ. */
export function edgeKindName(side: 'from' | 'to'): string {
  return `${side}Kind`;
}

/** The property of a relationship that holds the id of one of its ends. */
export function edgeEndName(side: 'from' | 'to'): 'fromId' | 'toId' {
  return `${side}Id`;
}

/** The same, but only on relationships that are not best. */
export function asideEndName(side: 'from' | 'to'): string {
  return side === 'from' ? 'asideFromId' : 'asideToId';
}

/** The same, but only on best relationships whose ends are of different kinds. */
export function mixedEndName(side: 'from' | 'to'): string {
  return side === 'from' ? 'mixedFromId' : 'mixedToId';
}

/** The property of a relationship that says whether others of its type connect its ends too. */
export const sharedName = 'shared';

/** edgeEndName, but only on relationships whose ends another of the type connects too. */
export function sharedEndName(side: 'from' | 'to'): string {
  return side === 'from' ? 'sharedFromId' : 'sharedToId';
}

/** The same, on relationships alone whose ends another of any type connects too. */
export function joinedEndName(side: 'from' | 'to'): string {
  return side === 'from' ? 'joinedFromId' : 'joinedToId';
}

/**
 * Whether relationships with ends of different kinds are marked: those of symmetric types with
 * several kinds.
 */
export function marksMixed(type: RelationType): boolean {
  const { symmetric, from } = relationOf(type);
  return symmetric && from.length > 1;
}

export function otherSide(side: 'from' | 'to'): 'from' | 'to' {
  return side === 'from' ? 'to' : 'from';
}

/** Whether entities of several kinds are ordered by the property at this side of the type. */
export function isSharedOrder(
  type: RelationType,
  neighborSide: 'from' | 'to',
  property: string,
): boolean {
  const having = relationOf(type)[neighborSide].filter((kind) =>
    sortPropertiesOf(kind).some((order) => order.property === property),
  );
  return having.length > 1;
}

/** The sort properties that entities of any of the kinds have, with their types. */
export function sortPropertiesOfAny(kinds: readonly EntityKind[]): ReadonlyMap<string, SortType> {
  return new Map(kinds.flatMap(sortPropertiesOf).map((order) => [order.property, order.type]));
}

/** The type of an order over entities of all these kinds; fails where one of them lacks it. */
export function sortTypeFor(kinds: readonly EntityKind[], property: string): SortType {
  let type: SortType | undefined;
  for (const kind of kinds) {
    type = sortPropertiesOf(kind).find((order) => order.property === property)?.type;
    if (type === undefined) {
      const name = kindOf(kind).typeName;
      throw new StoreError(
        'STORE_FAILURE',
        `${name} cannot be ordered by ${JSON.stringify(property)}.`,
      );
    }
  }
  return type ?? 'string';
}

/** The order keys an entity's node carries. */
export function nodeKeys(
  kind: EntityKind,
  id: string,
  record: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const { property, type } of sortPropertiesOf(kind)) {
    keys[nodeKeyName(property)] = orderKey(record[property] as string | number, id, type);
  }
  return keys;
}

/** The copies on a relationship of the type: its property, the side, the node's property. */
export function edgeCopies(
  type: RelationType,
): readonly { name: string; side: 'from' | 'to'; nodeKey: string }[] {
  const declared = relationOf(type);
  return (['from', 'to'] as const).flatMap((side) =>
    [...sortPropertiesOfAny(declared[side]).keys()].map((property) => ({
      name: edgeKeyName(side, property),
      side,
      nodeKey: nodeKeyName(property),
    })),
  );
}
