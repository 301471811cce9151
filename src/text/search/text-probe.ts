import type { SearchQuery } from './search-words.ts';
import { stopWords } from './stop-words.ts';
import type { TextQuery } from './text-query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The most entities that a probe of the text index may bring. */
const textBudget = 400;

/**
 * The query for the text index, or null where the words are too common or unknown. It asks for the
 * rarest words, as many as stay within the budget, and any entity with one of them is a candidate.
 * The candidates depend only on the words and their counts. Where even the rarest word is too
 * common, a candidate must have all words. Stop words are asked for only in phrases.
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
