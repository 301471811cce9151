import { type Range, SortedWords } from './sorted-words.ts';

/** Numbers filed under keys, in flat arrays: those of a range of keys lie side by side. */
export class Postings {
  readonly keys: SortedWords;
  readonly #starts: Int32Array;
  readonly #values: Int32Array;

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
}
