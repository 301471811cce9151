import { addTo } from '../../base/group-by.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { Keyset, ReadResult } from '../../store/reads.ts';
import { compactOf } from '../../text/search/label-keys.ts';
import { identifierOf } from './identifiers.ts';

/** How many labels, or entities, one statement reads. */
const pageSize = 500;

/** The models that others know by these addresses, by the address as it is compared. */
export async function modelsAt(
  store: GraphStore,
  addresses: Iterable<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = new Set([...addresses].flatMap((address) => identifierOf(address) ?? []));
  const found = new Map<string, string[]>();
  if (wanted.size === 0) return found;
  for (let after: Keyset | null = null; ; ) {
    const [page] = (await store.read([
      {
        kind: 'list',
        spec: {
          kind: 'MODEL',
          where: null,
          order: { property: 'sort', descending: false },
          window: { limit: pageSize, after, before: null, backward: false, peek: true },
        },
        select: { properties: ['url', 'exactMatch'], edges: [], counts: [] },
      },
    ])) as [ReadResult<'list'>];
    for (const { node } of page.rows) {
      const { id, url, exactMatch } = node.entity;
      const own = [url, ...(Array.isArray(exactMatch) ? exactMatch : [])];
      const keys = own.flatMap((each) =>
        typeof each === 'string' ? (identifierOf(each) ?? []) : [],
      );
      for (const key of new Set(keys)) if (wanted.has(key)) addTo(found, key, id);
    }
    const last = page.rows.at(-1);
    if (last === undefined || !page.hasMore) return found;
    after = { value: last.sortValue, id: last.node.entity.id };
  }
}

/** The entities of a kind that have exactly this name, or this as another name. */
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
