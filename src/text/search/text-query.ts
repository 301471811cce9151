/** What a full-text index is asked: words and how they combine, free of any syntax. */
export type TextQuery =
  | { readonly op: 'word'; readonly word: string }
  | { readonly op: 'prefix'; readonly word: string }
  | { readonly op: 'near'; readonly word: string }
  | { readonly op: 'phrase'; readonly words: readonly string[] }
  | { readonly op: 'all' | 'any'; readonly parts: readonly TextQuery[] };

/** A part of a full-text index. */
export type TextField = 'labels' | 'summary' | 'body';

const wordCharacters = /[^\p{L}\p{N}\p{Mc}]+/gu;

/** A word as indexes hold it; empty where nothing is left of it. */
export function bareWord(word: string): string {
  return word.normalize('NFKD').toLowerCase().replace(wordCharacters, '');
}

/**
 * The query without empty words and groups, or null where nothing is left to ask. What comes out
 * can be written down in any syntax: every word is letters and digits.
 */
export function tidy(query: TextQuery): TextQuery | null {
  switch (query.op) {
    case 'word':
    case 'prefix':
    case 'near': {
      const word = bareWord(query.word);
      return word === '' ? null : { op: query.op, word };
    }
    case 'phrase': {
      const words = query.words.map(bareWord).filter((word) => word !== '');
      return words.length === 0 ? null : { op: 'phrase', words };
    }
    case 'all':
    case 'any': {
      const parts = query.parts.map(tidy).filter((part) => part !== null);
      const [only] = parts;
      if (only === undefined) return null;
      return parts.length === 1 ? only : { op: query.op, parts };
    }
  }
}
