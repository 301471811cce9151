import { once } from 'node:events';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import {
  BadRdf,
  deepest,
  Guarded,
  longestStatement,
  type OnQuad,
  type RdfReader,
  type ReadQuad,
  reasonIn,
} from './rdf-reader.ts';

/** The longest entity. Entities abbreviate namespaces, and no namespace is longer. */
const longestEntity = 1000;
const mostEntities = 500;

/** The problem with the entities of a document type; null for none. */
function entityProblem(doctype: string): string | null {
  const begun = doctype.match(/<!ENTITY/g)?.length ?? 0;
  if (begun > mostEntities) return `expected at most ${mostEntities} entities, found ${begun}`;
  const read = [...doctype.matchAll(/<!ENTITY\s+([^\s"'<>%&]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)];
  for (const [, name = '', double, single] of read) {
    const value = double ?? single ?? '';
    if (/[&%<]/.test(value)) {
      return `expected an entity that is plain text; ${JSON.stringify(name.slice(0, 80))} is made of others, or of elements`;
    }
    if (value.length > longestEntity) {
      return `expected entities of at most ${longestEntity} characters; ${JSON.stringify(name.slice(0, 80))} is longer`;
    }
  }
  return read.length < begun
    ? 'expected entities with a name and a text; those of other files and of parameters are not read'
    : null;
}

/** Refuses entities that make a small file large, or that read other files. */
class GuardedParser extends RdfXmlParser {
  refused: string | null = null;

  protected override onDoctype(doctype: string): void {
    this.refused = entityProblem(doctype);
    if (this.refused === null) super.onDoctype(doctype);
  }

  /** The number of open elements. */
  get depth(): number {
    return (this as unknown as { activeTagStack: readonly unknown[] }).activeTagStack.length;
  }
}

/** Reads RDF/XML line by line, since the parser does not report the places of statements. */
export const readRdfXml: RdfReader = async (parts, onQuad) => {
  const parser = new GuardedParser({ trackPosition: true, validateUri: false });
  const guarded = new Guarded(onQuad, 'RDF/XML');
  const take: OnQuad = (quad, at) => guarded.take(quad, at);
  let failed: unknown = null;
  parser.on('error', (error: unknown) => {
    failed ??= error;
  });
  let line = 1;
  let waiting = 0;
  const look = () => {
    if (parser.refused !== null) throw new BadRdf('entity', line, parser.refused);
    if (failed !== null) throw syntaxError(failed, line);
    if (parser.depth > deepest) {
      throw new BadRdf('too-deep', line, `expected at most ${deepest} elements within each other`);
    }
    waiting = drain(parser, take, line) ? 0 : waiting;
    if (waiting > longestStatement) {
      const message = `expected a statement within ${longestStatement} characters`;
      throw new BadRdf('too-long', line, message);
    }
  };
  for await (const part of parts) {
    for (const piece of pieces(part)) {
      waiting += piece.length;
      try {
        parser.write(piece);
      } catch (error) {
        throw guarded.faultOf(error, line);
      }
      look();
      if (piece.endsWith('\n')) line += 1;
    }
    // The parser gives some statements in a later microtask.
    await Promise.resolve();
    look();
  }
  parser.end();
  if (failed === null && !parser.readableEnded) {
    parser.on('data', (quad: ReadQuad) => take(quad, line));
    await Promise.race([once(parser, 'end'), once(parser, 'error')]).catch(() => {});
  }
  look();
  if (parser.depth > 0) throw new BadRdf('syntax', line, 'expected RDF/XML: an element has no end');
};

/** Passes on all waiting statements. Returns whether there were any. */
function drain(parser: RdfXmlParser, onQuad: OnQuad, line: number): boolean {
  let any = false;
  for (let quad = parser.read(); quad !== null; quad = parser.read()) {
    onQuad(quad as ReadQuad, line);
    any = true;
  }
  return any;
}

const longestPiece = 65_536;

/** The lines of a text with their line breaks. Long lines are split. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = Math.min(end < 0 ? text.length : end + 1, at + longestPiece);
    yield text.slice(at, next);
    at = next;
  }
}

function syntaxError(error: unknown, line: number): BadRdf {
  const reason = reasonIn(error).replace(/^\d+:\d+:?\s*/, '');
  return new BadRdf('syntax', line, `expected RDF/XML: ${reason}`);
}
