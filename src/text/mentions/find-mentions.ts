import type { EntityKind } from '../../ontology/vocabulary.ts';
import { HARD, SENTENCE, type Word } from '../fold/word.ts';
import { wordsOf } from '../fold/words.ts';
import { canBegin, canEnd, sizeFollows, webAddressesIn } from './boundaries.ts';
import { keepsCase } from './case-rule.ts';
import type { Mention } from './label.ts';
import { hardGap, type IndexedLabel, type MentionIndex } from './mention-index.ts';
import type { StepCount } from './token-trie.ts';

export interface FindMentionsOptions {
  /** Only entities of these kinds; labels of others neither match nor stand in the way. */
  readonly kinds?: readonly EntityKind[];
  /** Counts the work, for tests. */
  readonly count?: StepCount;
}

interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly labels: readonly IndexedLabel[];
}

/**
 * The entities a text names, in the order of the text, without overlap. Of names that overlap the
 * one with most words counts, then the earlier. The work is linear in the text: from each word on,
 * the search looks ahead as far as the longest label.
 */
export function findMentions(
  index: MentionIndex,
  text: string,
  options: FindMentionsOptions = {},
): Mention[] {
  const words = wordsOf(text);
  const candidates = collect(index, text, words, options);
  const taken = new Uint8Array(words.length);
  const placed: Candidate[] = [];
  const count = options.count ?? { steps: 0 };
  const place = (candidate: Candidate) => {
    for (let at = candidate.first; at <= candidate.last; at += 1) {
      count.steps += 1;
      if (taken[at] === 1) return;
    }
    taken.fill(1, candidate.first, candidate.last + 1);
    placed.push(candidate);
  };

  for (const candidate of longestFirst(withLabels(candidates, (label) => !label.generic))) {
    place(candidate);
  }
  const named = new Set(placed.flatMap(({ labels }) => labels.slice(0, 1).map(entityOf)));
  const supported = (label: IndexedLabel) => label.generic && named.has(label.entityId);
  for (const candidate of longestFirst(withLabels(candidates, supported))) place(candidate);

  placed.sort((a, b) => a.first - b.first);
  return placed.flatMap((candidate) => mentionOf(text, words, candidate));
}

function collect(
  index: MentionIndex,
  text: string,
  words: readonly Word[],
  options: FindMentionsOptions,
): Candidate[] {
  const count = options.count ?? { steps: 0 };
  const numbers = words.map((word) => index.tokens.get(word.text) ?? -1);
  const addresses = webAddressesIn(text);
  const found: Candidate[] = [];
  let address = 0;
  for (const [first, word] of words.entries()) {
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
      const values = index.trie.valuesAt(node);
      if (values.length === 0 || !canEnd(text, words, last)) continue;
      const labels = matching(index, text, words, first, last, values, options);
      if (labels.length > 0) found.push({ first, last, labels });
    }
  }
  return found;
}

function matching(
  index: MentionIndex,
  text: string,
  words: readonly Word[],
  first: number,
  last: number,
  values: Int32Array,
  { kinds, count }: FindMentionsOptions,
): IndexedLabel[] {
  const written = text.slice(words[first]?.start, words[last]?.end);
  const opens = words[first]?.gap === SENTENCE;
  const labels: IndexedLabel[] = [];
  for (const value of values) {
    if (count !== undefined) count.steps += 1;
    const label = index.labels[value];
    if (label === undefined || kinds?.includes(label.kind) === false) continue;
    if (label.ordinary && opens) continue;
    if (label.kind === 'MODEL' && sizeFollows(words, last)) continue;
    if (keepsCase(label.rule, label.text, written)) labels.push(label);
  }
  return literalFirst(labels, written);
}

/** Among names of equal role, a proper name written exactly so: "use Transformers". */
function literalFirst(labels: IndexedLabel[], written: string): IndexedLabel[] {
  const [best] = labels;
  if (best === undefined || labels.length === 1) return labels;
  const isLiteral = (label: IndexedLabel) =>
    label.role === best.role && label.rule !== 'ANY' && label.text === written;
  const literal = labels.filter(isLiteral);
  return literal.length === 0
    ? labels
    : [...literal, ...labels.filter((label) => !isLiteral(label))];
}

function withLabels(
  candidates: readonly Candidate[],
  keep: (label: IndexedLabel) => boolean,
): Candidate[] {
  return candidates
    .map((candidate) => ({ ...candidate, labels: candidate.labels.filter(keep) }))
    .filter(({ labels }) => labels.length > 0);
}

/** By number of words, most first, each length in the order of the text: buckets, no sorting. */
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

function entityOf(label: IndexedLabel): string {
  return label.entityId;
}

function mentionOf(text: string, words: readonly Word[], candidate: Candidate): Mention[] {
  const start = words[candidate.first]?.start ?? 0;
  const end = words[candidate.last]?.end ?? 0;
  const [best, ...others] = [...new Set(candidate.labels.map(entityOf))];
  if (best === undefined) return [];
  return [{ start, end, text: text.slice(start, end), entityIds: [best, ...others] }];
}
