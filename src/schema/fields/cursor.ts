import { kindOfId, type NodeTypeName, typeNameOfId } from '../../ontology/ids.ts';
import type { Keyset } from '../../store/reads.ts';
import { badInput } from '../bad-input.ts';

const version = 1;
const maxLength = 2000;

/** The order of a cursor. A cursor names its order, since it has no meaning in another one. */
export interface CursorOrder {
  /** For example "sort+" (ascending) or "sortReleasedOn-" (descending). */
  readonly name: string;
  readonly type: 'string' | 'number';
  /** The type of the ids in the cursor; "entity" means any kind of entity. */
  readonly ids: NodeTypeName | 'entity';
}

/** The cursor of a place: base64url of [version, order, sort value, id]. */
export function encodeCursor(order: CursorOrder, place: Keyset): string {
  const parts = [version, order.name, place.value, place.id];
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/** Reads a cursor. Throws a coded error if the cursor does not belong to this order. */
export function decodeCursor(argument: string, cursor: string, order: CursorOrder): Keyset {
  const place = read(cursor, order);
  if (place !== null) return place;
  throw badInput(
    argument,
    'a cursor that this field gave, with the same order, or query and kinds',
  );
}

function read(cursor: string, order: CursorOrder): Keyset | null {
  if (cursor.length > maxLength || !/^[A-Za-z0-9_-]+$/.test(cursor)) return null;
  const parts = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || parts.length !== 4) return null;
  const [found, name, value, id] = parts as unknown[];
  if (found !== version || name !== order.name || typeof id !== 'string') return null;
  // Only whole numbers are sort values; "1e999" would be infinity.
  if (typeof value !== 'string' && !Number.isSafeInteger(value)) return null;
  const rightType = order.ids === 'entity' ? kindOfId(id) !== null : typeNameOfId(id) === order.ids;
  if (!rightType || typeof value !== order.type) return null;
  return { value: value as Keyset['value'], id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
