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

/** Sends one read and gives its result with the type of its kind. */
export async function readOne<Kind extends ReadKind>(
  store: GraphStore,
  read: Read<Kind>,
  options?: ReadOptions,
): Promise<ReadResult<Kind>> {
  const [result] = await store.read([read as Read], options);
  return result as ReadResult<Kind>;
}

/** A selection of properties, and nothing along with them. */
export function selecting(...properties: string[]): Selection {
  return { properties, edges: [], counts: [] };
}

export const nothing: Selection = selecting();

/** The first ten, unless told otherwise. */
export function page(given: Partial<PageWindow> = {}): PageWindow {
  return { limit: 10, after: null, before: null, backward: false, peek: true, ...given };
}

export const byName = { property: 'sort', descending: false } as const;

/** The best relations of the types that start at the owner, unless told otherwise. */
export function edgeSpec(types: EdgeSpec['types'], given: Partial<EdgeSpec> = {}): EdgeSpec {
  return { types, ...bestOutward, ...given };
}

/** A page of those, by name. */
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

/** The ids of the relations of the rows, row by row. */
export function relationIds(rows: readonly EdgeRow[]): string[][] {
  return rows.map(({ relations }) => (relations ?? []).map(({ id }) => id));
}

/** The value of a map, which must have it. */
export function held<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`expected ${key} among ${[...map.keys()].join(', ')}`);
  return value;
}
