import { RangeMinima } from './range-minima.ts';
import { type Range, SortedWords } from './sorted-words.ts';

/** Numbers filed under keys, in flat arrays: those of a range of keys lie side by side. */
export class Postings {
  readonly keys: SortedWords;
  readonly #starts: Int32Array;
  readonly #values: Int32Array;
  readonly #minima: RangeMinima;

  constructor(entries: readonly (readonly [key: string, value: number])[]) {
    const sorted = [...entries].sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x - y));
    const starts: number[] = [];
    const keys: string[] = [];
    const values: number[] = [];
    for (const [key, value] of sorted) {
      if (keys.at(-1) !== key) {
        keys.push(key);
        starts.push(values.length);
      } else if (values.at(-1) === value) {
        continue;
      }
      values.push(value);
    }
    starts.push(values.length);
    this.keys = new SortedWords(keys);
    this.#starts = Int32Array.from(starts);
    this.#values = Int32Array.from(values);
    this.#minima = new RangeMinima(this.#values);
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
    const patience = test === null ? Number.POSITIVE_INFINITY : limit * 4 + 64;
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
    const passing = this.#values.subarray(low, high).filter((value) => test?.(value) !== false);
    const found: number[] = [];
    for (const value of passing.sort()) {
      if (found.at(-1) !== value) found.push(value);
      if (found.length >= limit) break;
    }
    return found;
  }
}
