import { compactKey } from '../fold/fold.ts';
import type { Word } from '../fold/word.ts';
import type { LabelRole } from './label.ts';

const oneLowerCaseWord = /^[\p{Ll}\p{Lo}\p{M}\p{Pd}'’]+$/u;
const sharedPrefix = 5;

/**
 * Whether an alias is too ordinary to stand for its entity by itself: one word in lower case
 * ("grant", "restriction", "gating") that is not another spelling or form of the name. Such an
 * alias counts only in a text that also names the entity by another label.
 */
export function isGeneric(
  text: string,
  role: LabelRole,
  words: readonly Word[],
  nameWords: readonly Word[],
): boolean {
  if (role === 'NAME' || !oneLowerCaseWord.test(text)) return false;
  const alias = compactKey(words);
  const name = compactKey(nameWords);
  if (words[0]?.text === nameWords[0]?.text) return false;
  return alias.slice(0, sharedPrefix) !== name.slice(0, sharedPrefix);
}
