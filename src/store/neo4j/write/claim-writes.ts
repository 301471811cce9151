import { madeOnce } from '../../../base/made-once.ts';
import { type ClaimRecord, zClaimRecord } from '../../../ontology/records.ts';
import { type RelationType, relationTypes } from '../../../ontology/relations.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { typeText } from '../labels.ts';
import { firstColumn, inBatches } from './batches.ts';
import { type Column, columnsOf, columnsWithin, literalOf, valuesOf } from './columns.ts';
import type { SentStatements } from './sent-statements.ts';
import { SharedTexts } from './shared-texts.ts';
import { sought, soughtEntity } from './sought.ts';
import { plainRow } from './write-rows.ts';

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
  readonly rows: Row[];
}

const columns: readonly Column<Row>[] = [
  { name: 'object', of: ({ objectId }) => objectId, shared: true },
  { name: 'digest', of: ({ upsert }) => upsert.digest, shared: false },
  // The group has the ids of its subject and its source.
  ...columnsWithin(
    ({ upsert }: Row) => upsert.record,
    columnsOf<ClaimRecord>(
      (Object.keys(zClaimRecord.shape) as (keyof ClaimRecord)[]).filter(
        (name) => name !== 'subjectId' && name !== 'sourceId',
      ),
    ),
  ),
];

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
  // The relation of an object that is not known is not written by this change.
  const isApart = ({ relationId, objectId }: Row) => relationId !== null && objectId === null;
  const fresh = rows.filter(({ id }) => !there.has(id));
  await create(
    tx,
    fresh.filter((row) => !isApart(row)),
    linking,
  );
  const apart = fresh.filter(isApart);
  for (const type of apart.length === 0 ? [] : relationTypes) {
    await create(
      tx,
      apart.filter(({ property }) => property === type),
      linkingApart(type),
    );
  }
  const rewritten = rows.filter(({ id }) => there.has(id));
  await inBatches(rewritten, (batch) =>
    tx.send(rewriting, {
      rows: batch.map(({ upsert, ...row }) => ({ ...row, ...plainRow(upsert) })),
    }),
  );
  await relink(tx, rewritten.filter(isApart));
}

/** Creates claims, with the clause that links them to their objects. */
async function create(tx: SentStatements, rows: readonly Row[], links: string): Promise<void> {
  await inBatches(grouped(rows), (groups) => {
    const shared = new SharedTexts();
    const sent = groups.map(({ subjectId, sourceId, rows: claims }) => [
      subjectId,
      sourceId,
      claims.map((row) => valuesOf(columns, row, shared)),
    ]);
    return tx.send(`${creating} ${links}`, { groups: sent, texts: shared.texts });
  });
}

/** Links rewritten claims to their objects where the change does not write the relation. */
async function relink(tx: SentStatements, rows: readonly Row[]): Promise<void> {
  for (const type of rows.length === 0 ? [] : relationTypes) {
    const edges = rows
      .filter(({ property }) => property === type)
      .map(({ id, subjectId, relationId }) => ({ id, subjectId, relationId }));
    await inBatches(edges, (batch) =>
      tx.send(
        `UNWIND $rows AS row ${sought('c', 'Claim', 'id', 'row.id')}
         ${objectOf(type, 'row.relationId', 'row.subjectId')}`,
        { rows: batch },
      ),
    );
  }
}

const ofGroup = ['subjectId: row[0]', 'sourceId: row[1]'];

// A claim may outlive its subject and its source.
const creating = `UNWIND $groups AS row
  OPTIONAL ${soughtEntity('e', 'row[0]')}
  OPTIONAL ${sought('s', 'Source', 'id', 'row[1]')}
  UNWIND row[2] AS claim
  CREATE (c:Claim ${literalOf(columns.slice(1), 'claim', 1, ofGroup)})
  FOREACH (about IN CASE WHEN e IS NULL THEN [] ELSE [e] END | CREATE (c)-[:ABOUT]->(about))
  FOREACH (by IN CASE WHEN s IS NULL THEN [] ELSE [s] END | CREATE (c)-[:STATED_BY]->(by))`;

const linking = `WITH c, claim WHERE claim[0] IS NOT NULL
  ${soughtEntity('o', '$texts[claim[0]]')} CREATE (c)-[:OBJECT]->(o)`;

function linkingApart(type: RelationType): string {
  return `WITH c ${objectOf(type, 'c.relationId', 'c.subjectId')}`;
}

/** Links the claim `c` to the other end of its relation. */
function objectOf(type: RelationType, relationId: string, subjectId: string): string {
  const relation = `r:${typeText(type)}`;
  return `MATCH (a)-[${relation}]->(b) USING INDEX SEEK ${relation}(id) WHERE r.id = ${relationId}
    WITH c, CASE ${subjectId} WHEN a.id THEN b ELSE a END AS object
    CREATE (c)-[:OBJECT]->(object)`;
}

const rewriting = `UNWIND $rows AS row ${sought('c', 'Claim', 'id', 'row.id')}
  SET c = row.properties
  WITH c, row CALL (c) { MATCH (c)-[r]->() DELETE r }
  CALL (c, row) { ${soughtEntity('e', 'row.subjectId')} CREATE (c)-[:ABOUT]->(e) }
  CALL (c, row) { ${sought('s', 'Source', 'id', 'row.sourceId')} CREATE (c)-[:STATED_BY]->(s) }
  CALL (c, row) { ${soughtEntity('o', 'row.objectId')} CREATE (c)-[:OBJECT]->(o) }`;

/** Each subject and source is looked up once for all claims of a group. */
function grouped(rows: readonly Row[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const { subjectId, sourceId } = row;
    const key = `${subjectId} ${sourceId}`;
    madeOnce(groups, key, (): Group => ({ subjectId, sourceId, rows: [] })).rows.push(row);
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
