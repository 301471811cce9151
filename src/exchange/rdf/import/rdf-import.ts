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
  /** The name of the data set; null: it is called after what the files describe. */
  readonly dataset: string | null;
  readonly language: string | null;
}

/** What files of RDF state here. */
export interface RdfImport {
  /** Null where there are errors. */
  readonly statements: StatementsInMemory | null;
  readonly problems: readonly RdfProblem[];
  /** What was found. */
  readonly found: {
    /** Concepts of SKOS, and the schemes that are described. */
    readonly concepts: number;
    readonly schemes: number;
    /** Entities of an export of ours. */
    readonly entities: number;
  };
  /** What has no place here, by what it is, with how often it is said. */
  readonly noPlace: ReadonlyMap<string, number>;
  /** How the data set is called. */
  readonly dataset: string;
}

/**
 * Makes statements of what was read: entities of an export of ours as they were, and other concepts of
 * SKOS as terms. Data that break a condition of SKOS make none. The graph that was read is empty afterwards.
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

/** An export is called after its server, a vocabulary after its first scheme. */
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

/** What an export of ours says, as it was stated once. */
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

/** IRIs with their usual prefixes, for people. */
function shortened(what: string): string {
  const found = Object.entries(namespaces).find(([, start]) => what.startsWith(start));
  return found === undefined ? what : `${found[0]}:${what.slice(found[1].length)}`;
}
