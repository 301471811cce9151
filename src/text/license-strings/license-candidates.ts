import { addTo } from '../../base/group-by.ts';
import { editDistance, letterSet, mayBeWithin } from './edit-distance.ts';
import { type LicenseIndex, type LicenseName, wordWeight } from './license-index.ts';
import { isPlainWord, titleOf } from './look-up.ts';
import { mentionsIn } from './mentions.ts';
import { joinedWords, numbersOf, type Tokens } from './tokens.ts';
import type { LicenseCandidate, LicenseTarget } from './types.ts';

const candidateLimit = 10;

/** The candidates for a text, and the words that they do not cover. */
export interface Guess {
  readonly candidates: readonly LicenseCandidate[];
  readonly leftOver: readonly string[];
  readonly denied: readonly string[];
}

/** Every license that an ambiguous text may mean, best first. */
export function guess(index: LicenseIndex, tokens: Tokens): Guess {
  const mentions = mentionsIn(index, tokens);
  const overlaps =
    mentions.found.length > 0 && tokens.bare.length > 12 ? [] : overlapping(index, tokens);
  const candidates = rank([...mentions.found, ...overlaps, ...misspelled(index, tokens)]);
  return {
    candidates: candidates.filter(({ target }) => !mentions.denied.has(target)),
    leftOver: mentions.leftOver,
    denied: [...mentions.denied].map(titleOf),
  };
}

/**
 * One candidate for each license, best first. Where two fit alike, a license of the graph comes
 * first.
 */
export function rank(candidates: readonly LicenseCandidate[]): readonly LicenseCandidate[] {
  const best = new Map<LicenseTarget, LicenseCandidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.target);
    if (known === undefined || candidate.confidence > known.confidence) {
      best.set(candidate.target, candidate);
    }
  }
  return [...best.values()]
    .map((one) => ({ ...one, confidence: Math.round(Math.min(one.confidence, 0.95) * 100) / 100 }))
    .sort(byRank)
    .slice(0, candidateLimit);
}

function sortName(target: LicenseTarget): string {
  return target.license?.slug ?? target.spdx?.id.toLowerCase() ?? '';
}

/**
 * Orders candidates by confidence, licenses of the graph first, then newer versions first:
 * "llama-4" before "llama-3.3".
 */
function byRank(left: LicenseCandidate, right: LicenseCandidate): number {
  const [a, b] = [sortName(left.target), sortName(right.target)];
  return (
    right.confidence - left.confidence ||
    Number(left.target.license === null) - Number(right.target.license === null) ||
    (a < b ? 1 : a > b ? -1 : 0)
  );
}

const wordsWeighed = 24;
const leastShare = 0.4;
const isWord = /^\p{L}{2}/u;

function weight(index: LicenseIndex, word: string): number {
  return wordWeight(index.wordCounts.get(word), index.spdxIds.size);
}

/** Whether a word points to few licenses. */
function tells(index: LicenseIndex, word: string): boolean {
  return isWord.test(word) && (index.wordCounts.get(word) ?? 0) <= 20;
}

/** The licenses that share rare words with a text, weighted by those words. */
function overlapping(index: LicenseIndex, tokens: Tokens): LicenseCandidate[] {
  const words = [...new Set(tokens.bare)].slice(0, wordsWeighed);
  const given = words.reduce((sum, word) => sum + weight(index, word), 0);
  const inCommon = new Map<LicenseName, string[]>();
  for (const word of words) {
    if ((index.wordCounts.get(word) ?? 0) > 120) continue;
    for (const name of index.namesByWord.get(word) ?? []) addTo(inCommon, name, word);
  }
  const found: LicenseCandidate[] = [];
  for (const [name, common] of inCommon) {
    const shared = common.reduce((sum, word) => sum + weight(index, word), 0);
    const share = (2 * shared) / (given + (index.nameWeights.get(name) ?? 0));
    const whole = common.length === words.length && common.some((word) => tells(index, word));
    if (share < leastShare && !whole) continue;
    if (isPlainWord(name) || !common.some((word) => isWord.test(word))) continue;
    found.push({
      target: name.target,
      confidence: 0.2 + 0.55 * Math.max(share, whole ? 0.5 : 0),
      reason: `Shares ${common.map((word) => `“${word}”`).join(', ')} with “${name.text}”, which is ${name.what} of ${titleOf(name.target)}.`,
    });
  }
  return found;
}

const longestSpelled = 80;

function allowedEdits(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3;
}

/** The licenses with a name that is a few letters away from the text. */
function misspelled(index: LicenseIndex, tokens: Tokens): LicenseCandidate[] {
  const given = joinedWords(tokens.bare);
  const limit = allowedEdits(given.length);
  if (limit === 0 || given.length > longestSpelled) return [];
  const found: LicenseCandidate[] = [];
  const numbers = numbersOf(tokens.bare);
  const letters = letterSet(given);
  for (let length = given.length - limit; length <= given.length + limit; length += 1) {
    for (const name of index.namesByLength.get(length) ?? []) {
      const most = Math.min(limit, allowedEdits(length));
      if (!mayBeWithin(letters, name.letters, most)) continue;
      const distance = editDistance(given, name.joined, most);
      if (distance === null || isPlainWord(name)) continue;
      const sameNumbers = numbers === numbersOf(name.tokens.bare);
      const closeness = 0.9 - (0.9 * distance) / length;
      found.push({
        target: name.target,
        confidence: sameNumbers ? closeness : closeness * 0.6,
        reason: spellingReason(name, distance, sameNumbers),
      });
    }
  }
  return found;
}

function spellingReason(name: LicenseName, distance: number, sameNumbers: boolean): string {
  if (distance === 0)
    return `Written like “${name.text}”, ${name.what} of ${titleOf(name.target)}, apart from words such as “license”.`;
  const letters = distance === 1 ? 'one letter' : `${distance} letters`;
  const away = `Spelled ${letters} away from “${name.text}”, ${name.what} of ${titleOf(name.target)}`;
  return sameNumbers ? `${away}.` : `${away}, but the version differs.`;
}
