import type { StoreContents } from '../graph-store.ts';
import type { Sqlite } from './database.ts';
import { storedRecord } from './stored-record.ts';

const recordTables = ['entity', 'relation', 'claim', 'source', 'disagreement'] as const;

interface RelationRow {
  readonly id: string;
  readonly digest: string;
  readonly fromId: string;
  readonly toId: string;
  readonly best: number;
}

interface ClaimRow {
  readonly id: string;
  readonly digest: string;
  readonly subjectId: string;
  readonly relationId: string | null;
  readonly sourceId: string;
}

/** Ids and digests of all that the file holds. Throws STORE_DAMAGED where a record cannot be read. */
export function readContents(database: Sqlite): StoreContents {
  refuseBrokenRecords(database);
  const rows = <Row>(sql: string) => database.prepare(sql).all([]) as Row[];
  const digests = (table: 'entity' | 'source') =>
    new Map(
      rows<{ id: string; digest: string }>(`SELECT id, digest FROM ${table}`).map(
        ({ id, digest }) => [id, digest],
      ),
    );
  const relations = rows<RelationRow>(
    `SELECT id, digest, from_id AS fromId, to_id AS toId, json_extract(record, '$.best') AS best
     FROM relation`,
  );
  const claims = rows<ClaimRow>(
    `SELECT id, digest, subject_id AS subjectId, relation_id AS relationId, source_id AS sourceId
     FROM claim`,
  );
  const disagreements = rows<{ id: string; digest: string; subjectId: string }>(
    'SELECT id, digest, subject_id AS subjectId FROM disagreement',
  );
  return {
    entities: digests('entity'),
    sources: digests('source'),
    relations: new Map(
      relations.map(({ id, best, ...rest }) => [id, { ...rest, best: best === 1 }]),
    ),
    claims: new Map(claims.map(({ id, ...rest }) => [id, rest])),
    disagreements: new Map(disagreements.map(({ id, ...rest }) => [id, rest])),
  };
}

/** A record that cannot be read keeps its digest, so that a load would take it for what it was. */
function refuseBrokenRecords(database: Sqlite): void {
  for (const table of recordTables) {
    const [broken] = database
      .prepare(`SELECT id, record FROM ${table} WHERE NOT json_valid(record) LIMIT 1`)
      .all([]) as { id: string; record: string }[];
    if (broken !== undefined) storedRecord(table, broken.record, broken.id);
  }
}
