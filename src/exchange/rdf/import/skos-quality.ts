import { addTo } from '../../../base/group-by.ts';
import { iriOf, namespaces } from '../../../vocab/rdf/names.ts';
import type { NodeIndex } from '../../../vocab/rdf/node-index.ts';
import { quoted, shown } from '../../../vocab/skos/integrity.ts';
import type { RdfProblem } from '../read/rdf-problem.ts';
import { type Concept, conceptName, type SkosNodes } from './skos-concepts.ts';
import { allSkosNames, skosIri } from './skos-terms.ts';

type Warn = (of: { readonly place: Concept['place'] }, code: string, message: string) => void;

/** Warns about likely mistakes that SKOS allows. The rules are those of qSKOS. */
export function qualityWarnings(
  graph: NodeIndex,
  concepts: readonly Concept[],
  nodes: SkosNodes,
): readonly RdfProblem[] {
  const problems: RdfProblem[] = [];
  const warn: Warn = ({ place }, code, message) => {
    problems.push({ ...place, severity: 'warning', code, message });
  };
  warnOfLabels(concepts, warn);
  warnOfRelations(concepts, warn);
  warnOfTops(graph, concepts, nodes, warn);
  warnOfNames(graph, warn);
  return problems;
}

function warnOfLabels(concepts: readonly Concept[], warn: Warn): void {
  const holders = new Map<string, Concept>();
  for (const concept of concepts) {
    const preferred = concept.labels.filter(({ kind }) => kind === 'PREFERRED');
    if (preferred.length === 0) {
      warn(concept, 'no-label', `${conceptName(concept)} has no preferred label`);
    }
    const bare = concept.labels.find(({ language }) => language === 'und');
    if (bare !== undefined) {
      warn(bare, 'no-language', `the label ${quoted(bare.text)} has no language`);
    }
    for (const label of preferred) {
      const key = `${label.language} ${label.text.toLowerCase()} ${concept.schemes[0] ?? ''}`;
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, concept);
      else if (holder.node !== concept.node) {
        const message = `${shown(concept.node)} and ${shown(holder.node)} have the same preferred label ${quoted(label.text)}`;
        warn(label, 'overlapping-labels', message);
      }
    }
  }
}

function warnOfRelations(concepts: readonly Concept[], warn: Warn): void {
  const related = new Set<string>();
  for (const { node, arrows } of concepts) {
    for (const { to } of arrows) if (to !== node) related.add(node).add(to);
  }
  const broader = new Map<string, string[]>();
  for (const { node, arrows } of concepts) {
    for (const { to, way } of arrows) if (way === 'up') addTo(broader, node, to);
  }
  for (const concept of concepts) {
    if (!related.has(concept.node)) {
      warn(concept, 'orphan', `${conceptName(concept)} is linked with no other concept`);
    }
    for (const { to, place } of concept.arrows) {
      if (to !== concept.node) continue;
      warn({ place }, 'reflexive', `${conceptName(concept)} is linked with itself`);
    }
    const parents = new Set(broader.get(concept.node));
    for (const parent of parents) {
      const over = (broader.get(parent) ?? []).find(
        (above) => parents.has(above) && above !== parent,
      );
      if (over === undefined) continue;
      const message = `${conceptName(concept)} is below ${shown(over)} both directly and through ${shown(parent)}`;
      warn(concept, 'redundant-broader', message);
    }
  }
}

function warnOfTops(
  graph: NodeIndex,
  concepts: readonly Concept[],
  { schemes }: SkosNodes,
  warn: Warn,
): void {
  const tops = new Set<string>();
  const withTop = new Set<string>();
  for (const [node, statements] of graph.nodes()) {
    for (const { predicate, object } of statements) {
      if (predicate === skosIri.topConceptOf) {
        tops.add(node);
        withTop.add(object.value);
      } else if (predicate === skosIri.hasTopConcept) {
        tops.add(object.value);
        withTop.add(node);
      }
    }
  }
  for (const concept of concepts) {
    const above = concept.arrows.find(({ predicate }) => predicate === iriOf('skos:broader'));
    if (above !== undefined && tops.has(concept.node)) {
      const message = `${conceptName(concept)} is a top concept, and ${shown(above.to)} is broader`;
      warn(above, 'top-concept-broader', message);
    }
    if (concept.schemes.length === 0) {
      warn(concept, 'no-scheme', `${conceptName(concept)} is in no scheme`);
    }
  }
  for (const scheme of schemes) {
    if (withTop.has(scheme)) continue;
    const place = graph.of(scheme)[0]?.place ?? { file: '', line: null };
    warn({ place }, 'no-top-concept', `${shown(scheme)} has no top concept`);
  }
}

/** Warns about names in the namespace of SKOS that SKOS does not have. */
function warnOfNames(graph: NodeIndex, warn: Warn): void {
  const said = new Set<string>();
  for (const [, statements] of graph.nodes()) {
    for (const { predicate, place } of statements) {
      if (!predicate.startsWith(namespaces.skos)) continue;
      if (allSkosNames.has(predicate) || said.has(predicate)) continue;
      said.add(predicate);
      const message = `SKOS has no skos:${predicate.slice(namespaces.skos.length)}`;
      warn({ place }, 'undefined-skos', message);
    }
  }
}
