import type { RelationRecord } from '../../ontology/records.ts';
import { type RelationType, relationOf, relationTypes } from '../../ontology/relations.ts';
import type { LinkRow, SurroundingsSpec, WalkSpec } from '../reads.ts';
import { sidesOf } from './graph-reads.ts';
import type { Snapshot } from './snapshot.ts';

interface Links {
  readonly links: readonly LinkRow[];
  readonly complete: boolean;
}

/**
 * The links of every entity that was walked from, over all types both ways: at most one for each end
 * of a relation. A path looks at tens of thousands, and most of its time went into making them.
 */
const walked = new WeakMap<Snapshot, Map<string, readonly LinkRow[]>>();

/** The best relations of an entity as a walk sees them: neighbors with the fewest relations first. */
export function linksOf(snapshot: Snapshot, ownerId: string, spec: WalkSpec): Links {
  const { types, direction, neighborKinds, limit } = spec;
  if (direction !== 'BOTH') return firstOf(sortedLinks(snapshot, ownerId, types, spec), limit);
  let known = walked.get(snapshot);
  if (known === undefined) {
    known = new Map();
    walked.set(snapshot, known);
  }
  let all = known.get(ownerId);
  if (all === undefined) {
    const everything = { direction, neighborKinds: null };
    all = sortedLinks(snapshot, ownerId, relationTypes, everything);
    known.set(ownerId, all);
  }
  if (types.length === relationTypes.length && neighborKinds === null) return firstOf(all, limit);
  const kindOf = (id: string) => snapshot.entities.get(id)?.kind;
  const wanted = all.filter(({ type, neighborId }) => {
    if (!types.includes(type)) return false;
    const kind = neighborKinds === null ? undefined : kindOf(neighborId);
    return neighborKinds === null || (kind !== undefined && neighborKinds.includes(kind));
  });
  return firstOf(wanted, limit);
}

function firstOf(links: readonly LinkRow[], limit: number): Links {
  if (links.length <= limit) return { links, complete: true };
  return { links: links.slice(0, limit), complete: false };
}

function sortedLinks(
  snapshot: Snapshot,
  ownerId: string,
  types: readonly RelationType[],
  { direction, neighborKinds }: Pick<WalkSpec, 'direction' | 'neighborKinds'>,
): readonly LinkRow[] {
  const links: LinkRow[] = [];
  for (const type of types) {
    for (const side of sidesOf(relationOf(type).symmetric, direction)) {
      for (const { relation, neighbor } of snapshot.edges(ownerId, type, side, 'sort')) {
        if (!relation.best) continue;
        if (neighborKinds !== null && !neighborKinds.includes(neighbor.kind)) continue;
        links.push({
          relationId: relation.id,
          type,
          forward: relation.fromId === ownerId,
          neighborId: neighbor.id,
          neighborSlug: neighbor.slug,
          neighborDegree: neighbor.degree,
        });
      }
    }
  }
  return links.sort(
    (one, other) =>
      one.neighborDegree - other.neighborDegree ||
      byText(one.neighborId, other.neighborId) ||
      byText(one.relationId, other.relationId),
  );
}

/** What lies around an entity, level by level, within each level by (degree, id); one beyond the limit. */
export function surroundings(
  snapshot: Snapshot,
  ofId: string,
  { types, neighborKinds, depth, limit }: SurroundingsSpec,
): readonly string[] | null {
  if (!snapshot.entities.has(ofId)) return null;
  const spec = {
    types,
    direction: 'BOTH',
    neighborKinds,
    limit: Number.POSITIVE_INFINITY,
  } as const;
  const known = new Set([ofId]);
  let level: readonly string[] = [ofId];
  for (let step = 1; step <= depth && level.length > 0 && known.size <= limit; step += 1) {
    const degrees = new Map<string, number>();
    for (const id of level) {
      for (const { neighborId, neighborDegree } of linksOf(snapshot, id, spec).links) {
        if (!known.has(neighborId)) degrees.set(neighborId, neighborDegree);
      }
    }
    level = [...degrees]
      .sort(([one, few], [other, many]) => few - many || byText(one, other))
      .slice(0, limit + 1 - known.size)
      .map(([id]) => id);
    for (const id of level) known.add(id);
  }
  return [...known];
}

/** The best relations of the types between the entities, by id, at most `limit` and one. */
export function relationsAmong(
  snapshot: Snapshot,
  ids: readonly string[],
  types: readonly RelationType[],
  limit: number,
): readonly RelationRecord[] {
  const among = new Set(ids);
  const found: RelationRecord[] = [];
  for (const id of ids) {
    for (const type of types) {
      const side = relationOf(type).symmetric ? 'SYMMETRIC' : 'OUT';
      for (const { relation, neighbor } of snapshot.edges(id, type, side, 'sort')) {
        if (relation.best && relation.fromId === id && among.has(neighbor.id)) found.push(relation);
      }
    }
  }
  return found.sort((one, other) => byText(one.id, other.id)).slice(0, limit + 1);
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
