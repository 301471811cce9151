import { compactKey, joinWords } from '../fold/fold.ts';
import type { Word } from '../fold/word.ts';
import { wordsOf } from '../fold/words.ts';

/** The limits of a query. The rest is ignored, so that the cost of a query is bounded. */
const maxQueryLength = 1000;
export const maxQueryWords = 16;
export const maxWordLength = 64;

export interface QueryWord {
  /** The word as indexes keep it: case, accents, number and spelling folded. */
  readonly text: string;
  /** The word as typed, case and accents folded. It may be the beginning of a word. */
  readonly plain: string;
}

/** A search text as words. Nothing in it is an operator. */
export interface SearchQuery {
  readonly words: readonly QueryWord[];
  /** Words between quotation marks, which must stand side by side. */
  readonly phrases: readonly (readonly string[])[];
  /** All words without spaces. */
  readonly compact: string;
  /** The folded words, then the typed words, each joined by single spaces. */
  readonly folded: string;
  readonly plain: string;
  /** Whether the last word may be unfinished, because nothing was typed after it. */
  readonly open: boolean;
  /** Whether words were left out. */
  readonly cut: boolean;
}

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu;

/** Reads any text as a query. A text without a letter or digit gives a query without words. */
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

/** Cuts a long word. Indexes and queries cut words alike, so that they still match. */
export function shortWord(word: string): string {
  return word.length > maxWordLength
    ? word.slice(0, maxWordLength).replace(/[\ud800-\udbff]$/, '')
    : word;
}
