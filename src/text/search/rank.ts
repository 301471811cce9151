import { compareText } from '../../base/compare-text.ts';
import type { Kinds, LabelIndex } from './label-index.ts';
import { labelsWithin, matchLabels } from './match-labels.ts';
import type { SearchText } from './search-text.ts';
import type { Vocabulary } from './search-vocabulary.ts';
import type { SearchQuery } from './search-words.ts';
import { textScore } from './text-score.ts';
import { gradeOf, type LabelMatch, type MatchTier } from './tiers.ts';

/** An entity whose text a store found, with the text as it was indexed. */
export interface TextCandidate extends SearchText {
  readonly id: string;
}

export interface SearchHit {
  readonly id: string;
  readonly tier: MatchTier;
  readonly detail: number;
  /** Text relevance, a whole number; 0 for hits by label. */
  readonly score: number;
  readonly degree: number;
  readonly sort: string;
  /** The label that fits, as written; null for hits by text or by a hidden label. */
  readonly label: string | null;
}

/**
 * All hits in their order: by how a label fits, then text relevance, degree, name and id. The
 * same labels and candidates give the same list, whichever store the candidates come from.
 */
export function rankHits(
  query: SearchQuery,
  index: LabelIndex,
  vocabulary: Vocabulary,
  candidates: readonly TextCandidate[],
  kinds: Kinds = null,
): SearchHit[] {
  const hits = new Map<number, SearchHit>();
  for (const match of matchLabels(index, query, kinds)) {
    hits.set(match.entity, hitByLabel(index, match));
  }
  const contained = labelsWithin(index, query);
  for (const candidate of candidates) {
    const number = index.numberOf(candidate.id);
    const entity = index.entities[number];
    if (entity === undefined || kinds?.includes(entity.kind) === false) continue;
    if (!hasPhrases(candidate, query)) continue;
    const score = textScore(query, candidate, vocabulary, contained.get(number) ?? []);
    if (score <= 0) continue;
    const hit = { ...entity, tier: 'TEXT' as const, detail: 0, score, label: null };
    const known = hits.get(number);
    if (known === undefined || gradeOf(hit) < gradeOf(known)) hits.set(number, hit);
  }
  return [...hits.values()].sort(compareHits);
}

function hitByLabel(index: LabelIndex, { entity, label, tier, detail }: LabelMatch): SearchHit {
  const { id, degree, sort } = index.entities[entity] ?? { id: '', degree: 0, sort: '' };
  const found = index.labels[label];
  const text = found === undefined || found.role === 'HIDDEN' ? null : found.text;
  return { id, tier, detail, score: 0, degree, sort, label: text };
}

/** A total order: no two hits are equal. */
export function compareHits(a: SearchHit, b: SearchHit): number {
  return (
    gradeOf(a) - gradeOf(b) ||
    b.score - a.score ||
    b.degree - a.degree ||
    compareText(a.sort, b.sort) ||
    compareText(a.id, b.id)
  );
}

function hasPhrases(candidate: SearchText, { phrases }: SearchQuery): boolean {
  const texts = [candidate.labels, candidate.summary, candidate.body].map((text) => ` ${text} `);
  return phrases.every((phrase) => texts.some((text) => text.includes(` ${phrase.join(' ')} `)));
}
