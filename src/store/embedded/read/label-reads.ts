import { entityKinds } from '../../../ontology/kinds.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { LabelRole } from '../../../text/mentions/label.ts';
import { beginningWith, beginningWithWords } from '../../../text/search/label-keys.ts';
import { hasAll } from '../../../text/search/label-offers.ts';
import { kindNumbers, placeNumber } from '../../../text/search/shelves.ts';
import type { TextQuery } from '../../../text/search/text-query.ts';
import {
  type LabelProbe,
  type LabelRow,
  mostForms,
  type TextMatch,
  type WordRow,
  type WordsFound,
  wordsCounted,
} from '../../../text/search/text-source.ts';
import { noWord } from '../../../text/search/word-counts.ts';
import type { Read } from '../../reads.ts';
import type { Sqlite } from '../database/database.ts';
import { matchText } from './full-text-query.ts';

const entityNames = ['id', 'kind', 'name', 'degree'] as const;
const labelNames = [
  ...['number', ...entityNames, 'role', 'text', 'folded', 'plain', 'compact'],
] as const;
const textNames = [...entityNames, 'labels', 'summary', 'body'] as const;
const wordedNames = ['number', 'folded', 'plain'] as const;
const entityColumns = entityNames.map((name) => `e.${name} AS ${name}`).join(', ');
const labelColumns = `l.id AS number, ${entityColumns}, l.role AS role, l.text AS text, l.folded AS folded,
  l.plain AS plain, l.compact AS compact`;
const wordColumns = 'w.word AS word, labels, entities, common, terms, publishers';
/** The most entities with the rarest word of a query that are checked for its other words. */
const mostWithRarest = 2000;
/** How many words a label is checked for where it is read, before it is checked for all. */
const wordsFiltered = 4;
/** Whether a shelf belongs to one of the kinds, which are bits of a number. */
const ofKinds = (shelf: string) => `(1 << ((${shelf} / 4) % 8)) & ?`;

function prepare(database: Sqlite) {
  // The rows come as one JSON: each of their own costs several times as much.
  const together = (names: readonly string[], rows: string) =>
    database
      .prepare(`SELECT json_group_array(json_array(${names.join(', ')})) FROM (${rows})`)
      .raw();
  const numbers = (from: string) =>
    database.prepare(`SELECT json_group_array(number) FROM (${from})`).raw();
  const keys = (columns: string, places: string, label = '') =>
    `SELECT ${columns} FROM label_shelf s
     CROSS JOIN label_key k ON k.shelf = s.shelf AND k.key >= ? AND k.key < ? ${label}
     WHERE ${places} AND ${ofKinds('s.shelf')}
     ORDER BY s.shelf, k.key LIMIT ?`;
  const equal = (column: 'compact' | 'closed') =>
    numbers(
      `SELECT l.id AS number FROM json_each(?) j CROSS JOIN label l ON l.id IN (
         SELECT id FROM label WHERE ${column} = j.value AND ${ofKinds('shelf')}
         ORDER BY shelf, tie LIMIT ?)`,
    );
  const has = (at: number) =>
    `(instr(' ' || folded || ' ', ?${at}) > 0 OR instr(' ' || plain || ' ', ?${at}) > 0)`;
  const begins = (column: 'compact' | 'closed') =>
    `EXISTS (SELECT 1 FROM label WHERE ${column} >= j.value AND ${column} < j.value || ?)`;
  return {
    compact: equal('compact'),
    closed: equal('closed'),
    keys: numbers(keys('k.label AS number', 's.shelf % 4 = ?')),
    withWord: together(
      wordedNames,
      `SELECT * FROM (${keys(
        'l.id AS number, l.folded AS folded, l.plain AS plain',
        's.shelf % 4 <= ?',
        'CROSS JOIN label l ON l.id = k.label',
      )}) WHERE ${Array.from({ length: wordsFiltered }, (_, at) => has(at + 6)).join(' AND ')}`,
    ),
    labels: together(
      labelNames,
      `SELECT ${labelColumns} FROM json_each(?) j CROSS JOIN label l ON l.id = j.value
       CROSS JOIN label_entity e ON e.number = l.entity`,
    ),
    heads: database.prepare(
      `SELECT j.value AS head FROM json_each(?) j WHERE ${begins('compact')} OR ${begins('closed')}`,
    ),
    words: database.prepare(
      `SELECT ${wordColumns} FROM json_each(?) j CROSS JOIN word w ON w.word = j.value`,
    ),
    forms: database.prepare(
      `SELECT ${wordColumns} FROM word w WHERE stem = ? AND labels > 0
       ORDER BY labels DESC, word LIMIT ${mostForms}`,
    ),
    beginnings: database.prepare(
      `SELECT labels FROM word WHERE labels > 0 AND word >= ? AND word < ?
       ORDER BY word LIMIT ${wordsCounted}`,
    ),
    texts: together(
      textNames,
      `SELECT ${entityColumns}, t.labels AS labels, t.summary AS summary, t.body AS body
       FROM entity_text t CROSS JOIN label_entity e ON e.number = t.rowid
       WHERE entity_text MATCH ? AND t.rowid <= CAST(? AS INTEGER) ORDER BY t.rowid LIMIT ?`,
    ),
    numberAt: database
      .prepare(
        'SELECT rowid FROM entity_text WHERE entity_text MATCH ? ORDER BY rowid LIMIT 1 OFFSET ?',
      )
      .raw(),
  };
}

/** The labels, words and texts for search and mentions. */
export class LabelReads {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: Sqlite) {
    this.#statements = prepare(database);
  }

  labels({ probes, kinds }: Read<'labels'>): readonly (readonly LabelRow[])[] {
    const mask = kindMask(kinds);
    const found = probes.map((probe) => this.#numbers(probe, mask));
    // Most probes find the same labels. Reading a label takes far longer than finding it.
    const labels = this.#labels([...new Set(found.flat())]);
    return found.map((numbers) => numbers.flatMap((number) => labels.get(number) ?? []));
  }

  heads(heads: readonly string[]): ReadonlySet<string> {
    const after = beginningWith('').to;
    const rows = this.#statements.heads.all([JSON.stringify(heads), after, after]);
    return new Set((rows as { head: string }[]).map(({ head }) => head));
  }

  words({ words, stems, beginnings }: Read<'words'>): WordsFound {
    const found = this.#statements.words.all([JSON.stringify([noWord, ...words])]) as WordRow[];
    const all = found.find(({ word }) => word === noWord);
    return {
      entities: all?.entities ?? 0,
      words: found.filter(({ word }) => word !== noWord),
      forms: stems.map((stem) => this.#statements.forms.all([stem]) as WordRow[]),
      beginnings: beginnings.map((beginning) => {
        const { from, to } = beginningWith(beginning);
        const rows = this.#statements.beginnings.all([from, to]) as { labels: number }[];
        return rows.reduce((sum, { labels }) => sum + labels, 0);
      }),
    };
  }

  texts({ query, kinds, limit }: Read<'textMatches'>): readonly TextMatch[] {
    const match = matchText(query, kinds);
    const last = this.#lastNumber(query, kinds);
    const rows = rowsOf<TextRow>(this.#statements.texts, [match, last, limit]);
    return rows.map(([id, kind, name, degree, labels, summary, body]) => {
      return { entity: entityOf([id, kind, name, degree]), labels, summary, body };
    });
  }

  /**
   * The number of the last entity to look at. If even the rarest word of a query is in very many,
   * only the best connected are looked at. They have the lowest numbers. Phrases come in the order
   * in which they were typed, so the first may be frequent and another rare.
   */
  #lastNumber(query: TextQuery, kinds: Read<'textMatches'>['kinds']): number {
    const [rarest, ...others] = query.op === 'all' ? query.parts : [];
    if (rarest?.op !== 'word' || others.length === 0) return Number.MAX_SAFE_INTEGER;
    const row = this.#statements.numberAt.get([matchText(rarest, kinds), mostWithRarest - 1]);
    const [number = Number.MAX_SAFE_INTEGER] = (row ?? []) as unknown as readonly number[];
    return number;
  }

  /** The numbers of the labels of a probe. */
  #numbers(probe: LabelProbe, mask: number): readonly number[] {
    const statements = this.#statements;
    switch (probe.op) {
      case 'equal':
      case 'named': {
        const parameters = [JSON.stringify(probe.keys), mask, probe.limit];
        const equal = rowsOf<number>(statements.compact, parameters);
        return probe.op === 'equal'
          ? equal
          : [...equal, ...rowsOf<number>(statements.closed, parameters)];
      }
      case 'keys': {
        const { place, range, limit } = probe;
        const parameters = [range.from, range.to, placeNumber(place), mask, limit];
        return rowsOf<number>(statements.keys, parameters);
      }
      case 'words':
        return this.#numbersWithAll(probe, mask);
    }
  }

  #labels(numbers: readonly number[]): ReadonlyMap<number, LabelRow> {
    if (numbers.length === 0) return new Map();
    const rows = rowsOf<LabelColumns>(this.#statements.labels, [JSON.stringify(numbers)]);
    return new Map(rows.map((row) => [row[0], labelOf(row)]));
  }

  #numbersWithAll(
    { heads, groups, looked, limit }: Extract<LabelProbe, { op: 'words' }>,
    mask: number,
  ): readonly number[] {
    const found = new Set<number>();
    const each = Math.ceil(looked / Math.max(1, heads.length));
    const words = groups.flatMap((parts) => (parts.length === 1 ? parts : []));
    // Each label has an empty text.
    const filters = Array.from({ length: wordsFiltered }, (_, at) => words[at] ?? '');
    for (const head of heads) {
      const { from, to } = beginningWithWords(head);
      const parameters = [from, to, placeNumber('LATER'), mask, each, ...filters];
      for (const [number, folded, plain] of rowsOf<WordedRow>(
        this.#statements.withWord,
        parameters,
      )) {
        if (hasAll({ folded, plain: plain ?? folded }, groups)) found.add(number);
        if (found.size >= limit) return [...found];
      }
    }
    return [...found];
  }
}

type WordedRow = readonly [number: number, folded: string, plain: string | null];
type EntityColumns = readonly [id: string, kind: EntityKind, name: string, degree: number];
type LabelColumns = readonly [
  number: number,
  ...EntityColumns,
  ...[role: LabelRole, text: string, folded: string, plain: string | null, compact: string],
];
type TextRow = readonly [...EntityColumns, labels: string, summary: string, body: string];

type Statement = ReturnType<Sqlite['prepare']>;

function rowsOf<Row>(statement: Statement, parameters: readonly unknown[]): readonly Row[] {
  const [rows] = statement.get([...parameters]) as unknown as [string];
  return JSON.parse(rows) as Row[];
}

function entityOf([id, kind, name, degree]: EntityColumns): LabelRow['entity'] {
  return { id, kind, name: JSON.parse(name) as string, degree };
}

function labelOf([
  ,
  ...[id, kind, name, degree, role, text, folded, plain, compact]
]: LabelColumns): LabelRow {
  return {
    entity: entityOf([id, kind, name, degree]),
    role,
    text: JSON.parse(text) as string,
    folded,
    plain: plain ?? folded,
    compact,
  };
}

function kindMask(kinds: readonly EntityKind[] | null): number {
  return kindNumbers(kinds ?? entityKinds).reduce((mask, number) => mask | (1 << number), 0);
}
