import { mapInSteps, type Steps, sortInSteps } from '../../base/steps.ts';
import { entityKinds } from '../../ontology/kinds.ts';
import { HARD, type Word } from '../fold/word.ts';
import { wordsOf } from '../fold/words.ts';
import { type CaseRule, casedText, caseRuleOf } from './case-rule.ts';
import { isGeneric } from './generic.ts';
import { labelRoles, type MentionLabel } from './label.ts';
import { type TokenSequence, TokenTrie } from './token-trie.ts';

/** A label with the rules that decide whether it counts at a place. */
export interface IndexedLabel extends MentionLabel {
  /** The words of the label with their capitals, to compare with those of a text. */
  readonly cased: string;
  readonly rule: CaseRule;
  /** Whether the label counts only in a text that names the entity by another label. */
  readonly generic: boolean;
  /**
   * Whether the label is also an ordinary word, so that a capital at the start of a sentence proves
   * nothing.
   */
  readonly ordinary: boolean;
}

export interface MentionIndex {
  readonly tokens: ReadonlyMap<string, number>;
  readonly trie: TokenTrie;
  /** Best first. */
  readonly labels: readonly IndexedLabel[];
  /** The number of words in the longest label. The search looks ahead this far. */
  readonly longest: number;
  /** Folded words that running text uses as common words. */
  readonly ordinaryWords: ReadonlySet<string>;
  /** Folded words of the names of organizations, which may stand before the names of their models. */
  readonly publisherWords: ReadonlySet<string>;
}

const labelsPerStep = 512;

/** The most words of a label in the index. Running text has no longer names. */
export const longestLabel = 24;

/**
 * The token for a comma or another hard gap of a label. The text must have a hard gap there too.
 */
export const hardGap = 0;

const startsWithNumber = /^\p{N}/u;
const hyphenInWord = /(?<=\p{L})\p{Pd}(?=\p{L})/gu;

/** A label without its hyphens, as some people write it; null where it has none. */
export function closedUp(text: string): string | null {
  const closed = text.replace(hyphenInWord, '');
  return closed === text ? null : closed;
}

/** What is known about words in addition to the labels of an index. */
interface KnownWords {
  /** Folded words that running text uses as common words (see `ordinaryWordsOf`). */
  readonly ordinaryWords?: ReadonlySet<string>;
  /** Folded names of terms that have one word. */
  readonly commonNames?: ReadonlySet<string>;
  /** Folded words of the names of organizations. */
  readonly publisherWords?: ReadonlySet<string>;
}

/**
 * Builds an index for `findMentions` from all labels, or from those that may stand in a text.
 * Labels with hyphens are also found without them.
 */
export function* buildMentionIndex(
  labels: readonly MentionLabel[],
  known: KnownWords = {},
): Steps<MentionIndex> {
  const { ordinaryWords = new Set() } = known;
  // Labels at a node of the trie stay in this order, best first.
  const ordered = yield* sortInSteps(labels, compareLabels);
  const read = yield* mapInSteps(ordered, labelsPerStep, (label) => {
    return { label, words: wordsOf(label.text) };
  });
  const names = new Map<string, readonly Word[]>();
  const commonNames = new Set(known.commonNames);
  const publisherWords = new Set(known.publisherWords);
  for (const [at, { label, words }] of read.entries()) {
    if (at % labelsPerStep === 0) yield;
    if (label.kind === 'ORGANIZATION') {
      for (const { text } of words) if (!startsWithNumber.test(text)) publisherWords.add(text);
    }
    if (label.role !== 'NAME') continue;
    names.set(label.entityId, words);
    if (label.kind === 'TERM' && words.length === 1) commonNames.add(words[0]?.text ?? '');
  }
  const isOrdinary = (words: readonly Word[]) => {
    const only = words.length === 1 ? (words[0]?.text ?? '') : '';
    return ordinaryWords.has(only) || commonNames.has(only);
  };

  const nameOf = ({ entityId, entityName = '' }: MentionLabel) =>
    names.get(entityId) ?? wordsOf(entityName);

  const tokens = new Map<string, number>([[',', hardGap]]);
  const sequences: TokenSequence[] = [];
  const indexed: IndexedLabel[] = [];
  let longest = 0;
  const number = (word: Word) => {
    const known = tokens.get(word.text) ?? tokens.size;
    tokens.set(word.text, known);
    return known;
  };
  for (const [at, { label, words }] of read.entries()) {
    if (at % labelsPerStep === 0) yield;
    if (words.length === 0 || words.length > longestLabel) continue;
    const rule = caseRuleOf(label.text, label.kind, label.role);
    const value = indexed.length;
    indexed.push({
      ...label,
      cased: casedText(words),
      rule,
      generic: isGeneric(label.text, label.role, words, nameOf(label)),
      ordinary: rule === 'INITIAL' && isOrdinary(words),
    });
    sequences.push({ tokens: sequenceOf(words, number), value });
    longest = Math.max(longest, words.length);
    const closed = closedUp(label.text);
    if (closed !== null) sequences.push({ tokens: sequenceOf(wordsOf(closed), number), value });
  }
  const trie = yield* TokenTrie.building(sequences);
  return { tokens, trie, labels: indexed, longest, ordinaryWords, publisherWords };
}

function sequenceOf(words: readonly Word[], number: (word: Word) => number): number[] {
  return words.flatMap((word, at) =>
    at > 0 && word.gap >= HARD ? [hardGap, number(word)] : [number(word)],
  );
}

/** Orders labels, the likeliest meaning first: by role, kind, degree, then id. */
function compareLabels(a: MentionLabel, b: MentionLabel): number {
  return (
    labelRoles.indexOf(a.role) - labelRoles.indexOf(b.role) ||
    entityKinds.indexOf(a.kind) - entityKinds.indexOf(b.kind) ||
    (b.degree ?? 0) - (a.degree ?? 0) ||
    (a.entityId < b.entityId ? -1 : Number(a.entityId > b.entityId))
  );
}
