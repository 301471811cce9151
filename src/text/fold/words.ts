import {
  DIGIT,
  foldCodePoint,
  IDEOGRAPH,
  IGNORED,
  isWordCodePoint,
  LETTER,
  MARK,
} from './characters.ts';
import { SOFT, type Word } from './word.ts';
import { WordCollector } from './word-collector.ts';

const apostrophes = new Set("'’＇");
const number = /\p{N}/u;

/**
 * The words of any text, in order. Hyphens, spaces, dots and signs part words; so does a change
 * between letters and digits, so that "GPT-4", "GPT 4" and "GPT4" are the same two words.
 * A plus after a word is the word "plus" (Command A+), an ampersand is "and"; a possessive s is
 * dropped. One pass; the work is linear in the text.
 */
export function wordsOf(text: string): Word[] {
  const collector = new WordCollector();
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    const written = text.slice(at, end);
    at = readSign(collector, text, written, at) ?? readCharacter(collector, codePoint, written, at);
  }
  return collector.words();
}

/** Reads what means something between or inside words; null where it is nothing of the kind. */
function readSign(
  collector: WordCollector,
  text: string,
  written: string,
  at: number,
): number | null {
  const next = at + written.length;
  if (written === '+' && collector.touches) {
    collector.single(LETTER, 'plus', written, at);
    return next;
  }
  if (written === '&') {
    collector.single(LETTER, 'and', written, at);
    return next;
  }
  if (apostrophes.has(written) && collector.openType === LETTER) {
    const skipped = possessiveLength(text, next);
    const isInside = skipped === 0 && isWordCodePoint(text.codePointAt(next) ?? 0);
    if (!isInside) collector.part(written);
    return next + skipped;
  }
  if ((written === '.' || written === ',') && collector.openType === DIGIT) {
    if (!number.test(text.charAt(next))) return null;
    collector.close();
    return next;
  }
  return null;
}

function readCharacter(
  collector: WordCollector,
  codePoint: number,
  written: string,
  at: number,
): number {
  const next = at + written.length;
  for (const { text: folded, type } of foldCodePoint(codePoint)) {
    if (type === LETTER || type === DIGIT) {
      collector.append(type, folded, written, at);
    } else if (type === IDEOGRAPH) {
      collector.widen(SOFT);
      collector.single(type, folded, written, at);
      collector.widen(SOFT);
    } else if (type === MARK) {
      collector.extend(next);
    } else if (type !== IGNORED) {
      collector.part(written);
    }
  }
  return next;
}

/** The length of the s in "Meta's", where a word ends after it. */
function possessiveLength(text: string, at: number): number {
  const character = text[at];
  if (character !== 's' && character !== 'S') return 0;
  return isWordCodePoint(text.codePointAt(at + 1) ?? 0) ? 0 : 1;
}
