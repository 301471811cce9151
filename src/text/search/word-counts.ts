import { ordinaryWordsOf } from '../mentions/ordinary-words.ts';
import {
  type FoldedLabel,
  foldedLabelsOf,
  type Searchable,
  type SearchText,
  searchTextOf,
} from './search-text.ts';
import { shortWord } from './search-words.ts';

/**
 * The counts that one entity adds for a word, or the difference between two states of the entity.
 */
export interface WordCounts {
  /** Labels that have it. */
  labels: number;
  /** Entities that have it in any of their texts. */
  entities: number;
  /** Entities that have it in lower case in running text. */
  common: number;
  /** Terms that have it as their name. */
  terms: number;
  /** Organizations that have it in a label. */
  publishers: number;
}

export const wordCountNames = ['labels', 'entities', 'common', 'terms', 'publishers'] as const;

/** A key that every entity counts for, so that its count is the number of entities. */
export const noWord = '';

/**
 * The counts that an entity adds. Callers that have folded its labels and texts already pass them.
 */
export function wordCountsOf(
  entity: Searchable,
  labels: readonly FoldedLabel[] = foldedLabelsOf(entity),
  text: SearchText = searchTextOf(entity, labels),
): Map<string, WordCounts> {
  const counts = new Map<string, WordCounts>();
  const add = (name: keyof WordCounts, words: Iterable<string>) => {
    for (const word of words) {
      const known = counts.get(word) ?? none();
      known[name] += 1;
      counts.set(word, known);
    }
  };
  for (const { folded } of labels) add('labels', new Set(folded.split(' ')));
  const all = `${text.labels} ${text.summary} ${text.body}`.split(' ');
  add('entities', new Set([noWord, ...all]));
  const common = ordinaryWordsOf([entity.summary ?? '', entity.definition ?? '']);
  add('common', new Set([...common].map(shortWord)));
  const [name] = labels;
  if (entity.kind === 'TERM' && name?.role === 'NAME' && !name.folded.includes(' ')) {
    add('terms', [name.folded]);
  }
  if (entity.kind === 'ORGANIZATION') add('publishers', publisherWordsOf(labels));
  return counts;
}

/** Adds counts to a sum, or subtracts them where `times` is -1. */
export function addCounts(
  sum: Map<string, WordCounts>,
  counts: ReadonlyMap<string, WordCounts>,
  times: 1 | -1,
): void {
  for (const [word, added] of counts) {
    const known = sum.get(word) ?? none();
    for (const name of wordCountNames) known[name] += times * added[name];
    sum.set(word, known);
  }
}

function none(): WordCounts {
  return { labels: 0, entities: 0, common: 0, terms: 0, publishers: 0 };
}

const startsWithNumber = /^\p{N}/u;

function publisherWordsOf(labels: readonly { readonly folded: string }[]): ReadonlySet<string> {
  const words = labels.flatMap(({ folded }) => folded.split(' '));
  return new Set(words.filter((word) => !startsWithNumber.test(word)));
}
