import { relationTypes } from '../../../ontology/relations.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { typeText } from '../labels.ts';
import { inBatches } from './batches.ts';
import { plainRow } from './write-rows.ts';

/**
 * The ids of those claims of a change that exist already. It must run before anything is written.
 */
export async function findClaims(
  tx: Transaction,
  { claims }: GraphChange,
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  const ids = [...new Set(claims.map(({ record }) => record.id))];
  await inBatches(ids, async (batch) => {
    const { records } = await tx.run('UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN id', {
      ids: batch,
    });
    for (const record of records) there.add(String(record.get(0)));
  });
  return there;
}

/** Writes claims, and links them to their subject, their source and their object. */
export async function writeClaims(
  tx: Transaction,
  change: GraphChange,
  there: ReadonlySet<string>,
): Promise<void> {
  const rows = rowsOf(change);
  await inBatches(
    rows.filter(({ id }) => !there.has(id)),
    (batch) =>
      tx.run(`UNWIND $rows AS row CREATE (c:Claim) SET c = row.properties ${linking}`, {
        rows: batch,
      }),
  );
  await inBatches(
    rows.filter(({ id }) => there.has(id)),
    (batch) =>
      tx.run(
        `UNWIND $rows AS row MATCH (c:Claim {id: row.id}) SET c = row.properties
       WITH c, row CALL (c) { MATCH (c)-[r]->() DELETE r } ${linking}`,
        { rows: batch },
      ),
  );
  const apart = rows.filter(({ relationId, objectId }) => relationId !== null && objectId === null);
  for (const type of relationTypes) {
    const edges = apart
      .filter(({ property }) => property === type)
      .map(({ id, subjectId, relationId }) => ({ id, subjectId, relationId }));
    await inBatches(edges, (batch) =>
      tx.run(
        `UNWIND $rows AS row MATCH (c:Claim {id: row.id}) USING INDEX SEEK c:Claim(id)
         MATCH (a)-[r:${typeText(type)}]->(b) USING INDEX SEEK r:${typeText(type)}(id)
         WHERE r.id = row.relationId
         WITH c, CASE row.subjectId WHEN a.id THEN b ELSE a END AS object
         MERGE (c)-[:OBJECT]->(object)`,
        { rows: batch },
      ),
    );
  }
}

const linking = `WITH c, row
  CALL (c, row) { MATCH (e:Entity {id: row.subjectId}) CREATE (c)-[:ABOUT]->(e) }
  CALL (c, row) { MATCH (s:Source {id: row.sourceId}) CREATE (c)-[:STATED_BY]->(s) }
  CALL (c, row) { MATCH (o:Entity {id: row.objectId}) CREATE (c)-[:OBJECT]->(o) }`;

/**
 * A row for each claim. If an id occurs twice, the last record counts. The object comes from the
 * relation, if the change contains it.
 */
function rowsOf({ claims, relations }: GraphChange) {
  const ends = new Map(relations.map(({ record }) => [record.id, record]));
  const upserts = new Map(claims.map((upsert) => [upsert.record.id, upsert]));
  return [...upserts.values()].map((upsert) => {
    const { subjectId, sourceId, relationId, property } = upsert.record;
    const relation = ends.get(relationId ?? '');
    const objectId = relation?.fromId === subjectId ? relation.toId : (relation?.fromId ?? null);
    return { ...plainRow(upsert), subjectId, sourceId, relationId, property, objectId };
  });
}
