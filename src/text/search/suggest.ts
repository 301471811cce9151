import { compareText } from '../../base/compare-text.ts';
import { sortKey } from '../sort-key.ts';
import {
  beginningWith,
  beginningWithWords,
  equalTo,
  goingOnAfter,
  isKey,
  type KeyRange,
} from './label-keys.ts';
import { nearWord, shortestMisspelled } from './label-offers.ts';
import { oneMistakeAway } from './mistakes.ts';
import { parseSearchQuery, type QueryWord, type SearchQuery } from './search-words.ts';
import type { KeyPlace } from './shelves.ts';
import type { Kinds, LabelProbe, NamedEntity, TextSource } from './text-source.ts';
import { mostUsedFirst, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** How a suggestion fits the typed text, best first. */
const suggestionMatches = [
  'EXACT',
  'FIRST_WORDS',
  'BEGINNING',
  'LATER_WORDS',
  'LATER_BEGINNING',
  'SPELLING',
] as const;
export type SuggestionMatch = (typeof suggestionMatches)[number];

export interface Suggestion {
  readonly entity: NamedEntity;
  readonly match: SuggestionMatch;
}

/** How many labels are read for each suggestion, because one entity may have several. */
const labelsLookedAt = 10;
/** The shortest last word that is corrected. A shorter one has only been begun. */
const shortestLastWord = 3;
/** The most corrections tried, those in the most labels first. */
const mostMeant = 16;

interface Offer {
  readonly probe: LabelProbe;
  readonly match: SuggestionMatch;
}

/**
 * Entities that somebody may be typing: a label equals the text, begins with it, has it at a later
 * word, or does so after correcting one mistake. They are ordered by fit, then by degree, name and
 * id.
 */
export async function suggest(
  source: TextSource,
  typed: string,
  options: { readonly kinds?: Kinds | undefined; readonly limit?: number } = {},
): Promise<Suggestion[]> {
  const query = parseSearchQuery(typed);
  if (query.words.length === 0) return [];
  const { kinds = null, limit = 10 } = options;
  const best = new Map<string, Suggestion>();
  const offer = async (offers: readonly Offer[]) => {
    if (offers.length === 0) return;
    const probes = offers.map(({ probe }) => probe);
    const found = await source.labels(probes, kinds);
    for (const [at, { match }] of offers.entries()) {
      for (const { entity } of found[at] ?? []) {
        const known = best.get(entity.id);
        if (known === undefined || gradeOf(match) < gradeOf(known.match)) {
          best.set(entity.id, { entity, match });
        }
      }
    }
  };
  await offer(offersOf(query, limit * labelsLookedAt));
  if (best.size < limit) {
    const meant = await meantBy(source, query);
    await offer(
      meant.filter(isKey).flatMap((text) => offersMeant(text, query.open, limit * labelsLookedAt)),
    );
  }
  return [...best.values()].sort(compareSuggestions).slice(0, limit);
}

function gradeOf(match: SuggestionMatch): number {
  return suggestionMatches.indexOf(match);
}

function compareSuggestions(a: Suggestion, b: Suggestion): number {
  return (
    gradeOf(a.match) - gradeOf(b.match) ||
    b.entity.degree - a.entity.degree ||
    compareText(sortKey(a.entity.name), sortKey(b.entity.name)) ||
    compareText(a.entity.id, b.entity.id)
  );
}

function offersOf({ folded, plain, compact, open }: SearchQuery, limit: number): Offer[] {
  const keys = (match: SuggestionMatch, place: KeyPlace, range: KeyRange): Offer => {
    return { match, probe: { op: 'keys', place, range, limit } };
  };
  const offers: Offer[] = [{ match: 'EXACT', probe: { op: 'equal', keys: [compact], limit } }];
  for (const text of new Set([folded, plain].filter(isKey))) {
    offers.push(
      keys('EXACT', 'FIRST', equalTo(text)),
      keys('FIRST_WORDS', 'FIRST', goingOnAfter(text)),
      keys('LATER_WORDS', 'LATER', beginningWithWords(text)),
    );
    if (!open) continue;
    offers.push(
      keys('BEGINNING', 'FIRST', beginningWith(text)),
      keys('LATER_BEGINNING', 'LATER', beginningWith(text)),
    );
  }
  if (open && isKey(compact)) {
    offers.push(keys('BEGINNING', 'RUN', beginningWith(compact)));
    // A label of one word has no RUN key, since its FIRST key is the same.
    if (compact !== folded) offers.push(keys('BEGINNING', 'FIRST', beginningWith(compact)));
  }
  return offers;
}

function offersMeant(text: string, open: boolean, limit: number): Offer[] {
  const range = open ? beginningWith(text) : equalTo(text);
  return (['FIRST', 'LATER'] as const).map((place) => {
    return { match: 'SPELLING', probe: { op: 'keys', place, range, limit } };
  });
}

/** Corrections of the text, where exactly one word has a mistake: the word that no label has. */
async function meantBy(source: TextSource, query: SearchQuery): Promise<readonly string[]> {
  const { words, open, compact } = query;
  const last = words.at(-1);
  if (last === undefined || compact.length < shortestMisspelled) return [];
  if (last.text.length < shortestLastWord) return [];
  const complete = open ? words.slice(0, -1) : words;
  const asked = [...new Set(complete.map(({ text }) => text))];
  const vocabulary = vocabularyOf(await source.words({ words: asked }));
  const unknown = complete.filter(({ text }) => vocabulary.labels(text) === 0);
  const [wrong] = unknown;
  if (wrong === undefined) return open ? endingsMeant(source, query, last) : [];
  return unknown.length > 1 ? [] : wordsMeant(source, query, wrong, vocabulary);
}

async function wordsMeant(
  source: TextSource,
  query: SearchQuery,
  wrong: QueryWord,
  vocabulary: Vocabulary,
): Promise<readonly string[]> {
  if (vocabulary.labels(wrong.text) > 0) return [];
  const { words } = await source.words({ words: nearWord(wrong) });
  const meant = mostUsedFirst(words.filter(({ labels }) => labels > 0)).slice(0, mostMeant);
  return meant.map((word) =>
    query.words.map(({ text }) => (text === wrong.text ? word : text)).join(' '),
  );
}

/**
 * Corrections of an unfinished last word: beginnings of words that labels have, one mistake away.
 */
async function endingsMeant(
  source: TextSource,
  query: SearchQuery,
  { text, plain }: QueryWord,
): Promise<readonly string[]> {
  const near = [...new Set([plain, text].flatMap(oneMistakeAway))];
  const { beginnings } = await source.words({ words: [], beginnings: near });
  const known = near
    .map((beginning, at) => ({ beginning, labels: beginnings[at] ?? 0 }))
    .filter(({ labels }) => labels > 0)
    .sort((a, b) => b.labels - a.labels || compareText(a.beginning, b.beginning))
    .slice(0, mostMeant);
  const before = query.words.slice(0, -1).map((word) => word.text);
  return known.map(({ beginning }) => [...before, beginning].join(' '));
}
