import { singular } from './singular.ts';
import { unifySpelling } from './spelling.ts';

/** Longer ones are no English words; this also bounds the work on them. */
const longestFolded = 40;
const english = /^[a-z]{3,40}$/;

/**
 * A word (lower case, no accents) with number and spelling folded: "licences" and "license" come
 * out alike. Words of other scripts, and very long ones, stay as they are.
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
