import type { SearchQuery } from './search-words.ts';
import { stopWords } from './stop-words.ts';
import type { TextQuery } from './text-query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many entities a probe of the text index may bring. */
export const textBudget = 400;

/**
 * What to ask the text index, or null where asking tells nothing. The rarest words are asked for, as
 * many as stay within the budget, and every entity with one of them is a candidate: the set follows
 * from the words and their counts alone. Where even the rarest word is too common, all words have to
 * be there. Stop words are never asked for outside of phrases.
 */
export function textProbe(
  query: SearchQuery,
  vocabulary: Pick<Vocabulary, 'count'>,
  budget = textBudget,
): TextQuery | null {
  const words = [...new Set(query.words.map(({ text }) => text))]
    .filter((word) => !stopWords.has(word))
    .map((word) => ({ word, count: vocabulary.count(word) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || (a.word < b.word ? -1 : 1));
  const phrases = query.phrases.map((phrase) => ({ op: 'phrase' as const, words: phrase }));
  if (phrases.length > 0) return { op: 'all', parts: phrases };
  const asked: TextQuery[] = [];
  let sum = 0;
  for (const { word, count } of words) {
    sum += count;
    if (sum > budget) break;
    asked.push({ op: 'word', word });
  }
  if (asked.length > 0) return { op: 'any', parts: asked };
  if (words.length < 2) return null;
  return { op: 'all', parts: words.map(({ word }) => ({ op: 'word', word })) };
}
