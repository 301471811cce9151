import type { BenchKeys } from '../data/keys.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** One way to ask: a document, and its variables for each key. */
export interface Spelling {
  /** Tells the spellings of one cell apart. */
  readonly name: string;
  readonly query: string;
  readonly variables: readonly Variables[];
}

/** A page that is measured: how we are asked for it, and the ways to ask the peer for the same rows. */
export interface Cell {
  readonly id: string;
  readonly title: string;
  readonly ours: Spelling;
  /** Empty: measured on the embedded store only. */
  readonly peer: readonly Spelling[];
  /** Rows that each answer has, at every level together; null: differs by key. */
  readonly rows: number | null;
}

/** Makes a cell for the keys of a graph. */
export type CellMaker = (keys: BenchKeys) => Cell;
