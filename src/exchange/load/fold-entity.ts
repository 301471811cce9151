import type { RelationRecord } from '../../ontology/records.ts';
import { relationOf } from '../../ontology/relations.ts';
import { contestedIds } from '../../reasoning/claims/contested.ts';
import type { EntityStatements } from '../statement-stream.ts';
import { type Claim, ClaimCollection, relationRecords } from './fold-claims.ts';

/** The claims of one entity, and the relations that its own statements give. */
export function foldEntity(
  { head, facts, edges }: EntityStatements,
  nameOf: (id: string) => string,
) {
  const collection = new ClaimCollection();
  for (const fact of facts) collection.addFact(fact);
  for (const edge of edges) collection.addEdge(edge, nameOf(edge.objectId));
  const claims = [...collection.byId.values()];
  const contested = contestedIds(claims);
  const own = claims.filter((claim) => !isSymmetric(claim));
  return { head, claims, contested, own, relations: relationRecords(own, contested) };
}

export type FoldedEntity = ReturnType<typeof foldEntity>;

/** Whether a claim is on a symmetric edge. */
export function isSymmetric({ edge }: Claim): boolean {
  return edge !== null && relationOf(edge.type).symmetric;
}

/** The number of best relations of each end. */
export function degreesOf(relations: readonly RelationRecord[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { best, fromId, toId } of relations) {
    for (const end of [fromId, toId]) degrees.set(end, (degrees.get(end) ?? 0) + Number(best));
  }
  return degrees;
}
