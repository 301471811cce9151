import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { SearchQuery } from './search-words.ts';
import type { LabelRow } from './text-source.ts';

/**
 * How a hit fits, best first. EXACT: the label itself. HEAD: the last words of a term ("license"
 * finds "permissive license"). BEGINNING: the first words of a label. WORDS: a label with all words
 * of the query. INFLECTED: a label with other forms of them. PARTIAL: a label where the last word
 * is unfinished. SPELLING: a label with a mistake corrected. TEXT: the summary or definition. FAR:
 * as SPELLING, but some word has no correction.
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
  /**
   * Whether the words stand side by side in the label, as in the query. This decides between equal
   * fits.
   */
  readonly together?: boolean;
}

/** One number for tier and detail: the smaller, the better. */
export function gradeOf({ tier, detail }: LabelFit): number {
  return matchTiers.indexOf(tier) * 1000 + Math.min(detail, 999);
}

type Label = Pick<LabelRow, 'role' | 'folded' | 'plain' | 'compact'>;

const rolePenalty = { NAME: 0, ALIAS: 1, HIDDEN: 2 } as const;

/** How a label that has all words of the query fits. */
export function tierFor(label: Label, query: SearchQuery, kind: EntityKind): LabelFit {
  const role = rolePenalty[label.role];
  // An exact label as typed comes before one as folded: "transformers" finds the label
  // "Transformers" first, then "transformer".
  if (label.plain === query.plain) return { tier: 'EXACT', detail: role };
  if (label.compact === query.compact) return { tier: 'EXACT', detail: 3 + role };
  // The names of models and licenses are read from their first word, terms from their last noun.
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

/** The detail of a label that has other forms of the words of the query. */
export function inflectedDetail(label: Label, query: SearchQuery): number {
  return othersOf(label, query) * 3 + rolePenalty[label.role];
}

/** How many words a label has besides those of the query. */
function othersOf(label: Label, query: SearchQuery): number {
  return Math.max(0, label.folded.split(' ').length - query.words.length);
}
