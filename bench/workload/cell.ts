import type { BenchKeys } from '../data/keys.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** One way to request a page: a document, and its variables for each key. */
export interface Spelling {
  /** Its name, unique within a cell. */
  readonly name: string;
  readonly query: string;
  readonly variables: readonly Variables[];
}

/** A page that is measured: our query, and the peer's queries for the same rows. */
export interface Cell {
  readonly id: string;
  readonly title: string;
  readonly ours: Spelling;
  /** Empty where it is measured on the embedded store only. */
  readonly peer: readonly Spelling[];
  /** The rows of each answer, at all levels; null where keys differ. */
  readonly rows: number | null;
}

/** Makes a cell for the keys of a graph. */
export type CellMaker = (keys: BenchKeys) => Cell;
