import type { Word } from '../fold/word.ts';
import { wordsOf } from '../fold/words.ts';
import type { SearchQuery } from './search-words.ts';

/** A short piece of a text, with the UTF-16 offsets of the words of the query in it. */
export interface Snippet {
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly end: number }[];
}

const leadIn = 40;

/**
 * The earliest piece of a text with the most words of the query, in whole words; null where the
 * text has none of them. Dots mark what is left out on either side.
 */
export function snippet(text: string, query: SearchQuery, length = 160): Snippet | null {
  const words = wordsOf(text);
  const hits = words.filter((word) => isLookedFor(word, query));
  const [first] = hits;
  if (first === undefined) return null;
  let from = first;
  let most = 0;
  let ahead = 0;
  const inWindow = new Map<string, number>();
  for (const [at, hit] of hits.entries()) {
    for (let next = hits[ahead]; next !== undefined; next = hits[ahead]) {
      if (ahead > at && next.end - hit.start > length - leadIn) break;
      inWindow.set(next.text, (inWindow.get(next.text) ?? 0) + 1);
      ahead += 1;
    }
    if (inWindow.size > most) {
      most = inWindow.size;
      from = hit;
    }
    const left = (inWindow.get(hit.text) ?? 1) - 1;
    if (left === 0) inWindow.delete(hit.text);
    else inWindow.set(hit.text, left);
  }
  return cutAround(text, words, hits, from, length);
}

/** The beginning of a text, in whole words. Dots mark what is left out. */
export function opening(text: string, length = 160): Snippet {
  if (text.length <= length) return { text, matches: [] };
  const end = wordsOf(text).findLast((word) => word.end <= length)?.end ?? length;
  return { text: `${text.slice(0, end)} …`, matches: [] };
}

function isLookedFor(word: Word, query: SearchQuery): boolean {
  return query.words.some(({ text, plain }, at) => {
    if (word.text === text || word.plain === plain) return true;
    const isLast = at === query.words.length - 1 && query.open;
    return isLast && plain.length > 2 && word.plain.startsWith(plain);
  });
}

function cutAround(
  text: string,
  words: readonly Word[],
  hits: readonly Word[],
  from: Word,
  length: number,
): Snippet {
  const fits = text.length <= length;
  const earliest = fits ? 0 : from.start - leadIn;
  const starter = words.find((word) => word.start >= earliest) ?? from;
  const start = earliest <= 0 ? 0 : starter.start;
  const limit = Math.max(start + length, from.end);
  const ender = words.findLast((word) => word.end <= limit) ?? from;
  const end = text.length <= limit ? text.length : Math.min(ender.end, start + length * 2);
  const before = start > 0 ? '… ' : '';
  const after = end < text.length ? ' …' : '';
  const shift = before.length - start;
  const matches = hits
    .filter((hit) => hit.start >= start && hit.end <= end)
    .map((hit) => ({ start: hit.start + shift, end: hit.end + shift }));
  return { text: `${before}${text.slice(start, end)}${after}`, matches };
}
