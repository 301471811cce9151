import {
  type LabelOffer,
  misspellingsOf,
  offersAsTyped,
  offersByWords,
  offersMisspelled,
  offersNearWhole,
  stemsOf,
} from './label-offers.ts';
import { type Offered, rankHits, runsOf, type SearchHit } from './rank.ts';
import type { SearchQuery } from './search-words.ts';
import { textProbe } from './text-probe.ts';
import type { Kinds, TextMatch, TextSource, WordRow } from './text-source.ts';
import { gradeOf, matchTiers } from './tiers.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** The most texts that are scored. This bounds the work where all words are common. */
const mostTexts = 400;
/** The most labels read for each run of words in the query. */
const mostWithin = 40;

/**
 * All hits of a query in order, by labels and by texts. The source is asked twice, and a third time
 * where words are misspelled.
 */
export async function search(
  source: TextSource,
  query: SearchQuery,
  kinds: Kinds,
): Promise<SearchHit[]> {
  if (query.words.length === 0) return [];
  const words = query.words.map(({ text }) => text);
  const within = { op: 'equal', keys: [...runsOf(query).keys()], limit: mostWithin } as const;
  const typed = offersAsTyped(query);
  const [found, [labelsWithin = [], ...labels]] = await Promise.all([
    source.words({ words: [...new Set(words)], stems: stemsOf(query) }),
    source.labels([within, ...typed.map(({ probe }) => probe)], kinds),
  ]);
  const asTyped = typed.map(({ fit }, at) => ({ fit, rows: labels[at] ?? [] }));
  const vocabulary = vocabularyOf(found);
  const offers = [...offersByWords(query, vocabulary, found.forms), ...offersNearWhole(query)];
  const [byWords, misspelled, texts] = await Promise.all([
    offered(source, offers, kinds),
    offeredMisspelled(source, query, vocabulary, kinds),
    textsOf(source, query, vocabulary, kinds),
  ]);
  const all = [...asTyped, ...byWords, ...misspelled];
  return rankHits(query, all, labelsWithin, vocabulary, texts);
}

async function offered(
  source: TextSource,
  offers: readonly LabelOffer[],
  kinds: Kinds,
): Promise<Offered[]> {
  if (offers.length === 0) return [];
  const probes = offers.map(({ probe }) => probe);
  const found = await source.labels(probes, kinds);
  return offers.map(({ fit }, at) => ({ fit, rows: found[at] ?? [] }));
}

async function offeredMisspelled(
  source: TextSource,
  query: SearchQuery,
  vocabulary: Vocabulary,
  kinds: Kinds,
): Promise<Offered[]> {
  const candidates = misspellingsOf(query, vocabulary);
  const wanted = [...new Set([...candidates.values()].flat())];
  if (wanted.length === 0) return [];
  const { words } = await source.words({ words: wanted });
  const known = new Map(words.map((row) => [row.word, row]));
  const near = new Map<string, readonly WordRow[]>();
  for (const [word, texts] of candidates) {
    const rows = texts.flatMap((text) => known.get(text) ?? []);
    near.set(
      word,
      rows.filter(({ labels }) => labels > 0),
    );
  }
  return offered(source, offersMisspelled(query, vocabulary, near), kinds);
}

async function textsOf(
  source: TextSource,
  query: SearchQuery,
  vocabulary: Vocabulary,
  kinds: Kinds,
): Promise<readonly TextMatch[]> {
  const probe = textProbe(query, vocabulary);
  return probe === null ? [] : source.texts(probe, kinds, mostTexts);
}

/** A number as a text of fixed length, so that larger numbers sort first. */
function falling(value: number, most: number): string {
  const digits = String(most).length;
  return String(most - Math.min(value, most)).padStart(digits, '0');
}

/**
 * The sort text of a hit: text order is the order of the hits. Hits with equal texts are ordered by
 * id.
 */
export function placeOf(hit: SearchHit): string {
  const grade = String(gradeOf(hit)).padStart(6, '0');
  return `${grade}${falling(hit.score, 9_999_999)}${falling(hit.degree, 999_999_999)}${hit.sort}`;
}

/**
 * How well a hit fits, from 0 to 1, with a band for each tier. It never rises along a list of hits.
 */
export function relevance({ tier, detail, score }: SearchHit): number {
  const bands = matchTiers.length;
  const within = tier === 'TEXT' ? 1 - Math.min(score, 2_000_000) / 2_000_000 : detail / 1000;
  const band = bands - matchTiers.indexOf(tier);
  return Math.round(((band - Math.min(within, 0.999)) / bands) * 10_000) / 10_000;
}
