/** Something that was left out, how often, and the first of those where it was. */
export interface LeftOut {
  readonly what: string;
  readonly count: number;
  readonly examples: readonly string[];
}

const mostExamples = 5;
const mostRows = 200;

/** Counts what has no place here, and names it. */
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
