import { mapInSteps, type Steps, sortInSteps } from '../../base/steps.ts';
import { entityKinds } from '../../ontology/kinds.ts';
import { HARD, type Word } from '../fold/word.ts';
import { wordsOf } from '../fold/words.ts';
import { type CaseRule, casedText, caseRuleOf } from './case-rule.ts';
import { isGeneric } from './generic.ts';
import { labelRoles, type MentionLabel } from './label.ts';
import { type TokenSequence, TokenTrie } from './token-trie.ts';

/** A label with what decides whether and for whom it counts. */
export interface IndexedLabel extends MentionLabel {
  /** Its words with their capitals: what those of a text are compared with. */
  readonly cased: string;
  readonly rule: CaseRule;
  /** Counts only in a text that names the entity by another label. */
  readonly generic: boolean;
  /** An ordinary word as well, so that a capital at the start of a sentence proves nothing. */
  readonly ordinary: boolean;
}

export interface MentionIndex {
  readonly tokens: ReadonlyMap<string, number>;
  readonly trie: TokenTrie;
  /** Best first. */
  readonly labels: readonly IndexedLabel[];
  /** The most words a label has: how far the search looks ahead. */
  readonly longest: number;
  /** Folded words that running text uses as common words. */
  readonly ordinaryWords: ReadonlySet<string>;
  /** Folded words of the names of organizations, which may stand before the names of their models. */
  readonly publisherWords: ReadonlySet<string>;
}

const labelsPerStep = 512;

/** Labels with more words are left out: nobody writes them in running text. */
export const longestLabel = 24;

/** Stands in a sequence for a comma or the like, which then has to be in the text as well. */
export const hardGap = 0;

const startsWithNumber = /^\p{N}/u;
const hyphenInWord = /(?<=\p{L})\p{Pd}(?=\p{L})/gu;

/** A label with its hyphens left out, as some write it; null where it has none. */
export function closedUp(text: string): string | null {
  const closed = text.replace(hyphenInWord, '');
  return closed === text ? null : closed;
}

/** What is known of words, beyond what the labels of an index tell. */
export interface KnownWords {
  /** Folded words that running text uses as common words (see `ordinaryWordsOf`). */
  readonly ordinaryWords?: ReadonlySet<string>;
  /** Names of terms of one word, folded. */
  readonly commonNames?: ReadonlySet<string>;
  /** Folded words of the names of organizations. */
  readonly publisherWords?: ReadonlySet<string>;
}

/**
 * An index of labels for `findMentions`: of all, or of those that may stand in a text. Labels with
 * hyphens are found without them, too.
 */
export function* buildMentionIndex(
  labels: readonly MentionLabel[],
  known: KnownWords = {},
): Steps<MentionIndex> {
  const { ordinaryWords = new Set() } = known;
  // In the order of preference, so that what a name may mean comes out of the trie in that order.
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

/** Better guesses at what a text means first: by role, kind, degree, then id. */
function compareLabels(a: MentionLabel, b: MentionLabel): number {
  return (
    labelRoles.indexOf(a.role) - labelRoles.indexOf(b.role) ||
    entityKinds.indexOf(a.kind) - entityKinds.indexOf(b.kind) ||
    (b.degree ?? 0) - (a.degree ?? 0) ||
    (a.entityId < b.entityId ? -1 : Number(a.entityId > b.entityId))
  );
}
