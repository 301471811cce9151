import { type Steps, sortInSteps } from '../../base/steps.ts';

const sequencesPerStep = 8192;

/** A sequence of token numbers, with its value. */
export interface TokenSequence {
  readonly tokens: readonly number[];
  readonly value: number;
}

/** Counts elementary steps, so that tests can show how work grows without a clock. */
export interface StepCount {
  steps: number;
}

/**
 * A trie over token numbers in flat arrays: about 20 bytes a node, however many labels.
 * Node 0 is the root; the children of a node lie side by side, in the order of their tokens.
 */
export class TokenTrie {
  readonly #tokens: Int32Array;
  readonly #firstChild: Int32Array;
  readonly #firstValue: Int32Array;
  readonly #values: Int32Array;

  private constructor(
    tokens: readonly number[],
    firstChild: readonly number[],
    firstValue: readonly number[],
    values: readonly number[],
  ) {
    this.#tokens = Int32Array.from(tokens);
    this.#firstChild = Int32Array.from(firstChild);
    this.#firstValue = Int32Array.from(firstValue);
    this.#values = Int32Array.from(values);
  }

  /** Builds the trie of the sequences. */
  static *building(sequences: readonly TokenSequence[]): Steps<TokenTrie> {
    const sorted = yield* sortInSteps(sequences, compareSequences);
    const tokens = [-1];
    const firstChild: number[] = [];
    const firstValue: number[] = [];
    const values: number[] = [];
    const ranges = [{ low: 0, high: sorted.length, depth: 0 }];
    let looked = 0;
    for (let node = 0; node < ranges.length; node += 1) {
      const range = ranges[node];
      if (range === undefined) break;
      let { low } = range;
      const { high, depth } = range;
      firstValue.push(values.length);
      for (; low < high && sorted[low]?.tokens.length === depth; low += 1) {
        values.push(sorted[low]?.value ?? 0);
      }
      firstChild.push(ranges.length);
      while (low < high) {
        const token = sorted[low]?.tokens[depth] ?? -1;
        let end = low + 1;
        while (end < high && sorted[end]?.tokens[depth] === token) end += 1;
        tokens.push(token);
        ranges.push({ low, high: end, depth: depth + 1 });
        looked += end - low;
        if (looked >= sequencesPerStep) {
          looked = 0;
          yield;
        }
        low = end;
      }
    }
    firstChild.push(ranges.length);
    firstValue.push(values.length);
    return new TokenTrie(tokens, firstChild, firstValue, values);
  }

  /** The child of a node for a token, or -1. It is found by binary search. */
  child(node: number, token: number, count: StepCount): number {
    let low = this.#firstChild[node] ?? 0;
    let high = this.#firstChild[node + 1] ?? low;
    const end = high;
    while (low < high) {
      count.steps += 1;
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle] ?? -1) < token) low = middle + 1;
      else high = middle;
    }
    return low < end && this.#tokens[low] === token ? low : -1;
  }

  /** The values of the sequences that end at the node: none, one or several. */
  valuesAt(node: number): Int32Array {
    return this.#values.subarray(this.#firstValue[node], this.#firstValue[node + 1]);
  }

  get bytes(): number {
    const arrays = [this.#tokens, this.#firstChild, this.#firstValue, this.#values];
    return arrays.reduce((sum, array) => sum + array.byteLength, 0);
  }
}

function compareSequences(a: TokenSequence, b: TokenSequence): number {
  const shared = Math.min(a.tokens.length, b.tokens.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (a.tokens[at] ?? 0) - (b.tokens[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.tokens.length - b.tokens.length || a.value - b.value;
}
