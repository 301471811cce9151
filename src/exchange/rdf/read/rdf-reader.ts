import type { Term } from 'n3';

/** A statement as a reader gives it. */
export interface ReadQuad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

/** What a reader tells: a statement, and the line that it ends in where it is known. */
export type OnQuad = (quad: ReadQuad, line: number | null) => void;

/** What is wrong with the text, and in which line where it is known. */
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

/** Reads a text that comes in parts. Throws BadRdf. */
export type RdfReader = (parts: AsyncIterable<string>, onQuad: OnQuad) => Promise<void>;

/** No statement is so long. Readers keep what they have of it, and look at it again with every part. */
export const longestStatement = 2_000_000;

/** More levels of nesting than any vocabulary has. */
export const deepest = 500;

/** Tells apart what a parser throws over a text that it did not foresee from faults of ours. */
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

  /** The error to throw for one that came out of a parser. */
  faultOf(error: unknown, line: number | null): unknown {
    if (error instanceof BadRdf || error === this.#own) return error;
    return new BadRdf('syntax', line, `expected ${this.#format}: this cannot be understood`);
  }
}

/** A message of a library without what is ours to say, in one line. */
export function reasonIn(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ''] = text.split('\n');
  return first.length > 300 ? `${first.slice(0, 300)}…` : first;
}
