import { HARD, type Word } from '../fold/word.ts';
import { canBegin, canEnd } from './boundaries.ts';
import { casedText, keepsCase } from './case-rule.ts';
import type { Surroundings } from './longer-names.ts';
import { hardGap, type MentionIndex } from './mention-index.ts';
import type { StepCount } from './token-trie.ts';

/** How many words back a label may begin that ends at a place. */
const wordsBack = 6;
/** The most labels compared at a place, so that a name shared by thousands costs no more. */
const labelsLookedAt = 8;

/** The labels around a place in a text, of any kind. */
export class LabelsAround implements Surroundings {
  readonly ordinaryWords: ReadonlySet<string>;
  readonly publisherWords: ReadonlySet<string>;
  readonly #index: MentionIndex;
  readonly #text: string;
  readonly #words: readonly Word[];
  readonly #numbers: readonly number[];
  readonly #count: StepCount;
  /** For each word, the words where a label that begins there ends. */
  readonly #ends = new Map<number, readonly number[]>();

  constructor(
    index: MentionIndex,
    text: string,
    words: readonly Word[],
    numbers: readonly number[],
    count: StepCount,
  ) {
    this.ordinaryWords = index.ordinaryWords;
    this.publisherWords = index.publisherWords;
    this.#index = index;
    this.#text = text;
    this.#words = words;
    this.#numbers = numbers;
    this.#count = count;
  }

  labelFrom(at: number): number {
    const last = this.#endsFrom(at).at(-1);
    return last === undefined ? 0 : last - at + 1;
  }

  hasLabelTo(at: number): boolean {
    for (let first = at; first >= 0 && at - first < wordsBack; first -= 1) {
      if (this.#endsFrom(first).includes(at)) return true;
    }
    return false;
  }

  #endsFrom(first: number): readonly number[] {
    const known = this.#ends.get(first);
    if (known !== undefined) return known;
    const ends = this.#findEnds(first);
    this.#ends.set(first, ends);
    return ends;
  }

  #findEnds(first: number): readonly number[] {
    const { trie, longest } = this.#index;
    const words = this.#words;
    const ends: number[] = [];
    if (!canBegin(this.#text, words, first)) return ends;
    let node = 0;
    for (let last = first; last < words.length && last - first < longest; last += 1) {
      if (last > first && (words[last]?.gap ?? HARD) >= HARD) {
        node = trie.child(node, hardGap, this.#count);
      }
      if (node >= 0) node = trie.child(node, this.#numbers[last] ?? -1, this.#count);
      if (node < 0) break;
      if (trie.valuesAt(node).length === 0 || !canEnd(this.#text, words, last)) continue;
      if (this.#names(node, casedText(words, first, last))) ends.push(last);
    }
    return ends;
  }

  #names(node: number, written: string): boolean {
    return this.#index.trie
      .valuesAt(node)
      .subarray(0, labelsLookedAt)
      .some((value) => {
        this.#count.steps += 1;
        const label = this.#index.labels[value];
        return label !== undefined && !label.generic && keepsCase(label.rule, label.cased, written);
      });
  }
}
