import type { Kinds, LabelIndex } from './label-index.ts';
import { rankHits, type SearchHit, type TextCandidate } from './rank.ts';
import type { SearchQuery } from './search-words.ts';
import type { TextIndex } from './text-index.ts';
import { textProbe } from './text-probe.ts';
import { gradeOf, matchTiers } from './tiers.ts';

/** How many texts are weighed, the most connected entities first: bounds the work of any query. */
const maxTexts = 2000;

/** All hits of a query in their order, by labels and by texts. */
export function searchIn(
  labels: LabelIndex,
  texts: TextIndex,
  query: SearchQuery,
  kinds: Kinds,
): SearchHit[] {
  const probe = textProbe(query, texts);
  const isWanted = (number: number) => {
    const kind = labels.entities[number]?.kind;
    return kind !== undefined && (kinds == null || kinds.includes(kind));
  };
  const found = probe === null ? [] : texts.find(probe, maxTexts, isWanted);
  const candidates = found.flatMap((number): TextCandidate[] => {
    const text = texts.textOf(number);
    const id = labels.entities[number]?.id;
    return text === null || id === undefined ? [] : [{ id, ...text }];
  });
  return rankHits(query, labels, texts, candidates, kinds);
}

/** Texts of equal length in the order of the numbers, the largest first. */
function falling(value: number, most: number): string {
  const digits = String(most).length;
  return String(most - Math.min(value, most)).padStart(digits, '0');
}

/** A text for every hit, in the order of the hits; hits of equal texts are ordered by id. */
export function placeOf(hit: SearchHit): string {
  const grade = String(gradeOf(hit)).padStart(6, '0');
  return `${grade}${falling(hit.score, 9_999_999)}${falling(hit.degree, 999_999_999)}${hit.sort}`;
}

/** From 0 to 1: how well a hit fits, a band for each tier; it never rises along a list of hits. */
export function relevance({ tier, detail, score }: SearchHit): number {
  const bands = matchTiers.length;
  const within = tier === 'TEXT' ? 1 - Math.min(score, 2_000_000) / 2_000_000 : detail / 1000;
  const band = bands - matchTiers.indexOf(tier);
  return Math.round(((band - Math.min(within, 0.999)) / bands) * 10_000) / 10_000;
}
