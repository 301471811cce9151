import { singular } from './singular.ts';
import { unifySpelling } from './spelling.ts';

/** Longer words are not English. The limit also bounds the work. */
const longestFolded = 40;
const english = /^[a-z]{3,40}$/;

/**
 * Folds the number and spelling of a word in lower case without accents: "licences" and "license"
 * give the same result. Words of other scripts and very long words stay as they are.
 */
export function foldWord(plain: string): string {
  if (plain.length > longestFolded || !english.test(plain)) return plain;
  let word = plain;
  for (;;) {
    const next = unifySpelling(singular(word));
    if (next === word) return word;
    word = next;
  }
}
