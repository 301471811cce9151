import { stem } from '../../../text/fold/stem.ts';
import { type WordCounts, wordCountNames } from '../../../text/search/word-counts.ts';
import type { StoredText } from '../../label-changes.ts';
import { labelKeyColumns } from '../database/late-indexes.ts';

type Row = readonly (string | number | null)[];

/** The rows of entities in each search table. */
export interface LabelRows {
  readonly entities: readonly Row[];
  readonly texts: readonly Row[];
  readonly labels: readonly Row[];
  readonly keys: readonly LabelKey[];
  readonly shelves: readonly (readonly [shelf: number])[];
}

export type LabelKey = readonly [shelf: number, key: string, label: number];

/** The columns of these rows. */
export const labelColumns = {
  entities: ['number', 'id', 'kind', 'name', 'degree'],
  texts: ['rowid', 'labels', 'summary', 'body', 'kind'],
  labels: [
    ...['id', 'entity', 'shelf', 'tie', 'role'],
    ...['text', 'folded', 'plain', 'compact', 'closed'],
  ],
  keys: labelKeyColumns,
  shelves: ['shelf'],
  words: ['word', 'stem', ...wordCountNames],
} as const;

const sums = wordCountNames.map((name) => `${name} = ${name} + excluded.${name}`).join(', ');

/** What happens to a word that is there. */
export const onKnownWord = `ON CONFLICT (word) DO UPDATE SET ${sums}`;

/** The range of numbers of one level. */
export const levelRoom = 2 ** 44;
const highestLevel = 127;

/** The first number of a level. Higher levels have lower numbers. */
export function firstNumber(level: number): number {
  return (highestLevel - level) * levelRoom;
}

/** Gives numbers to entities, in the order of their levels, and to labels. */
export interface LabelNumbers {
  entity(level: number): number;
  label(): number;
}

/** The numbers after those that are given already. */
export class NextLabelNumbers implements LabelNumbers {
  readonly #firstOf: (level: number) => number;
  /** The next number of each level. */
  readonly #levels = new Map<number, number>();
  #lastLabel: number;

  /** `firstOf` gives the first free number of a level. It is asked once. */
  constructor(firstOf: (level: number) => number, lastLabel: number) {
    this.#firstOf = firstOf;
    this.#lastLabel = lastLabel;
  }

  entity(level: number): number {
    const number = this.#levels.get(level) ?? this.#firstOf(level);
    this.#levels.set(level, number + 1);
    return number;
  }

  label(): number {
    this.#lastLabel += 1;
    return this.#lastLabel;
  }
}

export function labelRows(filed: readonly StoredText[], numbers: LabelNumbers): LabelRows {
  const entities: Row[] = [];
  const texts: Row[] = [];
  const rows: Row[] = [];
  const keys: LabelKey[] = [];
  const shelves = new Set<number>();
  for (const { id, kind, name, degree, level, labels, text } of filed) {
    const number = numbers.entity(level);
    entities.push([number, id, kind, JSON.stringify(name), degree]);
    texts.push([number, text.labels, text.summary, text.body, kind]);
    for (const { role, text: written, folded, plain, compact, closed, ...place } of labels) {
      const label = numbers.label();
      const folding = plain === folded ? null : plain;
      rows.push([
        ...[label, number, place.shelf, place.tie, role, JSON.stringify(written)],
        ...[folded, folding, compact, closed],
      ]);
      for (const { shelf, key } of place.keys) {
        keys.push([shelf, key, label]);
        shelves.add(shelf);
      }
    }
  }
  texts.sort(([one], [other]) => Number(one) - Number(other));
  return { entities, texts, labels: rows, keys, shelves: [...shelves].map((shelf) => [shelf]) };
}

/** The rows of words whose counts change. */
export function wordRows(words: ReadonlyMap<string, WordCounts>): readonly Row[] {
  return [...words]
    .filter(([, counts]) => wordCountNames.some((name) => counts[name] !== 0))
    .map(([word, counts]) => [word, stem(word), ...wordCountNames.map((name) => counts[name])]);
}
