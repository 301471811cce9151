import type { Word } from './word.ts';
import { wordsOf } from './words.ts';

type Folded = Pick<Word, 'text'>;

/** Words joined by spaces: the form that indexes keep and that queries are compared with. */
export function joinWords(words: readonly Folded[]): string {
  return words.map((word) => word.text).join(' ');
}

/**
 * Folds case, accents, width, hyphens, plurals and spelling of a text. The result is its words,
 * joined by single spaces. Folding a folded text changes nothing.
 */
export function fold(text: string): string {
  return joinWords(wordsOf(text));
}

const endsInDigit = /\p{N}$/u;
const startsWithDigit = /^\p{N}/u;

/**
 * Folded words without spaces, so that "fine tuning", "fine-tuning" and "finetuning" have one key.
 * A dot keeps numbers apart (4.5 is not 45).
 */
export function compactKey(words: readonly Folded[]): string {
  let key = '';
  for (const { text } of words) {
    key += endsInDigit.test(key) && startsWithDigit.test(text) ? `.${text}` : text;
  }
  return key;
}
