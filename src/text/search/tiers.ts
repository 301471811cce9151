import type { SearchQuery } from './query.ts';
import type { FoldedLabel } from './search-text.ts';

/**
 * How a hit fits, best first: the label itself, its beginning, all words in a label, a label but
 * for a mistake, the text; FAR: a label but for a mistake in a word that needs no correction.
 */
export const matchTiers = ['EXACT', 'BEGINNING', 'WORDS', 'SPELLING', 'TEXT', 'FAR'] as const;
export type MatchTier = (typeof matchTiers)[number];

export interface LabelMatch {
  /** Number of the entity and of its label that fits, in the label index. */
  readonly entity: number;
  readonly label: number;
  readonly tier: MatchTier;
  /** Finer than the tier; smaller is better. */
  readonly detail: number;
}

/** One number for tier and detail: the smaller, the better. */
export function gradeOf({ tier, detail }: { readonly tier: MatchTier; readonly detail: number }) {
  return matchTiers.indexOf(tier) * 1000 + Math.min(detail, 999);
}

const rolePenalty = { NAME: 0, ALIAS: 1, HIDDEN: 2 } as const;

/** How a label fits that has all words of the query. */
export function tierFor(
  label: FoldedLabel,
  query: SearchQuery,
): { readonly tier: MatchTier; readonly detail: number } {
  const role = rolePenalty[label.role];
  // As typed before as folded: "transformers" is first what is called so, then a transformer.
  if (label.plain === query.plain) return { tier: 'EXACT', detail: role };
  if (label.compact === query.compact) return { tier: 'EXACT', detail: 3 + role };
  const begins = (text: string, typed: string) => text.startsWith(typed);
  if (begins(label.folded, `${query.folded} `)) return { tier: 'BEGINNING', detail: role };
  if (begins(label.folded, query.folded) || begins(label.plain, query.plain)) {
    return { tier: 'BEGINNING', detail: 3 + role };
  }
  const others = label.folded.split(' ').length - query.words.length;
  return { tier: 'WORDS', detail: Math.max(0, others) * 3 + role };
}
