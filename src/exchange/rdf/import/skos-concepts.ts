import type { Literal, Term } from 'n3';
import type { LabelKind } from '../../../ontology/vocabulary.ts';
import { iriOf, rdfType } from '../../../vocab/rdf/names.ts';
import { type NodeIndex, nodeKey, type Place } from '../../../vocab/rdf/node-index.ts';
import { shown } from '../../../vocab/skos/integrity.ts';
import type { RdfProblem } from '../read/rdf-problem.ts';
import { canonicalTag, isLanguageTag } from './language-tags.ts';
import { flagIn } from './node-reader.ts';
import { impliedIris, labelIris, literalForm, relationIris, skosIri } from './skos-terms.ts';

export interface Text {
  readonly text: string;
  /** "und" if it has none. */
  readonly language: string;
  readonly place: Place;
}
export interface Label extends Text {
  readonly kind: LabelKind;
}
export interface Arrow {
  readonly to: string;
  readonly way: 'up' | 'down' | 'side';
  readonly place: Place;
  readonly predicate: string;
}

/** The statements about a concept that can be imported. */
export interface Concept {
  readonly node: string;
  readonly place: Place;
  readonly labels: readonly Label[];
  readonly definitions: readonly Text[];
  readonly scopeNotes: readonly Text[];
  readonly notes: readonly Text[];
  readonly notations: readonly string[];
  readonly arrows: readonly Arrow[];
  readonly schemes: readonly string[];
  readonly exactMatch: readonly string[];
  readonly closeMatch: readonly string[];
  readonly deprecated: boolean;
  readonly replacedBy: string | null;
}

/** Counts what cannot be imported, by kind. */
export class Tally {
  readonly counts = new Map<string, number>();
  add(what: string, count = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + count);
  }
}

const rdfValue = iriOf('rdf:value');
const rdfsLabel = iriOf('rdfs:label');
const descriptions = [iriOf('rdfs:comment'), iriOf('dcterms:description'), iriOf('dc:description')];
const deprecated = iriOf('owl:deprecated');
const replacedBy = iriOf('dcterms:isReplacedBy');

/** The nodes of a graph by their SKOS class. */
export interface SkosNodes {
  readonly concepts: readonly string[];
  readonly schemes: readonly string[];
  readonly collections: readonly string[];
}

/**
 * Finds the nodes of each class. A node with a SKOS label and a SKOS relation counts as a concept,
 * even without the type.
 */
export function skosNodesIn(graph: NodeIndex, isOthers: (node: string) => boolean): SkosNodes {
  const concepts = new Set<string>();
  const schemes = new Set<string>();
  const collections = new Set<string>();
  for (const [node, statements] of graph.nodes()) {
    if (isOthers(node)) continue;
    const types = statements.filter(({ predicate }) => predicate === rdfType);
    const names = types.map(({ object }) => object.value);
    if (names.includes(skosIri.concept)) concepts.add(node);
    else if (names.includes(skosIri.scheme)) schemes.add(node);
    else if (skosIri.collections.some((name) => names.includes(name))) collections.add(node);
    else if (statements.some(({ predicate }) => predicate === skosIri.hasTopConcept)) {
      schemes.add(node);
    } else {
      const said = new Set(statements.map(({ predicate }) => predicate));
      const isNamed = [...labelIris.keys()].some((iri) => said.has(iri));
      const isPlaced =
        said.has(skosIri.topConceptOf) ||
        said.has(skosIri.inScheme) ||
        [...relationIris.keys()].some((iri) => said.has(iri));
      if (isNamed && isPlaced) concepts.add(node);
    }
  }
  return { concepts: [...concepts], schemes: [...schemes], collections: [...collections] };
}

/** Reads a concept. Statements that cannot be imported are counted. */
export function readConcept(
  graph: NodeIndex,
  node: string,
  tally: Tally,
  problems: RdfProblem[],
): Concept {
  const labels: Label[] = [];
  const named: Label[] = [];
  const definitions: Text[] = [];
  const described: Text[] = [];
  const scopeNotes: Text[] = [];
  const notes: Text[] = [];
  const arrows: Arrow[] = [];
  const notations: string[] = [];
  const schemes: string[] = [];
  const exactMatch: string[] = [];
  const closeMatch: string[] = [];
  let isDeprecated = false;
  let replacement: string | null = null;
  const statements = graph.of(node);
  for (const { predicate, object, place } of statements) {
    const kind = labelIris.get(predicate);
    const way = relationIris.get(predicate);
    const text = () => textOf(graph, object, place, problems);
    if (kind !== undefined) {
      const found = labelText(graph, object);
      if (found !== null) labels.push(labelOf(textIn(found, place, problems), kind));
    } else if (way !== undefined) {
      arrows.push({ to: nodeKey(object), way, place, predicate });
    } else if (predicate === rdfsLabel) {
      const found = text();
      if (found !== null) named.push(labelOf(found, 'PREFERRED'));
    } else if (predicate === skosIri.definition) push(definitions, text());
    else if (descriptions.includes(predicate)) push(described, text());
    else if (predicate === skosIri.scopeNote) push(scopeNotes, text());
    else if (skosIri.notes.includes(predicate)) push(notes, text());
    else if (predicate === skosIri.notation) addOnce(notations, object.value);
    else if (predicate === skosIri.exactMatch) addOnce(exactMatch, nodeKey(object));
    else if (predicate === skosIri.closeMatch) addOnce(closeMatch, nodeKey(object));
    else if (predicate === deprecated) isDeprecated ||= flagIn(object) === true;
    else if (predicate === replacedBy) replacement ??= nodeKey(object);
    else if (!impliedIris.has(predicate)) tally.add(predicate);
    if (predicate === skosIri.inScheme || predicate === skosIri.topConceptOf) {
      addOnce(schemes, nodeKey(object));
    }
  }
  // An rdfs:label only counts if there is no preferred label.
  const preferred = labels.some((label) => label.kind === 'PREFERRED');
  return {
    node,
    labels: kept(preferred ? labels : [...named, ...labels]),
    place: statements[0]?.place ?? { file: '', line: null },
    definitions: kept(definitions.length > 0 ? definitions : described),
    scopeNotes: kept(scopeNotes),
    notes: kept(notes),
    arrows: kept(arrows),
    notations: kept(notations),
    schemes: kept(schemes),
    exactMatch: kept(exactMatch),
    closeMatch: kept(closeMatch),
    deprecated: isDeprecated,
    replacedBy: replacement,
  };
}

function addOnce(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
}

const none: readonly never[] = [];

/** The list in as little memory as it needs: there are many, most of them empty. */
function kept<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? none : list.slice();
}

/** Property by property: a spread that others follow gives each object a shape of its own. */
function labelOf({ text, language, place }: Text, kind: LabelKind): Label {
  return { text, language, place, kind };
}

function push(texts: Text[], text: Text | null): void {
  if (text !== null) texts.push(text);
}

/** A label: a literal, or the literal form of a SKOS-XL label. */
function labelText(graph: NodeIndex, object: Term): Literal | null {
  if (object.termType === 'Literal') return object;
  const [form] = graph.values(nodeKey(object), literalForm);
  return form?.object.termType === 'Literal' ? form.object : null;
}

/** A text: a literal, or the value of a node that documents it. */
function textOf(graph: NodeIndex, object: Term, place: Place, problems: RdfProblem[]): Text | null {
  if (object.termType === 'Literal') return textIn(object, place, problems);
  const [value] = graph.values(nodeKey(object), rdfValue);
  return value?.object.termType === 'Literal' ? textIn(value.object, place, problems) : null;
}

function textIn({ value, language }: Literal, place: Place, problems: RdfProblem[]): Text {
  if (language !== '' && !isLanguageTag(language)) {
    const message = `expected a BCP 47 language tag, found "${language.slice(0, 40)}"`;
    problems.push({ ...place, severity: 'warning', code: 'language-tag', message });
  }
  return { text: value, language: language === '' ? 'und' : canonicalTag(language), place };
}

/** The name of a concept in messages. */
export function conceptName({ node, labels }: Concept): string {
  const [label] = labels;
  return label === undefined ? shown(node) : `${shown(node)} (${label.text.slice(0, 60)})`;
}
