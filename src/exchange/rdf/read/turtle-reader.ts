import { EventEmitter } from 'node:events';
import { Lexer, Parser, type ParserOptions, type Quad, type Token } from 'n3';
import {
  BadRdf,
  deepest,
  Guarded,
  longestStatement,
  type RdfReader,
  reasonIn,
} from './rdf-reader.ts';

type OnToken = (error: Error, token: Token) => void;

/** A lexer that knows the current line, since statements do not have one. */
class LineLexer {
  readonly #lexer: Lexer;
  line = 1;
  /** The number of tokens so far. */
  count = 0;
  /** Whether nodes are nested too deeply. */
  tooDeep = false;
  #depth = 0;

  constructor(lineMode: boolean) {
    this.#lexer = new Lexer({ lineMode });
  }

  tokenize(input: EventEmitter, onToken: OnToken): void {
    this.#lexer.tokenize(input, (error, token) => {
      this.count += 1;
      if (token) this.line = token.line;
      if (token?.type === '[' || token?.type === '(') this.#depth += 1;
      if (token?.type === ']' || token?.type === ')') this.#depth -= 1;
      this.tooDeep ||= this.#depth > deepest;
      if (!this.tooDeep) onToken(error, token);
    });
  }
}

function readerOf(format: 'text/turtle' | 'application/n-triples'): RdfReader {
  return async (parts, onQuad) => {
    const guarded = new Guarded(onQuad, names[format]);
    const lexer = new LineLexer(format === 'application/n-triples');
    const options = { format, lexer } as unknown as ParserOptions;
    const input = new EventEmitter();
    let failed: BadRdf | null = null;
    const fail = (error: unknown) => {
      const context = (error as { context?: { line?: number } }).context;
      const line = context?.line ?? lexer.line;
      const reason = reasonIn(error).replace(/ on line \d+\.$/, '');
      failed ??= new BadRdf('syntax', line, `expected ${names[format]}: ${reason}`);
    };
    let ended = false;
    new Parser(options).parse(input, (error: unknown, quad: Quad | null) => {
      if (error) fail(error);
      else if (quad) guarded.take(quad, lexer.line);
      else ended = true;
    });
    let waiting = 0;
    // The parser ends only if it has received data.
    const give = (name: 'data' | 'end', part?: string) => {
      try {
        input.emit(name, part);
      } catch (error) {
        throw guarded.faultOf(error, lexer.line);
      }
    };
    give('data', ' ');
    for await (const part of parts) {
      const before = lexer.count;
      give('data', part);
      if (failed !== null) throw failed;
      if (lexer.tooDeep) {
        const message = `expected at most ${deepest} nodes within each other`;
        throw new BadRdf('too-deep', lexer.line, message);
      }
      waiting = lexer.count === before ? waiting + part.length : 0;
      if (waiting > longestStatement) {
        const message = `expected the end of a name or text within ${longestStatement} characters`;
        throw new BadRdf('too-long', lexer.line, message);
      }
    }
    give('end');
    if (failed !== null) throw failed;
    if (!ended) throw new BadRdf('syntax', lexer.line, `expected ${names[format]} to its end`);
  };
}

const names = { 'text/turtle': 'Turtle', 'application/n-triples': 'N-Triples' } as const;

export const readTurtle: RdfReader = readerOf('text/turtle');
export const readNTriples: RdfReader = readerOf('application/n-triples');
