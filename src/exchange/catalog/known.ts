import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { ReadResult } from '../../store/reads.ts';
import { compactOf } from '../../text/search/label-keys.ts';

/** The number of keys or labels that one statement reads. */
const pageSize = 500;

/** The entities with each of the outside identifiers, by key. */
export async function idsByKey(
  store: GraphStore,
  given: Iterable<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const keys = [...new Set(given)];
  const found = new Map<string, readonly string[]>();
  for (let at = 0; at < keys.length; at += pageSize) {
    const some = await store.held.identified(keys.slice(at, at + pageSize));
    for (const [key, ids] of some) found.set(key, ids);
  }
  return found;
}

/** The entities of a kind with exactly this name or alias. */
export async function namedExactly(
  store: GraphStore,
  kind: EntityKind,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const all = [...new Set(names)];
  for (let at = 0; at < all.length; at += pageSize) {
    const asked = all.slice(at, at + pageSize);
    const keys = new Map(asked.map((name) => [name, compactOf(name)]));
    const distinct = [...new Set(keys.values())].filter((key) => key !== '');
    if (distinct.length === 0) continue;
    const probes = distinct.map((key) => ({ op: 'equal', keys: [key], limit: 20 }) as const);
    const [rows] = (await store.read([{ kind: 'labels', probes, kinds: [kind] }])) as [
      ReadResult<'labels'>,
    ];
    const byKey = new Map(distinct.map((key, index) => [key, rows[index] ?? []]));
    for (const [name, key] of keys) {
      const labels = (byKey.get(key) ?? []).filter(({ role }) => role !== 'HIDDEN');
      const ids = new Set(labels.map(({ entity }) => entity.id));
      if (ids.size > 0) found.set(name, [...ids].sort());
    }
  }
  return found;
}
