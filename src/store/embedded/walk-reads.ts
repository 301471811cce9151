import type { RelationRecord } from '../../ontology/records.ts';
import { type RelationType, relationOf } from '../../ontology/relations.ts';
import type { LinkRow, WalkSpec } from '../reads.ts';
import { sidesOf } from './graph-reads.ts';
import type { Snapshot } from './snapshot.ts';

/** The best relations of an entity as a walk sees them: neighbors with the fewest relations first. */
export function linksOf(
  snapshot: Snapshot,
  ownerId: string,
  { types, direction, neighborKinds, limit }: WalkSpec,
): { links: readonly LinkRow[]; complete: boolean } {
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
  links.sort(
    (one, other) =>
      one.neighborDegree - other.neighborDegree ||
      byText(one.neighborId, other.neighborId) ||
      byText(one.relationId, other.relationId),
  );
  return { links: links.slice(0, limit), complete: links.length <= limit };
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
