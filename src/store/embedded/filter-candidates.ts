import type { EntityRecord } from '../../ontology/records.ts';
import { relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { Condition } from '../list-condition.ts';
import type { ListSpec } from '../reads.ts';
import { entityTest } from './matching.ts';
import type { Snapshot } from './snapshot.ts';
import { containing } from './text-scan.ts';

/** From what part of a kind on an index saves no work over reading the kind in its order. */
const worthReading = 8;

/** The entities of a kind that satisfy the condition, in no order. */
export function satisfying(snapshot: Snapshot, { kind, where }: ListSpec): readonly EntityRecord[] {
  const all = snapshot.list(kind, 'sort');
  if (where === null) return all;
  return (fewCandidates(snapshot, kind, where) ?? all).filter(entityTest(where, snapshot));
}

/**
 * Few entities of the kind among which all are that satisfy the condition, each once; null where
 * the indexes know of none so few.
 */
export function fewCandidates(
  snapshot: Snapshot,
  kind: EntityKind,
  where: Condition,
): readonly EntityRecord[] | null {
  const most = snapshot.list(kind, 'sort').length / worthReading;
  switch (where.op) {
    case 'all': {
      let fewest: readonly EntityRecord[] | null = null;
      for (const part of where.of) {
        const few = fewCandidates(snapshot, kind, part);
        if (few !== null && (fewest === null || few.length < fewest.length)) fewest = few;
      }
      return fewest;
    }
    case 'in':
      return joined(
        where.values.map((value) => snapshot.indexes.having(kind, where.property, value)),
        most,
      );
    case 'range':
      return snapshot.indexes.within(kind, where, most);
    case 'contains':
      return where.property === 'folded' && where.text !== ''
        ? containing(snapshot.list(kind, 'sort'), where.text, most)
        : null;
    case 'linked':
      return leadingTo(snapshot, kind, where, most);
  }
}

/** The entities of the kind from which the hops lead to one of the slugs, found from that end. */
function leadingTo(
  snapshot: Snapshot,
  kind: EntityKind,
  { hops, slugs }: Extract<Condition, { op: 'linked' }>,
  most: number,
): readonly EntityRecord[] | null {
  let reached: ReadonlySet<EntityRecord> = new Set(
    slugs.flatMap((slug) => snapshot.indexes.called(slug)),
  );
  for (const { type, direction } of hops.toReversed()) {
    const back = direction === 'OUT' ? 'IN' : 'OUT';
    const side = relationOf(type).symmetric ? 'SYMMETRIC' : back;
    const before = new Set<EntityRecord>();
    for (const { id } of reached) {
      for (const { relation, neighbor } of snapshot.edges(id, type, side, 'sort')) {
        if (relation.best) before.add(neighbor);
        if (before.size > most) return null;
      }
    }
    reached = before;
  }
  return [...reached].filter((entity) => entity.kind === kind);
}

function joined(
  lists: readonly (readonly EntityRecord[])[],
  most: number,
): readonly EntityRecord[] | null {
  if (lists.reduce((sum, list) => sum + list.length, 0) > most) return null;
  return [...new Set(lists.flat())];
}
