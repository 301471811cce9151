import {
  DIGIT,
  foldCodePoint,
  IDEOGRAPH,
  IGNORED,
  isWordCodePoint,
  LETTER,
  MARK,
} from './characters.ts';
import { foldWord } from './fold-word.ts';

/** A word of a text: folded, with the place it was read at. */
export interface Word {
  /** Case, accents, width, number and spelling folded. */
  readonly text: string;
  /** Case, accents and width folded. */
  readonly plain: string;
  /** UTF-16 offsets into the text: the slice from `start` to `end` is the word as written. */
  readonly start: number;
  readonly end: number;
  /** Nothing that ends a word stands before it: "GPT4", "3.1" and "A+" are two words joined. */
  readonly joined: boolean;
  /** The first word of a sentence or line, where a capital says nothing. */
  readonly opensSentence: boolean;
}

interface Draft {
  plain: string;
  type: number;
  start: number;
  end: number;
  readonly joined: boolean;
  readonly opensSentence: boolean;
  /** The last two characters, as written, are a capital and a small s: "LLMs". */
  pluralOfCapitals: boolean;
  lastWasCapital: boolean;
}

const sentenceEnds = new Set('.!?…:;\n\r\u2028\u2029。！？');
const apostrophes = new Set("'’＇");

/**
 * The words of any text, in order. Hyphens, spaces, dots and signs part words; so does a change
 * between letters and digits, so that "GPT-4", "GPT 4" and "GPT4" are the same two words.
 * A plus after a word is the word "plus" (Command A+), an ampersand is "and"; a possessive s is
 * dropped. One pass; the work is linear in the text.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let open: Draft | null = null;
  let parted = true;
  let opensSentence = true;

  const close = () => {
    if (open === null) return;
    const { plain, start, end, joined, opensSentence: opens } = open;
    const base = open.pluralOfCapitals && plain.length > 2 ? plain.slice(0, -1) : plain;
    words.push({ text: foldWord(base), plain: base, start, end, joined, opensSentence: opens });
    open = null;
  };
  const begin = (type: number, start: number): Draft => {
    close();
    const draft = {
      plain: '',
      type,
      start,
      end: start,
      joined: !parted || start < (words.at(-1)?.end ?? 0),
      opensSentence,
      pluralOfCapitals: false,
      lastWasCapital: false,
    };
    parted = false;
    opensSentence = false;
    return draft;
  };
  const sign = (plain: string, start: number) => {
    open = { ...begin(LETTER, start), plain, end: start + 1 };
    close();
  };

  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const character = text.slice(at, next);
    if (character === '+' && !parted) {
      sign('plus', at);
    } else if (character === '&') {
      sign('and', at);
    } else if (apostrophes.has(character) && isLetters(open)) {
      const skipped = possessiveLength(text, next);
      if (skipped > 0 || !isWordCodePoint(text.codePointAt(next) ?? 0)) {
        close();
        parted = true;
        at = next + skipped;
        continue;
      }
    } else if (isPointInNumber(text, at, open)) {
      close();
    } else {
      for (const piece of foldCodePoint(codePoint)) {
        if (piece.type === IGNORED) continue;
        if (piece.type === MARK) {
          extend(open, next);
        } else if (piece.type === LETTER || piece.type === DIGIT) {
          open = isOf(open, piece.type) ? open : begin(piece.type, at);
          append(open, piece.text, character, next);
        } else if (piece.type === IDEOGRAPH) {
          parted = true;
          open = begin(IDEOGRAPH, at);
          append(open, piece.text, character, next);
          parted = true;
        } else {
          close();
          parted = true;
          if (sentenceEnds.has(character)) opensSentence = true;
        }
      }
    }
    at = next;
  }
  close();
  return words;
}

function isOf(open: Draft | null, type: number): open is Draft {
  return open !== null && open.type === type;
}

function isLetters(open: Draft | null): boolean {
  return isOf(open, LETTER);
}

function extend(open: Draft | null, end: number): void {
  if (open !== null) open.end = end;
}

function append(open: Draft, folded: string, written: string, end: number): void {
  open.pluralOfCapitals = written === 's' && open.lastWasCapital && open.plain.length > 1;
  open.lastWasCapital = written !== written.toLowerCase();
  open.plain += folded;
  open.end = end;
}

/** The length of the s in "Meta's", where a word ends after it. */
function possessiveLength(text: string, at: number): number {
  const character = text[at];
  if (character !== 's' && character !== 'S') return 0;
  return isWordCodePoint(text.codePointAt(at + 1) ?? 0) ? 0 : 1;
}

function isPointInNumber(text: string, at: number, open: Draft | null): boolean {
  const character = text[at];
  if (character !== '.' && character !== ',') return false;
  return isOf(open, DIGIT) && /\p{N}/u.test(text.charAt(at + 1));
}
