import { BestFew } from './best-few.ts';
import type { IndexedEntity, Kinds, LabelIndex } from './label-index.ts';
import type { Postings } from './postings.ts';
import { parseSearchQuery, type SearchQuery } from './search-words.ts';
import type { Range } from './sorted-words.ts';

/** How a suggestion fits what was typed, best first. */
export const suggestionMatches = [
  'EXACT',
  'FIRST_WORDS',
  'BEGINNING',
  'LATER_WORDS',
  'LATER_BEGINNING',
  'SPELLING',
] as const;
export type SuggestionMatch = (typeof suggestionMatches)[number];

export interface Suggestion {
  readonly entity: IndexedEntity;
  readonly match: SuggestionMatch;
}

const EXACT = 0;
const FIRST_WORDS = 1;
const BEGINNING = 2;
const LATER_WORDS = 3;
const LATER_BEGINNING = 4;
const SPELLING = 5;
const labelsLookedAt = 4;
/** Shorter beginnings have too many neighbors for a mistake to mean anything; */
const shortestMisspelled = 4;
/** nor is a last word that has just been begun a mistake. */
const shortestLastWord = 3;

/**
 * What somebody who has typed this may be after: entities one of whose labels is it, begins with
 * it, has it at a later word, or would but for one mistake; then by degree, name and id.
 */
export function suggest(
  index: LabelIndex,
  typed: string,
  options: { readonly kinds?: Kinds; readonly limit?: number } = {},
): Suggestion[] {
  const query = parseSearchQuery(typed);
  if (query.words.length === 0) return [];
  const limit = options.limit ?? 10;
  const best = new BestFew(limit);
  const isWanted = index.kindTest(options.kinds);
  const offer: Offer = (filed, range, grade) => {
    // An entity may have several labels in the range, so that more have to be looked at.
    for (const label of filed.smallestWithin(range, limit * labelsLookedAt, isWanted)) {
      best.offer(index.entityOf(label), grade);
    }
  };
  for (const text of new Set([query.folded, query.plain])) {
    offerBeginnings(index, text, query.open, offer);
  }
  offerCompact(index, query, offer);
  if (!best.isFull) offerMisspelled(index, query, offer);
  return best.list().flatMap(({ entity: number, grade }) => {
    const entity = index.entities[number];
    return entity === undefined ? [] : [{ entity, match: suggestionMatches[grade] ?? 'SPELLING' }];
  });
}

/** The labels filed under a range of keys become suggestions of a grade. */
type Offer = (filed: Postings, range: Range, grade: number) => void;

function offerBeginnings(index: LabelIndex, text: string, open: boolean, offer: Offer): void {
  const at = index.starts.keys.indexOf(text);
  if (at >= 0) offer(index.starts, { low: at, high: at + 1 }, EXACT);
  offer(index.starts, index.starts.keys.prefixed(`${text} `), FIRST_WORDS);
  if (open) offer(index.starts, index.starts.keys.prefixed(text), BEGINNING);
  const later = index.rests.keys.indexOf(text);
  if (later >= 0) offer(index.rests, { low: later, high: later + 1 }, LATER_WORDS);
  offer(index.rests, index.rests.keys.prefixed(`${text} `), LATER_WORDS);
  if (open) offer(index.rests, index.rests.keys.prefixed(text), LATER_BEGINNING);
}

function offerCompact(index: LabelIndex, { compact, open }: SearchQuery, offer: Offer): void {
  const at = index.compact.keys.indexOf(compact);
  if (at >= 0) offer(index.compact, { low: at, high: at + 1 }, EXACT);
  if (open) offer(index.compact, index.compact.keys.prefixed(compact), BEGINNING);
}

function offerMisspelled(index: LabelIndex, query: SearchQuery, offer: Offer): void {
  const last = query.words.at(-1)?.text ?? '';
  if (query.compact.length < shortestMisspelled || last.length < shortestLastWord) return;
  for (const text of new Set([query.folded, query.plain])) {
    for (const filed of [index.starts, index.rests]) {
      for (const range of filed.keys.near(text, query.open)) offer(filed, range, SPELLING);
    }
  }
}
