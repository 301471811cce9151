import { compareText } from '../../base/compare-text.ts';
import { type Steps, sortInSteps } from '../../base/steps.ts';
import { RangeMinima } from './range-minima.ts';
import { type Range, SortedWords } from './sorted-words.ts';

/** Gathers numbers under keys; they come in ascending order. */
export class PostingsDraft {
  readonly #lists = new Map<string, number[]>();

  file(key: string, value: number): void {
    const list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, [value]);
    else if (list.at(-1) !== value) list.push(value);
  }

  /** The postings of all that was gathered. */
  *building(): Steps<Postings> {
    const keys = yield* sortInSteps([...this.#lists.keys()], compareText);
    yield;
    const starts = new Int32Array(keys.length + 1);
    const values: number[] = [];
    for (const [at, key] of keys.entries()) {
      if (at % keysPerStep === 0) yield;
      starts[at] = values.length;
      for (const value of this.#lists.get(key) ?? []) values.push(value);
    }
    starts[keys.length] = values.length;
    yield;
    return new Postings(SortedWords.ofSorted(keys), starts, Int32Array.from(values));
  }
}

const keysPerStep = 4096;

/** Numbers filed under keys, in flat arrays: those of a range of keys lie side by side. */
export class Postings {
  readonly keys: SortedWords;
  readonly #starts: Int32Array;
  readonly #values: Int32Array;
  readonly #minima: RangeMinima;

  constructor(keys: SortedWords, starts: Int32Array, values: Int32Array) {
    this.keys = keys;
    this.#starts = starts;
    this.#values = values;
    this.#minima = new RangeMinima(values);
  }

  /** What is filed under a key. */
  of(key: string): Int32Array {
    const at = this.keys.indexOf(key);
    return at < 0 ? new Int32Array(0) : this.within({ low: at, high: at + 1 });
  }

  /** What is filed under the keys of a range, key by key. */
  within({ low, high }: Range): Int32Array {
    return this.#values.subarray(this.#starts[low], this.#starts[high]);
  }

  /**
   * The smallest numbers filed under the keys of a range, ascending, that pass the test: at most
   * `limit`. Where most pass, the work depends on the limit and hardly on the range; where few
   * do, the range is read once.
   */
  smallestWithin(
    range: Range,
    limit: number,
    test: ((value: number) => boolean) | null,
  ): readonly number[] {
    const low = this.#starts[range.low] ?? 0;
    const high = this.#starts[range.high] ?? low;
    const patience = test === null ? Number.POSITIVE_INFINITY : limit * 2 + 64;
    const found: number[] = [];
    let looked = 0;
    for (const value of this.#minima.ascending(low, high)) {
      looked += 1;
      if (looked > patience) return this.#filtered(low, high, limit, test);
      if (found.at(-1) === value || test?.(value) === false) continue;
      found.push(value);
      if (found.length >= limit) break;
    }
    return found;
  }

  #filtered(
    low: number,
    high: number,
    limit: number,
    test: ((value: number) => boolean) | null,
  ): readonly number[] {
    const passing: number[] = [];
    for (let at = low; at < high; at += 1) {
      const value = this.#values[at] ?? 0;
      if (test === null || test(value)) passing.push(value);
    }
    const found: number[] = [];
    for (const value of Int32Array.from(passing).sort()) {
      if (found.at(-1) !== value) found.push(value);
      if (found.length >= limit) break;
    }
    return found;
  }
}
