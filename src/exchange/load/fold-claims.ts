import { groupBy } from '../../base/group-by.ts';
import { hashedId } from '../../ontology/ids.ts';
import { claimProperties, mayBeBest } from '../../ontology/properties.ts';
import type { ClaimRecord, RelationRecord } from '../../ontology/records.ts';
import { relationOf } from '../../ontology/relations.ts';
import { ranksBestFirst } from '../../ontology/vocabulary.ts';
import { bestEdgeIds } from '../../reasoning/claims/best-edges.ts';
import { bestClaims, compareClaims } from '../../reasoning/claims/claim-rank.ts';
import { type ContestableClaim, isSingleValued } from '../../reasoning/claims/contested.ts';
import type { EdgeStatement, FactStatement } from '../statement.ts';

/** A statement with the id of its claim, for comparison with others. */
export type Claim = ContestableClaim &
  Pick<
    ClaimRecord,
    'sourceId' | 'asOf' | 'evidence' | 'valueText' | 'note' | 'relationId' | 'method'
  > & {
    readonly edge: EdgeStatement | null;
    /** The position among the claims on one property of its subject, as given. */
    readonly position: number;
  };

/** The ends in stored order. For a symmetric type, this is the order of ids. */
export function endsOf({ type, subjectId, objectId }: EdgeStatement): {
  fromId: string;
  toId: string;
} {
  const swapped = relationOf(type).symmetric && objectId < subjectId;
  return swapped ? { fromId: objectId, toId: subjectId } : { fromId: subjectId, toId: objectId };
}

/** The id of an edge. All claims on the same edge share it. */
function relationIdOf(edge: EdgeStatement): string {
  const { fromId, toId } = endsOf(edge);
  const { type, artifact, expression, since, until } = edge;
  return hashedId('Relation', [fromId, type, toId, artifact, expression, since, until]);
}

/**
 * Turns statements into claims. If a source states something twice, the better statement becomes
 * the claim, so that order does not matter.
 */
export class ClaimCollection {
  readonly byId = new Map<string, Claim>();
  private readonly positions = new Map<string, number>();

  addFact(fact: FactStatement): void {
    const { subjectId, property, artifact, sourceId, value } = fact;
    const key = [subjectId, property, JSON.stringify(value), artifact, null, null, sourceId];
    // The spread comes last: one that others follow gives each object a shape of its own.
    this.add({
      id: hashedId('Claim', key),
      objectId: null,
      relationId: null,
      edge: null,
      expression: null,
      since: null,
      until: null,
      method: null,
      position: 0,
      ...fact,
    });
  }

  /** `objectName` is the text of a claim without an expression, if its data set gives no name. */
  addEdge(edge: EdgeStatement, objectName: string): void {
    const { subjectId, type, artifact, expression, since, until, sourceId, method } = edge;
    const relationId = relationIdOf(edge);
    const key = [subjectId, type, relationId, artifact, since, until, sourceId, method];
    this.add({
      id: hashedId('Claim', key),
      property: type,
      value: null,
      valueText: expression ?? edge.objectName ?? objectName,
      relationId,
      edge,
      position: 0,
      ...edge,
    });
  }

  private nextPosition({ subjectId, property }: Claim): number {
    const key = `${subjectId} ${property}`;
    const position = this.positions.get(key) ?? 0;
    this.positions.set(key, position + 1);
    return position;
  }

  /** A repeated statement keeps its position. */
  private add(claim: { -readonly [Field in keyof Claim]: Claim[Field] }): void {
    const known = this.byId.get(claim.id);
    if (known !== undefined && compareClaims(claim, known) >= 0) return;
    claim.position = known?.position ?? this.nextPosition(claim);
    this.byId.set(claim.id, claim);
  }
}

/** Property, rank, place in the file, id: the unique sort value of a claim. */
function sortOf({ property, rank, position, id }: Claim): string {
  const numbers = [
    String(claimProperties.indexOf(property)).padStart(2, '0'),
    String(ranksBestFirst.indexOf(rank)),
    String(position).padStart(5, '0'),
  ];
  return `${numbers.join('.')}.${id}`;
}

/** The position in a claim's record, among the claims on one property of its subject. */
export function positionIn({ sort }: Pick<ClaimRecord, 'sort'>): number {
  return Number(sort.split('.')[2]);
}

/** Makes one relation for each edge from its claims. The best claim gives the attributes. */
export function relationRecords(
  claims: readonly Claim[],
  contested: ReadonlySet<string>,
): RelationRecord[] {
  const groups = groupBy(
    claims.filter(({ edge }) => edge !== null),
    ({ relationId }) => relationId ?? '',
  );
  const folded = [...groups].flatMap(([id, group]) => {
    const [top] = group.length === 1 ? group : group.sort(compareClaims);
    const edge = top?.edge ?? null;
    if (top === undefined || edge === null) return [];
    const { type, artifact, expression, since, until } = edge;
    const relation: { -readonly [Field in keyof RelationRecord]: RelationRecord[Field] } = {
      id,
      type,
      ...endsOf(edge),
      note: top.note,
      rank: top.rank,
      contested: group.some((claim) => contested.has(claim.id)),
      evidence: top.evidence,
      asOf: top.asOf,
      sourceId: top.sourceId,
      artifact,
      expression,
      since,
      until,
      method: group.find((claim) => (claim.edge?.method ?? null) !== null)?.edge?.method ?? null,
      best: false,
    };
    return [{ relation, eligible: mayBeBest(top.rank, top.evidence) }];
  });
  const best = bestEdgeIds(folded.map(({ relation, eligible }) => ({ eligible, ...relation })));
  for (const { relation } of folded) relation.best = best.has(relation.id);
  return folded.map(({ relation }) => relation);
}

/** The key of claims that compete for the best rank: on one edge or one single-valued fact. */
function choiceOf({ id, relationId, subjectId, property, artifact }: Claim): string {
  if (relationId !== null) return relationId;
  return isSingleValued(property) ? `${subjectId}\n${property}\n${artifact}` : id;
}

function bestClaimIds(claims: readonly Claim[], relations: readonly RelationRecord[]): Set<string> {
  const outranked = new Set(relations.filter(({ best }) => !best).map(({ id }) => id));
  const best = new Set<string>();
  for (const group of groupBy(claims, choiceOf).values()) {
    for (const { id, relationId } of bestClaims(group)) {
      if (relationId === null || !outranked.has(relationId)) best.add(id);
    }
  }
  return best;
}

/** The records of the claims, with the relations made from them. */
export function claimRecords(
  claims: readonly Claim[],
  relations: readonly RelationRecord[],
  contested: ReadonlySet<string>,
): ClaimRecord[] {
  const best = bestClaimIds(claims, relations);
  // The keys are always in one order, since digests depend on it.
  return claims.map((claim) => ({
    id: claim.id,
    subjectId: claim.subjectId,
    property: claim.property,
    artifact: claim.artifact,
    since: claim.since,
    until: claim.until,
    value: claim.value === null ? null : JSON.stringify(claim.value),
    valueText: claim.valueText,
    relationId: claim.relationId,
    sourceId: claim.sourceId,
    asOf: claim.asOf,
    rank: claim.rank,
    evidence: claim.evidence,
    best: best.has(claim.id),
    contested: contested.has(claim.id),
    note: claim.note,
    method: claim.method,
    sort: sortOf(claim),
  }));
}
