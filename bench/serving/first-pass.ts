import { requestBytes } from '../client/connection.ts';
import { answersTo, type Exchange } from '../client/load.ts';
import type { Cell, Spelling } from '../workload/cell.ts';
import { normalizedAnswer, rowCount } from '../workload/normalize.ts';
import type { Entrant } from './entrant.ts';

/** The requests of one entrant for one cell with one query, and the checked answers. */
export interface Checked {
  readonly cell: string;
  readonly spelling: Spelling;
  readonly exchanges: readonly Exchange[];
}

/** The findings before any measurement. */
export interface Findings {
  /** The number of answers that were compared. */
  answers: number;
  /** Notes for the report. */
  readonly notes: string[];
}

/**
 * Asks entrants for every key of a cell, and compares every body with that of the first entrant.
 */
export class FirstPass {
  readonly #cell: Cell;
  readonly #findings: Findings;
  #rows: readonly string[] | null = null;

  constructor(cell: Cell, findings: Findings) {
    this.#cell = cell;
    this.#findings = findings;
  }

  /** Throws if an answer of the entrant has different rows. */
  async check(entrant: Entrant, spelling: Spelling): Promise<Checked> {
    const { url } = entrant.server;
    const requests = spelling.variables.map((variables) =>
      requestBytes(url, spelling.query, variables),
    );
    const bodies = await answersTo(url, requests);
    const rows = bodies.map((body) => normalizedAnswer(body.toString()));
    this.#rows ??= this.#expectedRows(rows);
    rows.forEach((found, key) => {
      this.#compare(found, this.#rows?.[key] ?? '', `${entrant.title}, ${spelling.name}`, key);
    });
    const exchanges = requests.map((request, key) => ({
      request,
      expected: bodies[key] as Buffer,
    }));
    return { cell: this.#cell.id, spelling, exchanges };
  }

  /** All others are compared with the first answers, so these must be complete. */
  #expectedRows(rows: readonly string[]): readonly string[] {
    const { rows: wanted, id } = this.#cell;
    for (const body of rows) {
      const found = rowCount(body);
      if (wanted !== null && found !== wanted) {
        throw new Error(`${id}: an answer has ${found} rows where ${wanted} were meant: ${body}`);
      }
    }
    return rows;
  }

  #compare(found: string, expected: string, who: string, key: number): void {
    this.#findings.answers += 1;
    if (found === expected) return;
    let at = 0;
    while (found[at] === expected[at]) at += 1;
    const excerpt = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
    throw new Error(
      `${this.#cell.id}, key ${key}: ${who} has other rows:\n${excerpt(found)}\ninstead of\n${excerpt(expected)}`,
    );
  }
}
