import { compactKey, joinWords } from '../fold/fold.ts';
import type { Word } from '../fold/word.ts';
import { wordsOf } from '../fold/words.ts';

/** What is read of a query; the rest is left out, so that no query costs more than a long one. */
export const maxQueryLength = 1000;
export const maxQueryWords = 16;
export const maxWordLength = 64;

export interface QueryWord {
  /** Case, accents, number and spelling folded: what is looked up. */
  readonly text: string;
  /** As typed, case and accents folded: the beginning of a word, while one types. */
  readonly plain: string;
}

/** What somebody looks for, as words: nothing in it is ever an operator. */
export interface SearchQuery {
  readonly words: readonly QueryWord[];
  /** Words between quotation marks, which have to stand together. */
  readonly phrases: readonly (readonly string[])[];
  /** All words run together. */
  readonly compact: string;
  /** Folded words and typed words, one space between them. */
  readonly folded: string;
  readonly plain: string;
  /** Whether the last word may be unfinished: nothing was typed after it. */
  readonly open: boolean;
  /** Whether words were left out. */
  readonly cut: boolean;
}

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu;

/** Reads any text as a query; one without a letter or digit has no words. */
export function parseSearchQuery(text: string): SearchQuery {
  const read = text.slice(0, maxQueryLength);
  const found = wordsOf(read);
  const taken = found.slice(0, maxQueryWords);
  const words = taken.map(shorten);
  const phrases = [...read.matchAll(quoted)]
    .map((match) => wordsOf(match[1] ?? '').slice(0, maxQueryWords))
    .filter((phrase) => phrase.length > 1)
    .map((phrase) => phrase.map((word) => shorten(word).text));
  return {
    words,
    phrases,
    compact: compactKey(words),
    folded: joinWords(words),
    plain: words.map((word) => word.plain).join(' '),
    open: taken.at(-1)?.end === read.length && read.length === text.length,
    cut: read.length < text.length || taken.length < found.length,
  };
}

function shorten({ text, plain }: Word): QueryWord {
  return { text: shortWord(text), plain: shortWord(plain) };
}

/** Indexes keep no more of a word than queries do, so that the two still meet. */
export function shortWord(word: string): string {
  return word.length > maxWordLength
    ? word.slice(0, maxWordLength).replace(/[\ud800-\udbff]$/, '')
    : word;
}
