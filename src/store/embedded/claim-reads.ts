import type { ClaimRecord, SourceRecord } from '../../ontology/records.ts';
import type { ClaimPage, ClaimPageSpec, ClaimSpec } from '../reads.ts';
import type { Sqlite } from './database.ts';
import { PreparedStatements } from './prepared-statements.ts';
import { storedRecord } from './stored-record.ts';

const ownerColumns = {
  subject: 'subject_id',
  relation: 'relation_id',
  source: 'source_id',
} as const satisfies Record<ClaimSpec['of'], string>;

// ?1 owners, ?2 property, ?3 contested, ?4 ranks; then ?5 after, ?6 before, ?7 limit.
const passing = `(?2 IS NULL OR property = ?2) AND (?3 IS NULL OR contested = ?3)
  AND (?4 = 'ALL' OR (?4 = 'BEST' AND best = 1) OR (?4 = 'CURRENT' AND rank <> 'DEPRECATED'))`;

const pageOf = (of: ClaimSpec['of'], backward: boolean) => `
  SELECT owner.value AS owner, (
    SELECT json_group_array(record) FROM (
      SELECT record FROM claim
      WHERE ${ownerColumns[of]} = owner.value AND ${passing}
        AND (?5 IS NULL OR sort > ?5) AND (?6 IS NULL OR sort < ?6)
      ORDER BY sort ${backward ? 'DESC' : 'ASC'} LIMIT ?7
    )
  ) AS records FROM json_each(?1) AS owner`;

const countOf = (of: ClaimSpec['of']) => `
  SELECT owner.value AS owner, (
    SELECT count(*) FROM claim WHERE ${ownerColumns[of]} = owner.value AND ${passing}
  ) AS count FROM json_each(?1) AS owner`;

const byIds = (table: 'claim' | 'source') =>
  `SELECT id, record FROM ${table} WHERE id IN (SELECT value FROM json_each(?1))`;

/** Claims and sources, read from the file: they are many and seldom asked for. */
export class ClaimReads {
  readonly #statements: PreparedStatements;

  constructor(database: Sqlite) {
    this.#statements = new PreparedStatements(database);
  }

  pages(ownerIds: readonly string[], spec: ClaimPageSpec): ReadonlyMap<string, ClaimPage> {
    const { limit, after, before, backward, peek } = spec.window;
    const rows = this.#statements.all(pageOf(spec.of, backward), [
      ...this.#filters(ownerIds, spec),
      after?.value ?? null,
      before?.value ?? null,
      limit + 1,
    ]) as { owner: string; records: string }[];
    return new Map(
      rows.map(({ owner, records }) => {
        const claims = (JSON.parse(records) as string[]).map((record) =>
          storedRecord<ClaimRecord>('claim', record),
        );
        const hasMore = claims.length > limit;
        if (hasMore) claims.pop();
        return [owner, { rows: backward ? claims.reverse() : claims, hasMore: peek && hasMore }];
      }),
    );
  }

  counts(ownerIds: readonly string[], spec: ClaimSpec): ReadonlyMap<string, number> {
    const rows = this.#statements.all(countOf(spec.of), this.#filters(ownerIds, spec));
    return new Map((rows as { owner: string; count: number }[]).map((r) => [r.owner, r.count]));
  }

  claims(ids: readonly string[]): ReadonlyMap<string, ClaimRecord> {
    return this.#records<ClaimRecord>('claim', ids);
  }

  sources(ids: readonly string[]): ReadonlyMap<string, SourceRecord> {
    return this.#records<SourceRecord>('source', ids);
  }

  /** How many rows the table has. */
  total(table: 'claim' | 'source'): number {
    const [row] = this.#statements.all(`SELECT count(*) AS count FROM ${table}`, []);
    return (row as { count: number }).count;
  }

  #records<Row extends { readonly id: string }>(
    table: 'claim' | 'source',
    ids: readonly string[],
  ): ReadonlyMap<string, Row> {
    const rows = this.#statements.all(byIds(table), [JSON.stringify(ids)]);
    return new Map(
      (rows as { id: string; record: string }[]).map(({ id, record }) => [
        id,
        storedRecord<Row>(table, record, id),
      ]),
    );
  }

  #filters(ownerIds: readonly string[], spec: ClaimSpec): unknown[] {
    const contested = spec.contested === null ? null : Number(spec.contested);
    return [JSON.stringify(ownerIds), spec.property, contested, spec.ranks];
  }
}
