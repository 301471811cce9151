import { finish, type Steps } from '../../base/steps.ts';
import {
  DIGIT,
  type Folded,
  foldCodePoint,
  IDEOGRAPH,
  IGNORED,
  isWordCodePoint,
  LETTER,
  MARK,
  plainSign,
  skipIgnored,
} from './characters.ts';
import { SOFT, type Word } from './word.ts';
import { WordCollector } from './word-collector.ts';

/** The number of UTF-16 code units in a step. */
const stepLength = 8192;
const apostrophes = new Set("'’");
const number = /\p{N}/u;
const plus = wordFor('plus');
const and = wordFor('and');

/**
 * The words of any text, in order. Hyphens, spaces, dots and signs separate words. A change between
 * letters and digits does so too: "GPT-4", "GPT 4" and "GPT4" are the same two words. A plus after
 * a word is the word "plus" (Command A+), an ampersand is "and". A possessive s is dropped. The
 * work is linear in the text.
 */
export function wordsOf(text: string): Word[] {
  return finish(readingWords(text));
}

/** `wordsOf` in steps. */
export function* readingWords(text: string): Steps<Word[]> {
  const collector = new WordCollector();
  for (let at = 0, stepEnd = stepLength; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    at = readSign(collector, text, at, end) ?? readCharacter(collector, text, at, end);
    if (at < stepEnd) continue;
    stepEnd += stepLength;
    yield;
  }
  return collector.words();
}

function wordFor(text: string): Folded {
  return { text, type: LETTER, capital: false };
}

/**
 * Reads a sign that has a meaning between or inside words. Returns null for any other character.
 */
function readSign(collector: WordCollector, text: string, at: number, end: number): number | null {
  const sign = plainSign(text.codePointAt(at) ?? 0);
  if (sign === '+' && collector.touches) {
    collector.single(plus, at, end);
    return end;
  }
  if (sign === '&') {
    collector.single(and, at, end);
    return end;
  }
  if (apostrophes.has(sign) && collector.openType === LETTER) {
    const seen = skipIgnored(text, end);
    const afterS = endOfPossessive(text, seen);
    if (afterS === null && isWordCodePoint(text.codePointAt(seen) ?? 0)) return end;
    collector.part(text.slice(at, end), sign);
    return afterS ?? end;
  }
  if ((sign === '.' || sign === ',') && collector.openType === DIGIT) {
    const next = text.codePointAt(skipIgnored(text, end)) ?? 0;
    if (!number.test(String.fromCodePoint(next))) return null;
    collector.close();
    return end;
  }
  return null;
}

function readCharacter(collector: WordCollector, text: string, at: number, end: number): number {
  for (const folded of foldCodePoint(text.codePointAt(at) ?? 0)) {
    const { type } = folded;
    if (type === LETTER || type === DIGIT) {
      collector.append(folded, at, end);
    } else if (type === IDEOGRAPH) {
      collector.widen(SOFT);
      collector.single(folded, at, end);
      collector.widen(SOFT);
    } else if (type === MARK) {
      collector.extend(end);
    } else if (type !== IGNORED) {
      collector.part(text.slice(at, end), plainSign(text.codePointAt(at) ?? 0));
    }
  }
  return end;
}

/** The end of a possessive s ("Meta's"), or null where a word goes on. */
function endOfPossessive(text: string, at: number): number | null {
  const codePoint = text.codePointAt(at) ?? 0;
  const [folded, ...more] = foldCodePoint(codePoint);
  if (folded?.text !== 's' || more.length > 0) return null;
  const end = at + (codePoint > 0xffff ? 2 : 1);
  return isWordCodePoint(text.codePointAt(skipIgnored(text, end)) ?? 0) ? null : end;
}
