/** A half-open range of places in a sorted list. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Sorted strings (by UTF-16 units), each once, searched as if they were a trie. */
export class SortedWords {
  readonly words: readonly string[];

  private constructor(words: readonly string[]) {
    this.words = words;
  }

  static of(words: Iterable<string>): SortedWords {
    return new SortedWords([...new Set(words)].sort());
  }

  /** Of words that are sorted and have no repeats. */
  static ofSorted(words: readonly string[]): SortedWords {
    return new SortedWords(words);
  }

  /** The place of a word, or -1. */
  indexOf(word: string): number {
    const at = this.#lowerBound(word, 0, this.words.length);
    return this.words[at] === word ? at : -1;
  }

  /** The words that begin so. */
  prefixed(prefix: string): Range {
    return this.#within(prefix, 0, this.words.length);
  }

  /**
   * The words one mistake away from `word` (a letter inserted, left out, replaced or swapped with
   * its neighbor), in order; with `asPrefix` the ranges of words that begin with something one
   * mistake away. Numbers are never taken for mistakes. Walks along the word once and looks at
   * the letters that exist at each place, so the work does not grow with the list.
   */
  near(word: string, asPrefix = false): Range[] {
    const found = new Map<number, Range>();
    const add = (candidate: string, range: Range) => {
      if (range.low >= range.high || digitsOf(candidate) !== digitsOf(word)) return;
      if (candidate === word) return;
      const known = found.get(range.low);
      if (known === undefined || known.high < range.high) found.set(range.low, range);
    };
    const look = (candidate: string, within: Range) => {
      if (asPrefix) {
        add(candidate, this.#within(candidate, within.low, within.high));
      } else {
        const at = this.#lowerBound(candidate, within.low, within.high);
        if (this.words[at] === candidate) add(candidate, { low: at, high: at + 1 });
      }
    };
    let within: Range = { low: 0, high: this.words.length };
    for (let at = 0; at <= word.length && within.low < within.high; at += 1) {
      const head = word.slice(0, at);
      const rest = word.slice(at);
      if (at < word.length) look(head + rest.slice(1), within);
      if (rest.length > 1) look(`${head}${rest[1]}${rest[0]}${rest.slice(2)}`, within);
      for (const letter of this.#nextLetters(head, within)) {
        look(head + letter + rest, within);
        if (at < word.length) look(head + letter + rest.slice(1), within);
      }
      within = this.#within(word.slice(0, at + 1), within.low, within.high);
    }
    return [...found.values()].sort((a, b) => a.low - b.low || a.high - b.high);
  }

  /** The letters that follow the prefix in some word of the range. */
  #nextLetters(prefix: string, { low, high }: Range): string[] {
    const letters: string[] = [];
    let at = low;
    if (this.words[at]?.length === prefix.length) at += 1;
    while (at < high) {
      const letter = this.words[at]?.[prefix.length] ?? '';
      letters.push(letter);
      at = this.#upperBound(prefix + letter, at, high);
    }
    return letters;
  }

  #within(prefix: string, low: number, high: number): Range {
    const start = this.#lowerBound(prefix, low, high);
    return { low: start, high: this.#upperBound(prefix, start, high) };
  }

  #lowerBound(word: string, from: number, to: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first place after `from` whose word does not begin with the prefix. */
  #upperBound(prefix: string, from: number, to: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] ?? '').slice(0, prefix.length) <= prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The numbers in a text: two texts whose numbers differ are never spellings of one another. */
export function digitsOf(text: string): string {
  return text.replace(/\P{N}+/gu, ' ').trim();
}
