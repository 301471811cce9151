import { kindOf, sortPropertiesOf } from '../../ontology/kinds.ts';
import { type RelationType, relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { StoreError } from '../graph-store.ts';

// Every order is stored as one text: the folded sort value, a separator that sorts before any
// character, and the id of the entity, which decides between equal values. A page is then one range
// of one index, where relations to one neighbor are adjacent.

const separator = '\u0000';
const digits = 17;
const offset = 1n << 53n;

export type SortType = 'string' | 'number';

/** Encodes a sort value as text with the same order. */
function encodeValue(value: string | number, type: SortType): string {
  if (type === 'string' && typeof value === 'string') return value;
  if (type === 'number' && typeof value === 'number' && Number.isSafeInteger(value)) {
    return (BigInt(value) + offset).toString().padStart(digits, '0');
  }
  const expected = type === 'string' ? 'a text' : 'a whole number';
  throw new StoreError('STORE_FAILURE', `A sort value is ${String(value)}; expected ${expected}.`);
}

/** The order key of an item with this sort value and id. */
export function orderKey(value: string | number, id: string, type: SortType): string {
  return encodeValue(value, type) + separator + id;
}

/** The sort value and the id in an order key. */
export function placeOf(key: string, type: SortType): { value: string | number; id: string } {
  const end = key.lastIndexOf(separator);
  const value = key.slice(0, end);
  return {
    value: type === 'string' ? value : Number(BigInt(value) - offset),
    id: key.slice(end + 1),
  };
}

/** The number and the id in an order key, as expressions. */
export function placeInKey(key: string): { readonly value: string; readonly id: string } {
  return {
    value: `(toInteger(left(${key}, ${digits})) - ${offset})`,
    id: `substring(${key}, ${digits + separator.length})`,
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The node property with the order key: `sort` → `bySort`. */
export function nodeKeyName(property: string): string {
  return `by${capitalized(property)}`;
}

/** The relationship property with the order key of one end: `sort` → `toBySort`. */
export function edgeKeyName(neighborSide: 'from' | 'to', property: string): string {
  return `${neighborSide}By${capitalized(property)}`;
}

/** The relationship property with the kind of one end, where kinds may differ. */
export function edgeKindName(side: 'from' | 'to'): string {
  return `${side}Kind`;
}

/** The relationship property with the id of one end. */
export function edgeEndName(side: 'from' | 'to'): 'fromId' | 'toId' {
  return `${side}Id`;
}

/** As `edgeEndName`, but only on relationships that are not best. */
export function asideEndName(side: 'from' | 'to'): string {
  return side === 'from' ? 'asideFromId' : 'asideToId';
}

/** As `edgeEndName`, but only on best relationships between entities of different kinds. */
export function mixedEndName(side: 'from' | 'to'): string {
  return side === 'from' ? 'mixedFromId' : 'mixedToId';
}

/** The relationship property that says whether others of its type connect its ends too. */
export const sharedName = 'shared';

/** As `edgeEndName`, but only on relationships whose ends another of the type also connects. */
export function sharedEndName(side: 'from' | 'to'): string {
  return side === 'from' ? 'sharedFromId' : 'sharedToId';
}

/** As `edgeEndName`, but only on relationships whose ends another of any type also connects. */
export function joinedEndName(side: 'from' | 'to'): string {
  return side === 'from' ? 'joinedFromId' : 'joinedToId';
}

/**
 * Whether relationships between different kinds are marked: for symmetric types with several kinds.
 */
export function marksMixed(type: RelationType): boolean {
  const { symmetric, from } = relationOf(type);
  return symmetric && from.length > 1;
}

export function otherSide(side: 'from' | 'to'): 'from' | 'to' {
  return side === 'from' ? 'to' : 'from';
}

/** Whether entities of several kinds have the order at this side of the type. */
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

/** The sort properties of any of the kinds, with their types. */
export function sortPropertiesOfAny(kinds: readonly EntityKind[]): ReadonlyMap<string, SortType> {
  return new Map(kinds.flatMap(sortPropertiesOf).map((order) => [order.property, order.type]));
}

/** The type of an order for entities of all these kinds. Throws if a kind lacks the order. */
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

/** The order keys of an entity's node. */
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

/**
 * The order keys on a relationship of the type: the property, the side, and the node's property.
 */
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
