import { BestFew } from './best-few.ts';
import type { IndexedEntity, Kinds, LabelIndex } from './label-index.ts';
import { parseSearchQuery, type SearchQuery } from './query.ts';
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
const SPELLING = 5;
/** Shorter beginnings have too many neighbors for a mistake to mean anything. */
const shortestMisspelled = 4;

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
  const best = new BestFew(options.limit ?? 10);
  const isWanted = index.kindTest(options.kinds);
  for (const text of new Set([query.folded, query.plain])) {
    offerBeginnings(index, text, query.open, isWanted, best);
  }
  offerCompact(index, query, isWanted, best);
  if (!best.isFull) offerMisspelled(index, query, isWanted, best);
  return best.list().flatMap(({ entity: number, grade }) => {
    const entity = index.entities[number];
    return entity === undefined ? [] : [{ entity, match: suggestionMatches[grade] ?? 'SPELLING' }];
  });
}

type KindTest = (label: number) => boolean;

function offerBeginnings(
  index: LabelIndex,
  text: string,
  open: boolean,
  isWanted: KindTest,
  best: BestFew,
): void {
  const { rests } = index;
  const at = rests.keys.indexOf(text);
  if (at >= 0) offerRests(index, { low: at, high: at + 1 }, EXACT, isWanted, best);
  offerRests(index, rests.keys.prefixed(`${text} `), FIRST_WORDS, isWanted, best);
  if (open) offerRests(index, rests.keys.prefixed(text), BEGINNING, isWanted, best);
}

/** Grades what begins a label with `grade`, and what begins at a later word behind all that do. */
function offerRests(
  index: LabelIndex,
  range: Range,
  grade: number,
  isWanted: KindTest,
  best: BestFew,
): void {
  const later = grade === BEGINNING ? 4 : 3;
  for (const value of index.rests.within(range)) {
    const label = value >> 1;
    if (isWanted(label)) best.offer(index.entityOf(label), (value & 1) === 0 ? grade : later);
  }
}

function offerCompact(
  index: LabelIndex,
  query: SearchQuery,
  isWanted: KindTest,
  best: BestFew,
): void {
  for (const label of index.compact.of(query.compact)) {
    if (isWanted(label)) best.offer(index.entityOf(label), EXACT);
  }
  if (!query.open) return;
  for (const label of index.compact.within(index.compact.keys.prefixed(query.compact))) {
    if (isWanted(label)) best.offer(index.entityOf(label), BEGINNING);
  }
}

function offerMisspelled(
  index: LabelIndex,
  query: SearchQuery,
  isWanted: KindTest,
  best: BestFew,
): void {
  if (query.compact.length < shortestMisspelled) return;
  for (const text of new Set([query.folded, query.plain])) {
    for (const range of index.rests.keys.near(text, query.open)) {
      for (const value of index.rests.within(range)) {
        if (isWanted(value >> 1)) best.offer(index.entityOf(value >> 1), SPELLING);
      }
    }
  }
}
