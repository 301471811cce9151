import type { SearchText } from './search-text.ts';

/** In how many entities' labels, summaries and definitions a word occurs. */
export interface Vocabulary {
  readonly entities: number;
  count(word: string): number;
}

export function vocabularyOf(texts: Iterable<SearchText>): Vocabulary {
  const counts = new Map<string, number>();
  let entities = 0;
  for (const { labels, summary, body } of texts) {
    entities += 1;
    for (const word of new Set(`${labels} ${summary} ${body}`.split(' '))) {
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return { entities, count: (word) => counts.get(word) ?? 0 };
}

/** How much a word tells: next to nothing where most entities have it. */
export function weightOf(vocabulary: Vocabulary, word: string): number {
  const count = vocabulary.count(word);
  return Math.log(1 + (vocabulary.entities - count + 0.5) / (count + 0.5));
}
