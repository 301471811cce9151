import { compactKey } from '../fold/fold.ts';
import { wordsOf } from '../fold/words.ts';
import { closedUp } from '../mentions/mention-index.ts';
import type { FoldedLabel } from './search-text.ts';
import { shortWord } from './search-words.ts';
import type { KeyPlace } from './shelves.ts';

/**
 * The greatest length of a key. People seldom type more, and few labels share a longer beginning.
 */
const longestKey = 96;
/** The number of words of a label that have keys. Later words have none. */
const mostWordsWithKeys = 32;
/**
 * Separates a key from the tie that orders equal keys. It sorts before any character of a folded
 * text.
 */
const endMark = '\u0001';
const afterEnd = '\u0002';
/** The first character after a space. */
const afterSpace = '!';
/** Sorts after any character of a key. */
const afterAll = '\u{10ffff}';

/** A half-open range of keys, in the order of code points. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

interface LabelKey {
  readonly place: KeyPlace;
  readonly key: string;
}

/**
 * The keys that a label is found by: the rest of the label from each word on, both folded and as
 * written.
 */
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

/**
 * Whether a text is short enough to compare with whole keys. Labels that share a cut key may differ
 * after the cut.
 */
export function isKey(text: string): boolean {
  return text.length <= longestKey;
}

/** The keys that begin with the text. The text may end within a word. */
export function beginningWith(text: string): KeyRange {
  const from = cut(text);
  return { from, to: `${from}${afterAll}` };
}

/** The keys that begin with these whole words, or equal them. */
export function beginningWithWords(text: string): KeyRange {
  const from = cut(text);
  return { from, to: from.length < text.length ? `${from}${afterAll}` : `${from}${afterSpace}` };
}

/** The keys that have more words after these whole words. */
export function goingOnAfter(text: string): KeyRange {
  return { from: `${cut(text)} `, to: `${cut(text)}${afterSpace}` };
}

/** The keys that equal the text. */
export function equalTo(text: string): KeyRange {
  return { from: `${cut(text)}${endMark}`, to: `${cut(text)}${afterEnd}` };
}

/** The words of a text without spaces, in the form that indexes keep. */
export function compactOf(text: string): string {
  return compactKey(wordsOf(text).map((word) => ({ text: shortWord(word.text) })));
}

/** The lookup key of a label without its hyphens; null where it equals the label's other key. */
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
