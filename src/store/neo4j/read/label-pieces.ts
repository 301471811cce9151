import { z } from 'zod';
import { zodEnum } from '../../../ontology/enumeration.ts';
import { EntityKindEnum } from '../../../ontology/vocabulary.ts';
import { labelRoles } from '../../../text/mentions/label.ts';
import { beginningWithWords } from '../../../text/search/label-keys.ts';
import { kindNumbers, placeNumber } from '../../../text/search/shelves.ts';
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
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { keyType, textIndex } from '../label-nodes.ts';
import { matchText } from './full-text-query.ts';
import { checked } from './row-check.ts';

const zEntity = z.object({
  id: z.string(),
  kind: zodEnum(EntityKindEnum),
  name: z.string(),
  degree: z.number(),
});
const zLabel = z.object({
  entity: zEntity,
  role: z.enum(labelRoles),
  text: z.string(),
  folded: z.string(),
  plain: z.string(),
  compact: z.string(),
});
const count = z.number();
const zWord = z.object({
  word: z.string(),
  labels: count,
  entities: count,
  common: count,
  terms: count,
  publishers: count,
});
const zText = z.object({
  entity: zEntity,
  labels: z.string(),
  summary: z.string(),
  body: z.string(),
});

const entity = '{id: e.id, kind: e.kind, name: e.name, degree: e.degree}';
const withEntity = (node: string) =>
  `MATCH (e:Entity {id: ${node}.entityId}) USING INDEX SEEK e:Entity(id)`;
const labelRow = `{entity: ${entity}, role: l.role, text: l.text, folded: l.folded,
  plain: coalesce(l.plain, l.folded), compact: l.compact}`;
const wordRow = `{${Object.keys(zWord.shape)
  .map((name) => `${name}: w.${name}`)
  .join(', ')}}`;

type Of<Op extends LabelProbe['op']> = Extract<LabelProbe, { readonly op: Op }>;
type Equal = Of<'equal'> | Of<'named'>;
/** A probe with its index in a read. */
interface Numbered<Probe extends LabelProbe> {
  readonly at: number;
  readonly probe: Probe;
}

/**
 * The labels of each probe. All probes of one kind are one parameter, so that there is one plan for
 * any number of them. A limit cannot differ between rows, so extra rows are cut here.
 */
export function labelsPiece(
  { probes, kinds }: Read<'labels'>,
  into: StatementBuilder,
): Piece<readonly (readonly LabelRow[])[]> {
  const numbered = probes.map((probe, at) => ({ at, probe }));
  const those = <Op extends LabelProbe['op']>(...ops: readonly Op[]) =>
    numbered.filter(({ probe }) => (ops as readonly string[]).includes(probe.op)) as Numbered<
      Of<Op>
    >[];
  const kindList = into.bind(kindNumbers(kinds));
  const columns = [
    equalText('compact', those('equal', 'named'), kindList, into),
    equalText('closed', those('named'), kindList, into),
    keysText(those('keys'), kindList, into),
    wordsText(those('words'), kindList, into),
  ];
  return {
    expression: `[${columns.map((text) => `COLLECT { ${text} }`).join(',\n  ')}]`,
    decode: (value) => {
      const found: LabelRow[][] = probes.map(() => []);
      for (const rows of value as readonly (readonly (readonly unknown[])[])[]) {
        const cut = new Cut(probes);
        for (const [at, key, row] of rows as readonly (readonly [number, unknown, unknown])[]) {
          if (cut.takes(at, key)) found[at]?.push(checked(zLabel, () => 'a label', row));
        }
      }
      return found;
    },
  };
}

/** Counts the rows of each probe, or of each of its keys. */
class Cut {
  readonly #probes: readonly LabelProbe[];
  readonly #counts = new Map<string, number>();

  constructor(probes: readonly LabelProbe[]) {
    this.#probes = probes;
  }

  takes(at: number, key: unknown): boolean {
    const place = `${at} ${key}`;
    const count = (this.#counts.get(place) ?? 0) + 1;
    this.#counts.set(place, count);
    return count <= (this.#probes[at]?.limit ?? 0);
  }
}

/** The largest limit of the probes. */
function most(probes: readonly Numbered<LabelProbe>[], into: StatementBuilder): string {
  return into.bind(Math.max(1, ...probes.map(({ probe }) => probe.limit)));
}

function equalText(
  column: 'compact' | 'closed',
  probes: readonly Numbered<Equal>[],
  kinds: string,
  into: StatementBuilder,
): string {
  const keys = probes.flatMap(({ at, probe }) => probe.keys.map((key) => [at, key]));
  const match = `MATCH (l:Label) USING INDEX SEEK l:Label(${column}, shelf, tie)
      WHERE l.${column} = p[1] AND l.shelf >= 0 AND l.tie >= ''`;
  // Most keys of a misspelling match no label. This check costs half as much as the subquery.
  return `UNWIND ${into.bind(keys)} AS p
    WITH p WHERE EXISTS { ${match} }
    CALL (p) { ${match}
      WITH l WHERE l.shelf / 4 % 8 IN ${kinds}
      WITH l ORDER BY l.shelf, l.tie LIMIT ${most(probes, into)} RETURN l }
    ${withEntity('l')} RETURN [p[0], p[1], ${labelRow}]`;
}

/** The shelves of a place and kinds, in order, which is also the order of their keys. */
function shelvesText(place: string, kinds: string): string {
  return `MATCH (s:LabelShelf) WHERE ${place} AND s.kind IN ${kinds}
    WITH s.shelf AS shelf ORDER BY shelf`;
}

function inRangeText(from: string, to: string, limit: string): string {
  return `MATCH (l)-[k:${keyType}]->() USING INDEX SEEK k:${keyType}(shelf, key)
    WHERE k.shelf = shelf AND k.key >= ${from} AND k.key < ${to}
    WITH l, k ORDER BY k.key LIMIT ${limit} RETURN l`;
}

function keysText(
  probes: readonly Numbered<Of<'keys'>>[],
  kinds: string,
  into: StatementBuilder,
): string {
  const rows = probes.map(({ at, probe: { place, range } }) => {
    return [at, placeNumber(place), range.from, range.to];
  });
  const limit = most(probes, into);
  return `UNWIND ${into.bind(rows)} AS p
    CALL (p) { ${shelvesText('s.place = p[1]', kinds)}
      CALL (p, shelf) { ${inRangeText('p[2]', 'p[3]', limit)} } RETURN l LIMIT ${limit} }
    ${withEntity('l')} RETURN [p[0], null, ${labelRow}]`;
}

function wordsText(
  probes: readonly Numbered<Of<'words'>>[],
  kinds: string,
  into: StatementBuilder,
): string {
  const rows = probes.map(({ at, probe: { heads, groups, looked } }) => {
    const ranges = heads.map(beginningWithWords).map(({ from, to }) => [from, to]);
    return [at, ranges, groups, Math.ceil(looked / Math.max(1, heads.length))];
  });
  const looked = into.bind(Math.max(1, ...probes.map(({ probe }) => probe.looked)));
  const later = into.bind(placeNumber('LATER'));
  return `UNWIND ${into.bind(rows)} AS p
    CALL (p) { UNWIND p[1] AS head
      CALL (p, head) { ${shelvesText(`s.place <= ${later}`, kinds)}
        CALL (head, shelf) { ${inRangeText('head[0]', 'head[1]', looked)} }
        WITH p, l LIMIT ${looked}
        WITH p, collect(l)[..p[3]] AS some UNWIND some AS l
        WITH p, l WHERE all(parts IN p[2] WHERE any(part IN parts
          WHERE (' ' + l.folded + ' ') CONTAINS part
            OR (l.plain IS NOT NULL AND (' ' + l.plain + ' ') CONTAINS part)))
        RETURN l }
      WITH DISTINCT l RETURN l LIMIT ${most(probes, into)} }
    ${withEntity('l')} RETURN [p[0], null, ${labelRow}]`;
}

/** The heads that begin a label. */
export function headsPiece(
  { heads }: Read<'labelHeads'>,
  into: StatementBuilder,
): Piece<ReadonlySet<string>> {
  const begins = (column: 'compact' | 'closed') =>
    `EXISTS { MATCH (l:Label) USING INDEX SEEK l:Label(${column}, shelf, tie)
      WHERE l.${column} STARTS WITH head AND l.shelf IS NOT NULL AND l.tie IS NOT NULL }`;
  return {
    expression: `COLLECT { UNWIND ${into.bind(heads)} AS head
      WITH head WHERE ${begins('compact')} OR ${begins('closed')} RETURN head }`,
    decode: (value) => new Set(value as readonly string[]),
  };
}

/** The counts of words. */
export function wordsPiece(
  { words, stems, beginnings }: Read<'words'>,
  into: StatementBuilder,
): Piece<WordsFound> {
  const known = `COLLECT { UNWIND ${into.bind([noWord, ...words])} AS word
    MATCH (w:Word {word: word}) USING INDEX SEEK w:Word(word) RETURN ${wordRow} }`;
  const forms = `COLLECT { UNWIND ${into.bind(stems)} AS stem RETURN COLLECT {
    MATCH (w:Word {stem: stem}) USING INDEX SEEK w:Word(stem)
    WITH w ORDER BY w.labels DESC, w.word LIMIT ${into.bind(mostForms)} RETURN ${wordRow} } }`;
  const begun = `COLLECT { UNWIND ${into.bind(beginnings)} AS beginning RETURN COLLECT {
    MATCH (w:Word) USING INDEX SEEK w:Word(ofLabels) WHERE w.ofLabels STARTS WITH beginning
    WITH w ORDER BY w.ofLabels LIMIT ${into.bind(wordsCounted)} RETURN w.labels } }`;
  const decodeWord = (row: unknown): WordRow => checked(zWord, () => 'a word', row);
  return {
    expression: `[${known}, ${forms}, ${begun}]`,
    decode: (value) => {
      const [found, ofStems, counts] = value as [unknown[], unknown[][], number[][]];
      const rows = found.map(decodeWord);
      return {
        entities: rows.find(({ word }) => word === noWord)?.entities ?? 0,
        words: rows.filter(({ word }) => word !== noWord),
        forms: ofStems.map((all) => all.map(decodeWord)),
        beginnings: counts.map((all) => all.reduce((sum, labels) => sum + labels, 0)),
      };
    },
  };
}

/** The entities with a matching text. */
export function textMatchesPiece(
  { query, kinds, limit }: Read<'textMatches'>,
  into: StatementBuilder,
): Piece<readonly TextMatch[]> {
  const text = into.bind(matchText(query, kinds));
  return {
    expression: `COLLECT { CALL db.index.fulltext.queryNodes('${textIndex.name}', ${text},
        {limit: ${into.bind(limit)}}) YIELD node AS t
      ${withEntity('t')} RETURN {entity: ${entity}, labels: t.labels, summary: t.summary,
        body: t.body} }`,
    decode: (value) =>
      (value as readonly unknown[]).map((row) => checked(zText, () => 'a text', row)),
  };
}
