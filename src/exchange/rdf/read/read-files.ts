import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { DataFactory, type Term } from 'n3';
import { namespaces } from '../../../vocab/rdf/names.ts';
import { NodeIndex } from '../../../vocab/rdf/node-index.ts';
import { readJsonLd } from './json-ld-reader.ts';
import { UnreadableRdf } from './rdf-problem.ts';
import { BadRdf, type RdfReader, type ReadQuad } from './rdf-reader.ts';
import { readRdfXml } from './rdf-xml-reader.ts';
import { readNTriples, readTurtle } from './turtle-reader.ts';

/** The reader for each file extension. */
const readers: Readonly<Record<string, RdfReader>> = {
  '.ttl': readTurtle,
  '.nt': readNTriples,
  '.rdf': readRdfXml,
  '.xml': readRdfXml,
  '.owl': readRdfXml,
  '.jsonld': readJsonLd,
  '.json': readJsonLd,
};

/** The limits of a file. No vocabulary exceeds them. */
const mostStatements = 6_000_000;
const longestText = 200_000;
const longestIri = 2000;

/** The content of all files. */
export interface RdfReading {
  readonly files: readonly string[];
  readonly graph: NodeIndex;
  /** The number of statements. */
  readonly statements: number;
  /** The number of statements with each unknown predicate. */
  readonly unknown: ReadonlyMap<string, number>;
}

export const skosXl = 'http://www.w3.org/2008/05/skos-xl#';
const spokenOf = [
  ...[namespaces.skos, namespaces.rdf, namespaces.rdfs, namespaces.owl, namespaces.dc],
  ...[namespaces.dcterms, namespaces.schema, namespaces.foaf, namespaces.prov, namespaces.spdx],
  skosXl,
];

/** Whether an import may know a predicate. */
function isSpokenOf(predicate: string): boolean {
  return spokenOf.some((start) => predicate.startsWith(start)) || predicate.includes('/vocab#');
}

/**
 * Reads RDF files. The file extension decides the format. Blank nodes of different files stay
 * separate. Throws UnreadableRdf.
 */
export async function readRdfFiles(files: readonly string[]): Promise<RdfReading> {
  const graph = new NodeIndex();
  const unknown = new Map<string, number>();
  let statements = 0;
  for (const [number, file] of files.entries()) {
    const reader = readerFor(file);
    const take = (quad: ReadQuad, line: number | null) => {
      statements += 1;
      const problem = quadProblem(quad) ?? tooMany(statements);
      if (problem !== null) throw new BadRdf(problem.code, line, problem.message);
      const { predicate } = quad;
      if (!isSpokenOf(predicate.value)) {
        // Beyond 1,000 predicates, all others are counted together.
        const name = unknown.size < 1000 || unknown.has(predicate.value) ? predicate.value : '…';
        unknown.set(name, (unknown.get(name) ?? 0) + 1);
        return;
      }
      const apart = (term: Term) => ownBlank(term, number);
      const own = { subject: apart(quad.subject), predicate, object: apart(quad.object) };
      graph.add(own as never, { file, line });
    };
    try {
      await reader(textOf(file), take);
    } catch (error) {
      throw unreadable(error, file);
    }
  }
  return { files, graph, statements, unknown };
}

function readerFor(file: string): RdfReader {
  const reader = readers[extname(file).toLowerCase()];
  if (reader !== undefined) return reader;
  const expected = Object.keys(readers).join(', ');
  const message = `expected a file whose name ends in one of ${expected}`;
  throw new UnreadableRdf({ file, line: null, code: 'unknown-format', message });
}

/** The text of a file in portions. Throws BadRdf if it is not UTF-8. */
async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const decoded = (bytes?: Buffer) => {
    try {
      const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1;
      return text;
    } catch {
      throw new BadRdf('not-utf-8', line, 'expected text in UTF-8');
    }
  };
  for await (const bytes of createReadStream(file)) yield decoded(bytes as Buffer);
  const rest = decoded();
  if (rest !== '') yield rest;
}

function ownBlank(term: Term, file: number): Term {
  return term.termType === 'BlankNode' ? DataFactory.blankNode(`f${file}.${term.value}`) : term;
}

interface Fault {
  readonly code: string;
  readonly message: string;
}

function tooMany(statements: number): Fault | null {
  if (statements <= mostStatements) return null;
  return { code: 'too-many', message: `expected at most ${mostStatements} statements` };
}

/** The problem with a statement of any vocabulary; null for none. */
function quadProblem({ subject, predicate, object, graph }: ReadQuad): Fault | null {
  if (graph.termType !== 'DefaultGraph') {
    return { code: 'named-graph', message: 'expected statements outside of named graphs' };
  }
  for (const term of [subject, predicate, object]) {
    if (term.termType !== 'NamedNode' && term.termType !== 'BlankNode' && term !== object) {
      return { code: 'syntax', message: 'expected an IRI or a blank node' };
    }
    if (term.termType !== 'NamedNode') continue;
    const problem = iriProblem(term.value);
    if (problem !== null) return problem;
  }
  if (object.termType === 'Literal' && object.value.length > longestText) {
    const message = `expected texts of at most ${longestText} characters, found ${object.value.length}`;
    return { code: 'too-long', message };
  }
  return null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the grammar of IRIs names them.
const iriPattern = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/;

function iriProblem(iri: string): Fault | null {
  if (iri.length > longestIri) {
    return { code: 'too-long', message: `expected IRIs of at most ${longestIri} characters` };
  }
  if (iriPattern.test(iri)) return null;
  return {
    code: 'iri',
    message: `expected an absolute IRI, found ${JSON.stringify(iri.slice(0, 200))}`,
  };
}

function unreadable(error: unknown, file: string): unknown {
  if (error instanceof BadRdf) {
    const { line, code, message } = error;
    return new UnreadableRdf({ file, line, code, message });
  }
  if (error instanceof Error && 'syscall' in error) {
    const message = `expected a file that can be read: ${error.message}`;
    return new UnreadableRdf({ file, line: null, code: 'missing-file', message });
  }
  return error;
}
