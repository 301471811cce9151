/** A kind of thing that was left out, its count, and the first places of it. */
export interface LeftOut {
  readonly what: string;
  readonly count: number;
  readonly examples: readonly string[];
}

const mostExamples = 5;
const mostRows = 200;

/** Counts and names the things that are left out. */
export class Tally {
  readonly #rows = new Map<string, { count: number; readonly examples: string[] }>();

  add(what: string, example: string): void {
    const row = this.#rows.get(what) ?? { count: 0, examples: [] };
    row.count += 1;
    const isNew = row.examples.length < mostExamples && !row.examples.includes(example);
    if (isNew && example !== '') row.examples.push(example);
    this.#rows.set(what, row);
  }

  /** The most frequent first. */
  rows(): readonly LeftOut[] {
    return [...this.#rows]
      .map(([what, row]) => ({ what, ...row }))
      .sort((one, other) => other.count - one.count || (one.what < other.what ? -1 : 1))
      .slice(0, mostRows);
  }
}
