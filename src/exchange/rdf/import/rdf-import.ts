import { basename } from 'node:path';
import { namespaces } from '../../../vocab/rdf/names.ts';
import type { NodeIndex } from '../../../vocab/rdf/node-index.ts';
import { integrityProblems } from '../../../vocab/skos/integrity.ts';
import type { EdgeStatement, EntityHead, FactStatement } from '../../statement.ts';
import { bothOf, type StatementsInMemory, streamOf } from '../../statement-stream.ts';
import type { RdfProblem } from '../read/rdf-problem.ts';
import type { RdfReading } from '../read/read-files.ts';
import type { KnownTerms } from './known-terms.ts';
import { NodeReader } from './node-reader.ts';
import { ownClaims } from './own-claims.ts';
import { ownHead, ownSource } from './own-entities.ts';
import { type OwnNodes, ownNodesIn } from './own-nodes.ts';
import { Tally } from './skos-concepts.ts';
import { schemeSource } from './skos-sources.ts';
import { skosStatements } from './skos-statements.ts';
import { skosIri } from './skos-terms.ts';
import { readVocabulary } from './skos-vocabulary.ts';

interface ImportOptions {
  readonly known: KnownTerms;
  /** The name of the data set. Null: it is made from the content of the files. */
  readonly dataset: string | null;
  readonly language: string | null;
}

/** The result of reading RDF files. */
export interface RdfImport {
  /** Null if there are errors. */
  readonly statements: StatementsInMemory | null;
  readonly problems: readonly RdfProblem[];
  /** The counts of imported things. */
  readonly found: {
    /** SKOS concepts and schemes. */
    readonly concepts: number;
    readonly schemes: number;
    /** Entities from one of our exports. */
    readonly entities: number;
  };
  /** How often each kind of statement could not be imported. */
  readonly noPlace: ReadonlyMap<string, number>;
  /** The name of the data set. */
  readonly dataset: string;
}

/**
 * Makes statements from RDF. Entities from one of our exports become the same entities again. Other
 * SKOS concepts become terms. If the data violate a condition of SKOS, there are no statements. The graph is emptied meanwhile.
 */
export async function importRdf(
  { files, graph, unknown }: RdfReading,
  { known, language, dataset: given }: ImportOptions,
): Promise<RdfImport> {
  const problems: RdfProblem[] = integrityProblems(graph).map(({ condition, place, message }) => {
    return { ...place, severity: 'error', code: condition, message };
  });
  const tally = new Tally();
  for (const [predicate, count] of unknown) tally.add(predicate, count);
  const own = ownNodesIn(graph);
  const exported = ownStatements(graph, own, problems);
  const dataset = given ?? nameOf(graph, own);
  const vocabulary = readVocabulary(graph, { isOthers: own.covered, tally, problems });
  graph.clear();
  const skos = await skosStatements(vocabulary, { known, dataset, language, tally, problems });
  const { concepts, schemes } = vocabulary;
  const entities = exported.entities.length;
  if (concepts.length + entities === 0) problems.push(nothingIn(files));
  const failed = problems.some(({ severity }) => severity === 'error');
  return {
    statements: failed ? null : bothOf(streamOf(exported), skos),
    problems,
    found: { concepts: concepts.length, schemes, entities },
    noPlace: new Map([...tally.counts].map(([what, count]) => [shortened(what), count])),
    dataset,
  };
}

/** The name of the server for an export, otherwise the name of the first scheme. */
function nameOf(graph: NodeIndex, own: OwnNodes): string {
  const [server] = [...own.byNode.values()].map(({ names }) => names.base).sort();
  if (server !== undefined) return server;
  const schemes: string[] = [];
  let file = '';
  for (const [node, statements] of graph.nodes()) {
    file ||= statements[0]?.place.file ?? '';
    if (graph.hasType(node, skosIri.scheme)) schemes.push(node);
  }
  const [scheme = null] = schemes.sort();
  const { id } = schemeSource(graph, scheme, basename(file)).record;
  return id.slice(id.indexOf(':') + 1);
}

function nothingIn([file = '']: readonly string[]): RdfProblem {
  const message = 'expected concepts of SKOS, or entities of an export; there is none';
  return { file, line: null, severity: 'error', code: 'nothing-to-import', message };
}

/** Restores the statements of one of our exports. */
function ownStatements(graph: NodeIndex, own: OwnNodes, problems: RdfProblem[]) {
  const ids = new Set([...own.byNode.values()].map(({ id }) => id));
  const readers = new Map<object, NodeReader>();
  const entities: EntityHead[] = [];
  const sources = [];
  const facts: FactStatement[] = [];
  const edges: EdgeStatement[] = [];
  for (const { node, id, kind, names } of own.byNode.values()) {
    const reader = readers.get(names) ?? new NodeReader(graph, names, problems);
    readers.set(names, reader);
    if (kind === null) {
      const source = ownSource(reader, node, id);
      if (source !== null) sources.push(source);
      continue;
    }
    const head = ownHead(reader, node, id, kind);
    if (head === null) continue;
    entities.push(head);
    const claims = own.claims.get(node) ?? [];
    const said = ownClaims(reader, claims, { id, kind }, (each) => ids.has(each));
    facts.push(...said.facts);
    edges.push(...said.edges);
  }
  return { entities, sources, facts, edges };
}

/** An IRI with its usual prefix, for people. */
function shortened(what: string): string {
  const found = Object.entries(namespaces).find(([, start]) => what.startsWith(start));
  return found === undefined ? what : `${found[0]}:${what.slice(found[1].length)}`;
}
