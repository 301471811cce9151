import type { Word } from './word.ts';
import { wordsOf } from './words.ts';

type Folded = Pick<Word, 'text'>;

/** Words as one line: what indexes keep and queries are compared with. */
export function joinWords(words: readonly Folded[]): string {
  return words.map((word) => word.text).join(' ');
}

/**
 * A text with case, accents, width, hyphens, plurals and spelling folded: its words, one space
 * between them. Folding what is folded changes nothing.
 */
export function fold(text: string): string {
  return joinWords(wordsOf(text));
}

const endsInDigit = /\p{N}$/u;
const startsWithDigit = /^\p{N}/u;

/**
 * Folded words run together, so that "fine tuning", "fine-tuning" and "finetuning" are one key;
 * only numbers stay apart (4.5 is not 45).
 */
export function compactKey(words: readonly Folded[]): string {
  let key = '';
  for (const { text } of words) {
    key += endsInDigit.test(key) && startsWithDigit.test(text) ? `.${text}` : text;
  }
  return key;
}
