import type { Quad } from 'n3';

/** Turns statements into text, in portions. */
export interface QuadWriter {
  /** The text before all statements. */
  begin(): string;
  add(quads: Iterable<Quad>): string;
  /** The text after all statements. */
  end(): string;
}
