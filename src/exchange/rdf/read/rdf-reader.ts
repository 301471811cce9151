import type { Term } from 'n3';

/** A statement from a reader. */
export interface ReadQuad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

/** Receives a statement, and the line where it ends if the reader knows it. */
export type OnQuad = (quad: ReadQuad, line: number | null) => void;

/** A problem with the text, and its line if it is known. */
export class BadRdf extends Error {
  readonly code: string;
  readonly line: number | null;
  constructor(code: string, line: number | null, message: string) {
    super(message);
    this.name = 'BadRdf';
    this.code = code;
    this.line = line;
  }
}

/** Reads a text that comes in portions. Throws BadRdf. */
export type RdfReader = (parts: AsyncIterable<string>, onQuad: OnQuad) => Promise<void>;

/**
 * The longest statement. Readers hold an unfinished statement in memory and read it again with each
 * portion.
 */
export const longestStatement = 2_000_000;

/** The most levels of nesting. No vocabulary has as many. */
export const deepest = 500;

/** Distinguishes errors that a parser throws because of the text from errors of our own code. */
export class Guarded {
  readonly #onQuad: OnQuad;
  readonly #format: string;
  #own: unknown = null;

  constructor(onQuad: OnQuad, format: string) {
    this.#onQuad = onQuad;
    this.#format = format;
  }

  take(quad: ReadQuad, line: number | null): void {
    try {
      this.#onQuad(quad, line);
    } catch (error) {
      this.#own = error;
      throw error;
    }
  }

  /** The error to throw for an error that came through the parser. */
  faultOf(error: unknown, line: number | null): unknown {
    if (error instanceof BadRdf || error === this.#own) return error;
    return new BadRdf('syntax', line, `expected ${this.#format}: this cannot be understood`);
  }
}

/** The first line of a library's error message. */
export function reasonIn(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ''] = text.split('\n');
  return first.length > 300 ? `${first.slice(0, 300)}…` : first;
}
