import type { ClaimRecord, RelationRecord } from '../../ontology/records.ts';
import {
  type Disagreement,
  disagreementsAmong,
} from '../../reasoning/claims/find-disagreements.ts';
import type { EntityInput } from '../../store/graph-store.ts';
import { type Claim, claimRecords } from './fold-claims.ts';
import type { FoldedEntity } from './fold-entity.ts';
import type { EntityPart } from './parts.ts';

// Entities are folded once. The results wait on the disk as JSON, a portion of entities at a time,
// until all names and degrees are known. Relations and claims are lists of their values there,
// since the names of the fields would take more room than the values.

/** A record without its degree, and the statements of each data set if there are several. */
export type FoldedRecord = readonly [record: EntityInput, parts: readonly EntityPart[]];

/** The relations that start at an entity and the claims about it, without symmetric relations. */
interface FoldedHanging {
  readonly entityId: string;
  readonly relations: readonly RelationRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly disagreeing: readonly Disagreement<Claim>[];
}

/** The same as lists. */
export type PackedHanging = readonly [
  entityId: string,
  relations: readonly PackedRelation[],
  claims: readonly PackedClaim[],
  disagreeing: readonly Disagreement<Claim>[],
];

type PackedRelation = ReturnType<typeof packedRelation>;
type PackedClaim = ReturnType<typeof packedClaim>;

export function packedHanging(fold: FoldedEntity): PackedHanging {
  const claims = claimRecords(fold.own, fold.relations, fold.contested);
  return [
    fold.head.id,
    fold.relations.map(packedRelation),
    claims.map((record, at) => packedClaim(record, fold.own[at] as Claim)),
    disagreementsAmong(fold.claims),
  ];
}

/** `namesOf` gives the names of entities that claims lead to. */
export function unpackedHanging(
  packed: readonly PackedHanging[],
  namesOf: (ids: readonly string[]) => (id: string) => string,
): readonly FoldedHanging[] {
  const unnamed = new Set<string>();
  for (const [, , claims, disagreeing] of packed) {
    for (const { 6: name } of claims) if (typeof name !== 'string') unnamed.add(name[0]);
    for (const { claims } of disagreeing) {
      for (const { edge } of claims) if (edge !== null) unnamed.add(edge.objectId);
    }
  }
  const nameOf = namesOf([...unnamed]);
  return packed.map(([entityId, relations, claims, disagreeing]) => ({
    entityId,
    relations: relations.map(unpackedRelation),
    claims: claims.map((claim) => unpackedClaim(entityId, claim, nameOf)),
    disagreeing: disagreeing.map((each) => {
      return { ...each, claims: each.claims.map((claim) => namedClaim(claim, nameOf)) };
    }),
  }));
}

/** The claim with the name of its object. At first only the object's id is known. */
export function namedClaim(claim: Claim, nameOf: (id: string) => string): Claim {
  const { edge, expression } = claim;
  if (edge === null) return claim;
  return { ...claim, valueText: expression ?? edge.objectName ?? nameOf(edge.objectId) };
}

/** The relations of one entity. */
export function relationsIn([, relations]: PackedHanging): readonly RelationRecord[] {
  return relations.map(unpackedRelation);
}

// Digests depend on the order of the keys, which is that of `relationRecords` and `claimRecords`.
// Lists are written value by value: there are millions, and joining parts takes several times as long.

function packedRelation(of: RelationRecord) {
  return [
    of.id,
    of.type,
    of.fromId,
    of.toId,
    of.note,
    of.rank,
    of.contested,
    of.evidence,
    of.asOf,
    of.sourceId,
    of.artifact,
    of.expression,
    of.since,
    of.until,
    of.method,
    of.best,
  ] as const;
}

function unpackedRelation(values: PackedRelation): RelationRecord {
  return {
    id: values[0],
    type: values[1],
    fromId: values[2],
    toId: values[3],
    note: values[4],
    rank: values[5],
    contested: values[6],
    evidence: values[7],
    asOf: values[8],
    sourceId: values[9],
    artifact: values[10],
    expression: values[11],
    since: values[12],
    until: values[13],
    method: values[14],
    best: values[15],
  };
}

/** Instead of a text that is the name of an entity, it has the id of the entity. */
function packedClaim(of: ClaimRecord, { expression, edge }: Pick<Claim, 'expression' | 'edge'>) {
  const isNamed = edge === null || expression !== null || (edge.objectName ?? null) !== null;
  const text: string | readonly [objectId: string] = isNamed ? of.valueText : [edge.objectId];
  return [
    of.id,
    of.property,
    of.artifact,
    of.since,
    of.until,
    of.value,
    text,
    of.relationId,
    of.sourceId,
    of.asOf,
    of.rank,
    of.evidence,
    of.best,
    of.contested,
    of.note,
    of.method,
    of.sort,
  ] as const;
}

function unpackedClaim(
  subjectId: string,
  values: PackedClaim,
  nameOf: (id: string) => string,
): ClaimRecord {
  const text = values[6];
  return {
    id: values[0],
    subjectId,
    property: values[1],
    artifact: values[2],
    since: values[3],
    until: values[4],
    value: values[5],
    valueText: typeof text === 'string' ? text : nameOf(text[0]),
    relationId: values[7],
    sourceId: values[8],
    asOf: values[9],
    rank: values[10],
    evidence: values[11],
    best: values[12],
    contested: values[13],
    note: values[14],
    method: values[15],
    sort: values[16],
  };
}
