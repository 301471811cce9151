import { compareText } from '../../base/compare-text.ts';
import { compactKey } from '../fold/fold.ts';
import { sortKey } from '../sort-key.ts';
import { askedKind } from './asked-kind.ts';
import type { LabelOffer } from './label-offers.ts';
import type { SearchText } from './search-text.ts';
import type { SearchQuery } from './search-words.ts';
import { textScore } from './text-score.ts';
import type { LabelRow, NamedEntity, TextMatch } from './text-source.ts';
import { gradeOf, type LabelFit, type MatchTier } from './tiers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The most entities found by labels. */
const maxLabelMatches = 500;
/** What a text of the asked kind scores more. It decides between texts that fit about as well. */
const askedKindScore = 150_000;

export interface SearchHit {
  readonly id: string;
  readonly tier: MatchTier;
  readonly detail: number;
  /**
   * The text relevance, a whole number. A hit by label has 1 where the words stand side by side,
   * otherwise 0.
   */
  readonly score: number;
  readonly degree: number;
  readonly sort: string;
  /** The label that fits, as written; null for hits by text or by a hidden label. */
  readonly label: string | null;
}

/** An offer with the labels that were found for it. */
export interface Offered extends Pick<LabelOffer, 'fit'> {
  readonly rows: readonly LabelRow[];
}

/**
 * All hits in order: by how a label fits, then by text relevance, degree, name and id. The same
 * labels and texts give the same list in every store. `within` has the labels whose words stand
 * together in the query.
 */
export function rankHits(
  query: SearchQuery,
  offered: readonly Offered[],
  within: readonly LabelRow[],
  vocabulary: Vocabulary,
  texts: readonly TextMatch[],
): SearchHit[] {
  const hits = hitsByLabel(query, offered);
  const contained = wordsWithin(query, within);
  const asked = askedKind(query);
  for (const match of texts) {
    if (!hasPhrases(match, query)) continue;
    const { entity } = match;
    const score = textScore(query, match, vocabulary, contained.get(entity.id) ?? []);
    if (score <= 0) continue;
    const more = entity.kind === asked ? askedKindScore : 0;
    const hit = hitOf(entity, { tier: 'TEXT', detail: 0 }, score + more, null);
    const known = hits.get(hit.id);
    if (known === undefined || gradeOf(hit) < gradeOf(known)) hits.set(hit.id, hit);
  }
  return [...hits.values()].sort(compareHits);
}

/** The entities with a label that fits the query, each with its best fit. */
function hitsByLabel(query: SearchQuery, offered: readonly Offered[]): Map<string, SearchHit> {
  const phrases = query.phrases.map((phrase) => ` ${phrase.join(' ')} `);
  const best = new Map<string, { readonly row: LabelRow; readonly fit: LabelFit }>();
  for (const { rows, fit: fitOf } of offered) {
    for (const row of rows) {
      if (!phrases.every((phrase) => ` ${row.folded} `.includes(phrase))) continue;
      const fit = fitOf(row);
      const known = best.get(row.entity.id);
      if (known === undefined || isBetter(fit, row, known)) best.set(row.entity.id, { row, fit });
    }
  }
  const hits = [...best.values()].map(({ row, fit }) =>
    hitOf(row.entity, fit, Number(fit.together === true), row.role === 'HIDDEN' ? null : row.text),
  );
  hits.sort(compareHits);
  return new Map(hits.slice(0, maxLabelMatches).map((hit) => [hit.id, hit]));
}

/**
 * Whether a label is better than the best known. Text order decides between equal fits, so that the
 * order of arrival does not matter.
 */
function isBetter(
  fit: LabelFit,
  { text }: LabelRow,
  known: { readonly row: LabelRow; readonly fit: LabelFit },
): boolean {
  const order =
    gradeOf(fit) - gradeOf(known.fit) ||
    Number(known.fit.together === true) - Number(fit.together === true) ||
    compareText(text, known.row.text);
  return order < 0;
}

function hitOf(
  { id, name, degree }: NamedEntity,
  { tier, detail }: LabelFit,
  score: number,
  label: string | null,
): SearchHit {
  return { id, tier, detail, score, degree, sort: sortKey(name), label };
}

/** A total order: no two hits are equal. `placeOf` in search.ts writes the same order as text. */
export function compareHits(a: SearchHit, b: SearchHit): number {
  return (
    gradeOf(a) - gradeOf(b) ||
    b.score - a.score ||
    b.degree - a.degree ||
    compareText(a.sort, b.sort) ||
    compareText(a.id, b.id)
  );
}

/** Every run of neighboring words in a query: its key without spaces, and its words. */
export function runsOf(query: SearchQuery): ReadonlyMap<string, readonly string[]> {
  const runs = new Map<string, readonly string[]>();
  for (let first = 0; first < query.words.length; first += 1) {
    for (let end = first + 1; end <= query.words.length; end += 1) {
      const words = query.words.slice(first, end);
      runs.set(
        compactKey(words),
        words.map(({ text }) => text),
      );
    }
  }
  return runs;
}

/** Entities with a name or alias that stands whole in the query, with the words it covers. */
function wordsWithin(
  query: SearchQuery,
  within: readonly LabelRow[],
): ReadonlyMap<string, readonly string[]> {
  const runs = runsOf(query);
  const found = new Map<string, readonly string[]>();
  for (const { entity, compact } of within) {
    const words = runs.get(compact) ?? [];
    if ((found.get(entity.id)?.length ?? 0) < words.length) found.set(entity.id, words);
  }
  return found;
}

function hasPhrases(candidate: SearchText, { phrases }: SearchQuery): boolean {
  const texts = [candidate.labels, candidate.summary, candidate.body].map((text) => ` ${text} `);
  return phrases.every((phrase) => texts.some((text) => text.includes(` ${phrase.join(' ')} `)));
}
