import { bestOutward } from '../../src/loaders/best-outward.ts';
import type { GraphStore, ReadOptions } from '../../src/store/graph-store.ts';
import type {
  EdgePageSpec,
  EdgeRow,
  EdgeSpec,
  Keyset,
  PageWindow,
  Read,
  ReadKind,
  ReadResult,
  Selection,
} from '../../src/store/reads.ts';

/** Sends one read, and returns its result with the type of its kind. */
export async function readOne<Kind extends ReadKind>(
  store: GraphStore,
  read: Read<Kind>,
  options?: ReadOptions,
): Promise<ReadResult<Kind>> {
  const [result] = await store.read([read as Read], options);
  return result as ReadResult<Kind>;
}

/** A selection of properties alone. */
export function selecting(...properties: string[]): Selection {
  return { properties, edges: [], counts: [] };
}

export const nothing: Selection = selecting();

/** The first ten rows by default. */
export function page(given: Partial<PageWindow> = {}): PageWindow {
  return { limit: 10, after: null, before: null, backward: false, peek: true, ...given };
}

export const byName = { property: 'sort', descending: false } as const;

/** By default, the best relations of the types that start at the owner. */
export function edgeSpec(types: EdgeSpec['types'], given: Partial<EdgeSpec> = {}): EdgeSpec {
  return { types, ...bestOutward, ...given };
}

/** A page of them by name. */
export function edgePageSpec(
  types: EdgeSpec['types'],
  given: Partial<EdgePageSpec> = {},
): EdgePageSpec {
  return { ...edgeSpec(types, given), facts: true, order: byName, window: page(), ...given };
}

/** The place of a row of neighbors. */
export function placeOf({ sortValue, neighbor }: EdgeRow): Keyset {
  return { value: sortValue, id: neighbor.entity.id };
}

/** The ids of the relations in each row. */
export function relationIds(rows: readonly EdgeRow[]): string[][] {
  return rows.map(({ relations }) => (relations ?? []).map(({ id }) => id));
}

/** The value of a key. Throws if it is missing. */
export function held<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`expected ${key} among ${[...map.keys()].join(', ')}`);
  return value;
}
