import { finish, type Steps } from '../../base/steps.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { HARD, SENTENCE, type Word } from '../fold/word.ts';
import { readingWords } from '../fold/words.ts';
import { canBegin, canEnd, sizeFollows, webAddressesIn } from './boundaries.ts';
import { casedText } from './case-rule.ts';
import type { Mention } from './label.ts';
import { LabelsAround } from './labels-around.ts';
import { longerNameKinds } from './longer-names.ts';
import { type Meanings, MeaningsOfPlaces, mostMeanings } from './meanings.ts';
import { hardGap, type MentionIndex } from './mention-index.ts';
import type { StepCount } from './token-trie.ts';

interface FindMentionsOptions {
  /** Finds only entities of these kinds. */
  readonly kinds?: readonly EntityKind[];
  /** Counts the work, for tests. */
  readonly count?: StepCount;
}

/** The number of words in a step. */
const stepWords = 512;

interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly meanings: Meanings;
}

/** A candidate that was given its place, with the entities it names. */
interface Placed extends Omit<Candidate, 'meanings'> {
  readonly entityIds: readonly string[];
}

/**
 * The entities that a text names, in text order, without overlap. Where names overlap, the one with
 * the most words wins, then the earlier one. The work is linear in the text: from each word, the
 * search looks ahead by the longest label at most.
 */
export function findMentions(
  index: MentionIndex,
  text: string,
  options: FindMentionsOptions = {},
): Mention[] {
  return finish(findingMentions(index, text, options));
}

/** `findMentions` in steps: a text of 100,000 characters takes tens of milliseconds. */
export function* findingMentions(
  index: MentionIndex,
  text: string,
  options: FindMentionsOptions = {},
): Steps<Mention[]> {
  const words = yield* readingWords(text);
  const count = options.count ?? { steps: 0 };
  const candidates = longestFirst(yield* collect(index, text, words, options.kinds, count));
  const taken = new Uint8Array(words.length);
  const placed: Placed[] = [];
  const place = ({ first, last }: Candidate, entityIds: readonly string[]) => {
    for (let at = first; at <= last; at += 1) {
      count.steps += 1;
      if (taken[at] === 1) return;
    }
    taken.fill(1, first, last + 1);
    if (entityIds.length > 0) placed.push({ first, last, entityIds });
  };

  for (const candidate of candidates) {
    const { named, partOfLonger } = candidate.meanings;
    if (named.length > 0 || partOfLonger) place(candidate, named);
  }
  const supported = supportedMeanings(new Set(placed.map(({ entityIds }) => entityIds[0])));
  for (const candidate of candidates) {
    const entityIds = supported(candidate.meanings);
    if (entityIds.length > 0) place(candidate, entityIds);
  }

  placed.sort((a, b) => a.first - b.first);
  return placed.flatMap((mention) => mentionOf(text, words, mention));
}

/**
 * A function that keeps, of the generic meanings of words, the entities that the text also names by
 * another label.
 */
function supportedMeanings(
  named: ReadonlySet<string | undefined>,
): (meanings: Meanings) => readonly string[] {
  const known = new Map<Meanings, readonly string[]>();
  return (meanings) => {
    if (meanings.generic.length === 0) return meanings.generic;
    let supported = known.get(meanings);
    if (supported === undefined) {
      supported = meanings.generic.filter((id) => named.has(id)).slice(0, mostMeanings);
      known.set(meanings, supported);
    }
    return supported;
  };
}

function* collect(
  index: MentionIndex,
  text: string,
  words: readonly Word[],
  kinds: readonly EntityKind[] | undefined,
  count: StepCount,
): Steps<Candidate[]> {
  const numbers = words.map((word) => index.tokens.get(word.text) ?? -1);
  const addresses = webAddressesIn(text);
  const places = new MeaningsOfPlaces(index, kinds, count);
  const around = new LabelsAround(index, text, words, numbers, count);
  const found: Candidate[] = [];
  let address = 0;
  for (const [first, word] of words.entries()) {
    if (first % stepWords === stepWords - 1) yield;
    count.steps += 1;
    while ((addresses[address]?.[1] ?? Number.POSITIVE_INFINITY) <= word.start) address += 1;
    if (word.start >= (addresses[address]?.[0] ?? Number.POSITIVE_INFINITY)) continue;
    if (!canBegin(text, words, first)) continue;
    let node = 0;
    for (let last = first; last < words.length && last - first < index.longest; last += 1) {
      const isParted = last > first && (words[last]?.gap ?? SENTENCE) >= HARD;
      if (isParted) node = index.trie.child(node, hardGap, count);
      if (node < 0) break;
      node = index.trie.child(node, numbers[last] ?? -1, count);
      if (node < 0) break;
      if (index.trie.valuesAt(node).length === 0 || !canEnd(text, words, last)) continue;
      const meanings = places.at(node, casedText(words, first, last), {
        opens: word.gap === SENTENCE,
        sized: sizeFollows(words, last),
        longer: places.isProper(node) ? longerNameKinds({ text, words, first, last }, around) : 0,
      });
      const { named, generic, partOfLonger } = meanings;
      if (partOfLonger || named.length + generic.length > 0) found.push({ first, last, meanings });
    }
  }
  return found;
}

/**
 * Orders candidates by number of words, most first, then by place. It uses buckets and does not
 * sort.
 */
function longestFirst(candidates: readonly Candidate[]): Candidate[] {
  const buckets: Candidate[][] = [];
  for (const candidate of candidates) {
    const length = candidate.last - candidate.first;
    const bucket = buckets[length] ?? [];
    bucket.push(candidate);
    buckets[length] = bucket;
  }
  return buckets.reverse().flatMap((bucket) => bucket ?? []);
}

function mentionOf(
  text: string,
  words: readonly Word[],
  { first, last, entityIds: [best, ...others] }: Placed,
): Mention[] {
  const start = words[first]?.start ?? 0;
  const end = words[last]?.end ?? 0;
  if (best === undefined) return [];
  return [{ start, end, text: text.slice(start, end), entityIds: [best, ...others] }];
}
