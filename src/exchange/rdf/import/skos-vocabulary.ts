import { basename } from 'node:path';
import { iriOf } from '../../../vocab/rdf/names.ts';
import type { NodeIndex } from '../../../vocab/rdf/node-index.ts';
import type { RdfProblem } from '../read/rdf-problem.ts';
import { type Concept, readConcept, skosNodesIn, type Tally } from './skos-concepts.ts';
import { qualityWarnings } from './skos-quality.ts';
import { type SchemeSource, schemeSource } from './skos-sources.ts';

/** The concepts of a graph. The graph itself is not needed any more. */
export interface Vocabulary {
  readonly concepts: readonly Concept[];
  /** The number of described schemes. */
  readonly schemes: number;
  /** The source of a concept's statements: its first scheme, otherwise its file. */
  sourceOf(concept: Concept): SchemeSource;
}

interface Options {
  /** Whether a node is read in another way. */
  readonly isOthers: (node: string) => boolean;
  readonly tally: Tally;
  readonly problems: RdfProblem[];
}

/** Reads the concepts of a graph, and warns about likely mistakes. */
export function readVocabulary(
  graph: NodeIndex,
  { isOthers, tally, problems }: Options,
): Vocabulary {
  const nodes = skosNodesIn(graph, isOthers);
  const concepts = nodes.concepts.map((node) => readConcept(graph, node, tally, problems));
  for (const node of nodes.collections) {
    tally.add(iriOf('skos:Collection'));
    tally.add(iriOf('skos:member'), graph.values(node, iriOf('skos:member')).length);
  }
  problems.push(...qualityWarnings(graph, concepts, nodes));
  const sources = new Map<string, SchemeSource>();
  for (const concept of concepts) {
    const key = sourceKey(concept);
    if (sources.has(key)) continue;
    const [scheme = null] = concept.schemes;
    sources.set(key, schemeSource(graph, scheme, basename(concept.place.file)));
  }
  return {
    concepts,
    schemes: nodes.schemes.length,
    sourceOf(concept) {
      const source = sources.get(sourceKey(concept));
      if (source === undefined) throw new Error('A concept of this vocabulary has a source.');
      return source;
    },
  };
}

function sourceKey({ schemes, place }: Concept): string {
  return schemes[0] ?? `file ${place.file}`;
}
