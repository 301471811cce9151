import type { EntityRecord } from '../../ontology/records.ts';
import type { FacetBy, FacetRow, FacetSpec, Selection } from '../reads.ts';
import { satisfying } from './filter-candidates.ts';
import { entityRow } from './graph-reads.ts';
import { propertyOf, someEnd } from './matching.ts';
import type { Snapshot } from './snapshot.ts';

interface Counted {
  readonly value: string;
  readonly end: EntityRecord | null;
  count: number;
}

/** The values that the entities of a list have, and of how many: most first. */
export function facetRows(
  snapshot: Snapshot,
  { by, limit, ...spec }: FacetSpec,
  select: Selection,
): readonly FacetRow[] {
  const counted = new Map<string, Counted>();
  for (const entity of satisfying(snapshot, spec)) {
    for (const [key, end] of valuesOf(entity, by, snapshot)) {
      const known = counted.get(key);
      if (known !== undefined) known.count += 1;
      else counted.set(key, { value: end?.slug ?? key, end, count: 1 });
    }
  }
  return [...counted]
    .sort(
      ([oneKey, one], [otherKey, other]) =>
        other.count - one.count ||
        byCodePoint(one.value, other.value) ||
        byCodePoint(oneKey, otherKey),
    )
    .slice(0, limit)
    .map(([, { value, end, count }]) => {
      return { value, count, entity: end && entityRow(snapshot, end, select) };
    });
}

/** What an entity is counted by, each once: texts, or entities by their ids. */
function valuesOf(
  entity: EntityRecord,
  by: FacetBy,
  snapshot: Snapshot,
): ReadonlyMap<string, EntityRecord | null> {
  const values = new Map<string, EntityRecord | null>();
  if (by.op === 'linked') {
    someEnd(entity, by.hops, snapshot, (end) => {
      values.set(end.id, end);
      return false;
    });
    return values;
  }
  const value = propertyOf(entity, by.property);
  for (const item of Array.isArray(value) ? value : [value]) {
    if (typeof item !== 'string' || !item.startsWith(by.prefix)) continue;
    values.set(item.slice(by.prefix.length), null);
  }
  return values;
}

/** The order of Neo4j, which differs from that of UTF-16 above U+FFFF. */
function byCodePoint(one: string, other: string): number {
  return one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other));
}
