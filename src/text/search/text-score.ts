import type { SearchText } from './search-text.ts';
import type { SearchQuery } from './search-words.ts';
import { type Vocabulary, weightOf } from './vocabulary.ts';

/** What a word is worth in each field, as against once in a summary. */
const fieldWeights = { labels: 1.6, summary: 1, body: 0.5 } as const;
/** How quickly more of the same word stops to count. */
const saturation = 1.2;
/** What a label that stands whole in the query is worth, by its share of the query. */
const containedWeight = 0.5;
const scale = 1_000_000;

/**
 * How well a text fits a query, as a whole number up to about 1,500,000: the share of the query's
 * weight that the text has, words that tell more counting more. Made of the texts and counts
 * alone, so that every store gives the same.
 */
export function textScore(
  query: SearchQuery,
  text: SearchText,
  vocabulary: Pick<Vocabulary, 'entities' | 'count'>,
  contained: readonly string[],
): number {
  const words = [...new Set(query.words.map((word) => word.text))];
  const weights = words.map((word) => weightOf(vocabulary, word));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return 0;
  const fields = Object.entries(fieldWeights).map(([field, weight]) => {
    return { weight, text: ` ${text[field as keyof typeof fieldWeights]} ` };
  });
  let score = 0;
  for (const [at, word] of words.entries()) {
    const found = fields.reduce((sum, { weight, text }) => {
      const count = countIn(text, word);
      return sum + (count === 0 ? 0 : weight * (1 + Math.log(count)));
    }, 0);
    score += (weights[at] ?? 0) * (found / (found + saturation)) * (1 + saturation);
  }
  const inQuery = contained.reduce((sum, word) => sum + weightOf(vocabulary, word), 0);
  return Math.round((scale * (score + containedWeight * inQuery)) / total);
}

/** How often the word stands in a padded text of words. */
function countIn(text: string, word: string): number {
  const padded = ` ${word} `;
  let count = 0;
  // The space after a word is the one before the next.
  for (let at = text.indexOf(padded); at >= 0; at = text.indexOf(padded, at + padded.length - 1)) {
    count += 1;
  }
  return count;
}
