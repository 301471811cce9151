import type { SearchText } from './search-text.ts';
import type { SearchQuery } from './search-words.ts';
import { type Vocabulary, weightOf } from './vocabulary.ts';

/** The weight of a word in each field; 1 is a word in a summary. */
const fieldWeights = { labels: 1.6, summary: 1, body: 0.5 } as const;
/** How soon repetitions of a word stop counting. */
const saturation = 1.2;
/** The weight of a label that stands whole in the query, times its share of the query. */
const containedWeight = 0.5;
const scale = 1_000_000;

/**
 * How well a text fits a query, as a whole number up to about 1,500,000: the share of the query's
 * weight that the text has. Rare words weigh more. The score depends only on texts and counts, so
 * every store gives the same.
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
  // Two neighboring words share the space between them.
  for (let at = text.indexOf(padded); at >= 0; at = text.indexOf(padded, at + padded.length - 1)) {
    count += 1;
  }
  return count;
}
