import { JOINED, SOFT, type Word } from '../fold/word.ts';

/**
 * How two words of a text are joined. Markdown's emphasis, invisible characters and a closing
 * bracket ("FLUX.1 [dev] mini") are ignored.
 * UNDERSCORE: one identifier. HYPHEN, COLON: one sign without spaces. SPACE, LINE: only white
 * space, within a line or across two. OTHER: anything else, or nothing.
 */
export type Joint = 'UNDERSCORE' | 'HYPHEN' | 'COLON' | 'SPACE' | 'LINE' | 'OTHER';

const aside = /[*_~`\p{Cf}]/gu;
const hyphens = /^[\p{Pd}−]+$/u;
const spaces = /^\s+$/u;
const lineEnd = /[\n\r\u0085\u2028]/;
/** The longest gap, in UTF-16 units, within a name. */
const longest = 24;

/** How the word at a place is joined to the one before it. */
export function jointBefore(text: string, words: readonly Word[], at: number): Joint {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || before === undefined) return 'OTHER';
  if (word.start <= before.end || word.start - before.end > longest) return 'OTHER';
  const between = text.slice(before.end, word.start);
  const rest = between.normalize('NFKC').replace(aside, '').replace(/^\]/, '');
  if (rest === '') return between.includes('_') ? 'UNDERSCORE' : 'OTHER';
  if (hyphens.test(rest)) return 'HYPHEN';
  if (rest === ':') return 'COLON';
  if (word.gap !== SOFT || !spaces.test(rest)) return 'OTHER';
  return lineEnd.test(rest) ? 'LINE' : 'SPACE';
}

/** Words without a gap between them, as in "V4" or "8B": from the first to the last. */
export interface Run {
  readonly first: number;
  readonly last: number;
  /** The words with their capitals, without spaces. */
  readonly cased: string;
}

/** The most words in the name of a version or size. */
const longestRun = 8;

/** The run that starts at a word. */
export function runFrom(words: readonly Word[], first: number): Run {
  let last = first;
  while (words[last + 1]?.gap === JOINED && last - first < longestRun) last += 1;
  return runOf(words, first, last);
}

/** The run that ends at a word. */
export function runTo(words: readonly Word[], last: number): Run {
  let first = last;
  while (words[first]?.gap === JOINED && last - first < longestRun) first -= 1;
  return runOf(words, first, last);
}

function runOf(words: readonly Word[], first: number, last: number): Run {
  const cased = words
    .slice(first, last + 1)
    .map((word) => word.cased)
    .join('');
  return { first, last, cased };
}

const digit = /\p{N}/u;
const version = /^\p{L}{1,4}\p{N}/u;
const size = /^\p{N}+[bmt]/iu;

/** NUMBER: only digits. CODE: a version or size such as "V4", "R1" or "8B". WORD: anything else. */
export function shapeOf({ cased }: Run): 'NUMBER' | 'CODE' | 'WORD' {
  if (!digit.test(cased)) return 'WORD';
  if (!/\p{L}/u.test(cased)) return 'NUMBER';
  return version.test(cased) || size.test(cased) ? 'CODE' : 'WORD';
}
