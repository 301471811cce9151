import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { SearchQuery } from './search-words.ts';
import type { LabelRow } from './text-source.ts';

/**
 * How a hit fits, best first: the label itself, the last words of a term (HEAD: a permissive
 * license is a license), the first words of a label, all words of the query in it, other forms of
 * them, a last word that only begins so, a label but for a mistake, the text; FAR: a label but for
 * a mistake in a word that needs no correction.
 */
export const matchTiers = [
  'EXACT',
  'HEAD',
  'BEGINNING',
  'WORDS',
  'INFLECTED',
  'PARTIAL',
  'SPELLING',
  'TEXT',
  'FAR',
] as const;
export type MatchTier = (typeof matchTiers)[number];

/** How a label fits. */
export interface LabelFit {
  readonly tier: MatchTier;
  /** Finer than the tier; smaller is better. */
  readonly detail: number;
  /** Whether the words stand in the label as in the query, side by side: better of what is equal. */
  readonly together?: boolean;
}

/** One number for tier and detail: the smaller, the better. */
export function gradeOf({ tier, detail }: LabelFit): number {
  return matchTiers.indexOf(tier) * 1000 + Math.min(detail, 999);
}

type Label = Pick<LabelRow, 'role' | 'folded' | 'plain' | 'compact'>;

const rolePenalty = { NAME: 0, ALIAS: 1, HIDDEN: 2 } as const;

/** How a label of an entity of a kind fits that has all words of the query. */
export function tierFor(label: Label, query: SearchQuery, kind: EntityKind): LabelFit {
  const role = rolePenalty[label.role];
  // As typed before as folded: "transformers" is first what is called so, then a transformer.
  if (label.plain === query.plain) return { tier: 'EXACT', detail: role };
  if (label.compact === query.compact) return { tier: 'EXACT', detail: 3 + role };
  // Names of models and licenses are read from their beginning, terms from their last noun.
  if (kind === 'TERM' && label.role !== 'HIDDEN' && label.folded.endsWith(` ${query.folded}`)) {
    return { tier: 'HEAD', detail: 0 };
  }
  if (label.folded.startsWith(`${query.folded} `)) return { tier: 'BEGINNING', detail: role };
  const words = label.folded.split(' ');
  const detail = othersOf(label, query) * 3 + role;
  if (query.words.every(({ text }) => words.includes(text))) {
    return { tier: 'WORDS', detail, together: ` ${label.folded} `.includes(` ${query.folded} `) };
  }
  const begins = label.folded.startsWith(query.folded) || label.plain.startsWith(query.plain);
  return { tier: 'PARTIAL', detail: begins ? role : 3 + detail };
}

/** How a label fits that has other forms of the words of the query. */
export function inflectedDetail(label: Label, query: SearchQuery): number {
  return othersOf(label, query) * 3 + rolePenalty[label.role];
}

/** How many words a label has besides those of the query. */
function othersOf(label: Label, query: SearchQuery): number {
  return Math.max(0, label.folded.split(' ').length - query.words.length);
}
