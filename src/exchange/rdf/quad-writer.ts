import type { Quad } from 'n3';

/** Turns statements into text, a portion at a time. */
export interface QuadWriter {
  /** What stands before all statements. */
  begin(): string;
  add(quads: Iterable<Quad>): string;
  /** What stands after all statements. */
  end(): string;
}
