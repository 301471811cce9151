import { compactKey } from '../fold/fold.ts';
import { wordsOf } from '../fold/words.ts';
import { closedUp } from '../mentions/mention-index.ts';
import type { FoldedLabel } from './search-text.ts';
import { shortWord } from './search-words.ts';
import type { KeyPlace } from './shelves.ts';

/** Keys are cut here: what is typed seldom is longer, and labels that begin alike are few by then. */
export const longestKey = 96;
/** Later words of a label than so many have no key of their own. */
const mostWordsWithKeys = 32;
/** Stands between a key and what orders equal ones: before any character of a folded text. */
const endMark = '\u0001';
const afterEnd = '\u0002';
/** The first character after a space. */
const afterSpace = '!';
/** After any character that a key may have. */
const afterAll = '\u{10ffff}';

/** A half-open range of keys, in the order of code points. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

export interface LabelKey {
  readonly place: KeyPlace;
  readonly key: string;
}

/** What a label is found by: its beginnings at each word, as folded and as written. */
export function keysOf(label: FoldedLabel, tie: string): LabelKey[] {
  const keys = new Map<string, LabelKey>();
  const file = (place: KeyPlace, text: string) => {
    const key = `${cut(text)}${endMark}${tie}`;
    keys.set(`${place} ${key}`, { place, key });
  };
  for (const text of new Set([label.folded, label.plain])) {
    file('FIRST', text);
    for (const start of laterWords(text)) file('LATER', text.slice(start));
  }
  if (label.compact !== label.folded) file('RUN', label.compact);
  return [...keys.values()];
}

/** Whether a text is short enough for its keys to be whole: what begins as a cut one may go on otherwise. */
export function isKey(text: string): boolean {
  return text.length <= longestKey;
}

/** The keys that begin so, also within a word. */
export function beginningWith(text: string): KeyRange {
  const from = cut(text);
  return { from, to: `${from}${afterAll}` };
}

/** The keys that begin with these whole words, or are these words. */
export function beginningWithWords(text: string): KeyRange {
  const from = cut(text);
  return { from, to: from.length < text.length ? `${from}${afterAll}` : `${from}${afterSpace}` };
}

/** The keys that go on after these whole words. */
export function goingOnAfter(text: string): KeyRange {
  return { from: `${cut(text)} `, to: `${cut(text)}${afterSpace}` };
}

/** The keys that are the text. */
export function equalTo(text: string): KeyRange {
  return { from: `${cut(text)}${endMark}`, to: `${cut(text)}${afterEnd}` };
}

/** The words of any text run together as indexes have them. */
export function compactOf(text: string): string {
  return compactKey(wordsOf(text).map((word) => ({ text: shortWord(word.text) })));
}

/** What a label closed up is looked up by; null where that is what it is looked up by anyway. */
export function closedKeyOf(label: FoldedLabel): string | null {
  const closed = closedUp(label.text);
  const key = closed === null ? '' : compactOf(closed);
  return key === '' || key === label.compact ? null : key;
}

function cut(text: string): string {
  return text.length > longestKey
    ? text.slice(0, longestKey).replace(/[\ud800-\udbff]$/, '')
    : text;
}

function laterWords(text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) starts.push(at + 1);
  return starts.slice(0, mostWordsWithKeys - 1);
}
