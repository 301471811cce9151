import { madeOnce } from '../../../base/made-once.ts';
import { type ClaimRecord, zClaimRecord } from '../../../ontology/records.ts';
import { relationTypes } from '../../../ontology/relations.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { typeText } from '../labels.ts';
import { firstColumn, inBatches } from './batches.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought, soughtEntity } from './sought.ts';
import { literalOf, plainRow } from './write-rows.ts';

/**
 * The ids of those claims of a change that exist already. It must run before anything is written.
 */
export async function findClaims(
  tx: Transaction,
  { claims, allNew = false }: GraphChange,
): Promise<ReadonlySet<string>> {
  if (allNew) return new Set();
  const ids = [...new Set(claims.map(({ record }) => record.id))];
  return new Set(
    await firstColumn(tx, `UNWIND $ids AS id ${sought('c', 'Claim', 'id', 'id')} RETURN id`, ids),
  );
}

type Row = ReturnType<typeof rowsOf>[number];

/** The claims of one source about one entity. */
interface Group {
  readonly subjectId: string;
  readonly sourceId: string;
  /** The object of each, and its properties by position: lists take less room than maps. */
  readonly claims: (readonly unknown[])[];
}

const properties = Object.keys(zClaimRecord.shape) as (keyof ClaimRecord)[];

/**
 * Writes claims, and links them to their subject, their source and their object. Reads of ours find
 * them by ids; the relationships are for people who follow them in the database.
 */
export async function writeClaims(
  tx: SentStatements,
  change: GraphChange,
  there: ReadonlySet<string>,
): Promise<void> {
  const rows = rowsOf(change);
  await inBatches(grouped(rows.filter(({ id }) => !there.has(id))), (groups) =>
    tx.send(creating, {
      groups: groups.map(({ subjectId, sourceId, claims }) => [subjectId, sourceId, claims]),
    }),
  );
  await inBatches(
    rows.filter(({ id }) => there.has(id)),
    (batch) =>
      tx.send(rewriting, {
        rows: batch.map(({ upsert, ...row }) => ({ ...row, ...plainRow(upsert) })),
      }),
  );
  await linkApart(
    tx,
    rows.filter(({ relationId, objectId }) => relationId !== null && objectId === null),
  );
}

/** Links claims to their objects where the change does not write the relation. */
async function linkApart(tx: SentStatements, rows: readonly Row[]): Promise<void> {
  for (const type of relationTypes) {
    const edges = rows
      .filter(({ property }) => property === type)
      .map(({ id, subjectId, relationId }) => ({ id, subjectId, relationId }));
    await inBatches(edges, (batch) =>
      tx.send(
        `UNWIND $rows AS row ${sought('c', 'Claim', 'id', 'row.id')}
         MATCH (a)-[r:${typeText(type)}]->(b) USING INDEX SEEK r:${typeText(type)}(id)
         WHERE r.id = row.relationId
         WITH c, CASE row.subjectId WHEN a.id THEN b ELSE a END AS object
         MERGE (c)-[:OBJECT]->(object)`,
        { rows: batch },
      ),
    );
  }
}

// A claim may outlive its subject and its source.
const creating = `UNWIND $groups AS row
  OPTIONAL ${soughtEntity('e', 'row[0]')}
  OPTIONAL ${sought('s', 'Source', 'id', 'row[1]')}
  UNWIND row[2] AS claim
  CREATE (c:Claim ${literalOf(['digest', ...properties], 'claim', 1)})
  FOREACH (about IN CASE WHEN e IS NULL THEN [] ELSE [e] END | CREATE (c)-[:ABOUT]->(about))
  FOREACH (by IN CASE WHEN s IS NULL THEN [] ELSE [s] END | CREATE (c)-[:STATED_BY]->(by))
  WITH c, claim WHERE claim[0] IS NOT NULL
  ${soughtEntity('o', 'claim[0]')} CREATE (c)-[:OBJECT]->(o)`;

const rewriting = `UNWIND $rows AS row ${sought('c', 'Claim', 'id', 'row.id')}
  SET c = row.properties
  WITH c, row CALL (c) { MATCH (c)-[r]->() DELETE r }
  CALL (c, row) { ${soughtEntity('e', 'row.subjectId')} CREATE (c)-[:ABOUT]->(e) }
  CALL (c, row) { ${sought('s', 'Source', 'id', 'row.sourceId')} CREATE (c)-[:STATED_BY]->(s) }
  CALL (c, row) { ${soughtEntity('o', 'row.objectId')} CREATE (c)-[:OBJECT]->(o) }`;

/** Each subject and source is looked up once for all claims of a group. */
function grouped(rows: readonly Row[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { subjectId, sourceId, objectId, upsert } of rows) {
    const key = `${subjectId} ${sourceId}`;
    const group = madeOnce(groups, key, (): Group => ({ subjectId, sourceId, claims: [] }));
    const { digest, record } = upsert;
    const claim: unknown[] = [objectId, digest];
    for (const property of properties) claim.push(record[property]);
    group.claims.push(claim);
  }
  return [...groups.values()];
}

/**
 * A row for each claim. If an id occurs twice, the last record counts. The object comes from the
 * relation, if the change contains it.
 */
function rowsOf({ claims, relations }: GraphChange) {
  const ends = new Map(relations.map(({ record }) => [record.id, record]));
  const upserts = new Map(claims.map((upsert) => [upsert.record.id, upsert]));
  return [...upserts.values()].map((upsert) => {
    const { id, subjectId, sourceId, relationId, property } = upsert.record;
    const relation = ends.get(relationId ?? '');
    const objectId = relation?.fromId === subjectId ? relation.toId : (relation?.fromId ?? null);
    return { upsert, id, subjectId, sourceId, relationId, property, objectId };
  });
}
