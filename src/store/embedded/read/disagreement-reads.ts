import type { DisagreementRecord } from '../../../ontology/disagreement.ts';
import type { DisagreementPage, DisagreementPageSpec, DisagreementSpec } from '../../reads.ts';
import { wholeRecord } from '../database/packed-records.ts';
import type { PreparedStatements } from '../database/prepared-statements.ts';

// ?1: parts ([kind, contested] of each), ?2: property, ?3: subject.
const property = (spec: DisagreementSpec) => (spec.property === null ? '' : 'AND property = ?2');
const partOfKind =
  "kind = json_extract(part.value, '$[0]') AND contested = json_extract(part.value, '$[1]')";
const ofSubject = `subject_id = ?3 AND kind || contested IN
  (SELECT json_extract(value, '$[0]') || json_extract(value, '$[1]') FROM json_each(?1))`;

/**
 * Reads a page of each part (a kind, contested or not) by an index and merges them. The work does
 * not grow with the number of disagreements. ?4: after, ?5: before, ?6: limit.
 */
function pageText(spec: DisagreementPageSpec): string {
  const order = spec.window.backward ? 'DESC' : 'ASC';
  const page = (where: string) => `SELECT id FROM disagreement
    WHERE ${where} ${property(spec)} AND (?4 IS NULL OR sort > ?4) AND (?5 IS NULL OR sort < ?5)
    ORDER BY sort ${order} LIMIT ?6`;
  const ids =
    spec.subjectId === null
      ? `SELECT found.value FROM json_each(?1) AS part, json_each(
          (SELECT json_group_array(id) FROM (${page(partOfKind)}))) AS found`
      : page(ofSubject);
  return `SELECT record FROM disagreement WHERE id IN (${ids}) ORDER BY sort ${order} LIMIT ?6`;
}

function countText(spec: DisagreementSpec): string {
  const count = (where: string) =>
    `SELECT count(*) FROM disagreement WHERE ${where} ${property(spec)}`;
  return spec.subjectId === null
    ? `SELECT sum((${count(partOfKind)})) AS count FROM json_each(?1) AS part`
    : `SELECT (${count(ofSubject)}) AS count`;
}

/** Disagreements. They are read from the file each time. */
export class DisagreementReads {
  readonly #statements: PreparedStatements;

  constructor(statements: PreparedStatements) {
    this.#statements = statements;
  }

  page(spec: DisagreementPageSpec): DisagreementPage {
    const { limit, after, before, backward } = spec.window;
    const found = this.#statements.rows<[record: string]>(pageText(spec), [
      ...filters(spec),
      ...[after?.value ?? null, before?.value ?? null, limit + 1],
    ]);
    const rows = found
      .slice(0, limit)
      .map(([record]) => wholeRecord<DisagreementRecord>('disagreement', record));
    return {
      rows: (backward ? rows.reverse() : rows) as DisagreementRecord[],
      hasMore: spec.window.peek && found.length > limit,
    };
  }

  count(spec: DisagreementSpec): number {
    const [count = 0] = this.#statements.row<[number | null]>(countText(spec), filters(spec)) ?? [];
    return count ?? 0;
  }
}

function filters({ kinds, contested, property, subjectId }: DisagreementSpec): unknown[] {
  const sides = contested === null ? [1, 0] : [Number(contested)];
  const parts = kinds.flatMap((kind) => sides.map((side) => [kind, side]));
  return [JSON.stringify(parts), property, subjectId];
}
