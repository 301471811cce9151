import { stem } from '../fold/stem.ts';
import type { LabelIndex } from './label-index.ts';
import type { QueryWord } from './search-words.ts';

/** What a word of a query may stand for. */
export interface WordChoices {
  /** Whether the labels have the word as it is. */
  readonly known: boolean;
  readonly words: readonly string[];
}

const mostForms = 32;

/** The words of the labels that are other forms of a word, beside the word itself. */
export function formsOf(index: LabelIndex, { text }: QueryWord): WordChoices {
  const known = index.words.keys.indexOf(text) >= 0;
  const forms = (index.forms.get(stem(text)) ?? []).filter((word) => word !== text);
  return { known, words: [text, ...forms.slice(0, mostForms)] };
}

/** Shorter words have too many neighbors for a mistake to mean anything. */
export const shortestMisspelled = 4;
const mostSpellings = 32;

/**
 * The words of the labels that a word may be a misspelling of, those with most labels first. One
 * that the labels have needs no correction.
 */
export function spellingsOf(index: LabelIndex, { text, plain }: QueryWord): WordChoices {
  const known = index.words.keys.indexOf(text) >= 0;
  if (known || text.length < shortestMisspelled) return { known, words: [text] };
  const near = [text, plain].flatMap((word) => index.words.keys.near(word));
  const words = near
    .map(({ low }) => index.words.keys.words[low] ?? '')
    .map((word) => ({ word, labels: index.words.of(word).length }))
    .sort((a, b) => b.labels - a.labels || (a.word < b.word ? -1 : 1))
    .slice(0, mostSpellings)
    .map(({ word }) => word);
  return { known, words: [text, ...new Set(words)] };
}
