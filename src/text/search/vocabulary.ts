import type { WordRow, WordsFound } from './text-source.ts';

/** The counts of a query's words in texts and labels, from a store. */
export interface Vocabulary {
  readonly entities: number;
  /** How many entities have the word in any of their texts. */
  count(word: string): number;
  /** How many labels have it. */
  labels(word: string): number;
}

export function vocabularyOf({ entities, words }: Pick<WordsFound, 'entities' | 'words'>) {
  const known = new Map<string, WordRow>(words.map((row) => [row.word, row]));
  return {
    entities,
    count: (word: string) => known.get(word)?.entities ?? 0,
    labels: (word: string) => known.get(word)?.labels ?? 0,
  } satisfies Vocabulary;
}

/** The weight of a word. It is near zero where most entities have the word. */
export function weightOf(vocabulary: Pick<Vocabulary, 'entities' | 'count'>, word: string): number {
  const count = vocabulary.count(word);
  return Math.log(1 + (vocabulary.entities - count + 0.5) / (count + 0.5));
}

/** Words, those in the most labels first, then in the order of code units. */
export function mostUsedFirst(rows: readonly WordRow[]): readonly string[] {
  return [...rows]
    .sort((a, b) => b.labels - a.labels || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}
