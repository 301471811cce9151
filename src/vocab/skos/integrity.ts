import type { Literal } from 'n3';
import { addTo } from '../../base/group-by.ts';
import { iriOf, rdfType } from '../rdf/names.ts';
import { type NodeIndex, nodeKey, type Place, type Statement } from '../rdf/node-index.ts';

/** A violated condition of SKOS. The names are those of the SKOS Reference. */
interface IntegrityProblem {
  readonly condition: 'S9' | 'S13' | 'S14' | 'S27' | 'S37' | 'S46';
  readonly place: Place;
  readonly message: string;
}

const skos = (name: string) => iriOf(`skos:${name}`);

const classes = {
  concept: new Set([skos('Concept')]),
  scheme: new Set([skos('ConceptScheme')]),
  collection: new Set([skos('Collection'), skos('OrderedCollection')]),
};
type Class = keyof typeof classes;
const classWords = { concept: 'a concept', scheme: 'a concept scheme', collection: 'a collection' };

const upwards = ['broader', 'broaderTransitive', 'broadMatch'].map(skos);
const downwards = ['narrower', 'narrowerTransitive', 'narrowMatch'].map(skos);
const sideways = ['related', 'relatedMatch'].map(skos);
const semantic = [...upwards, ...downwards, ...sideways];

interface Ends {
  readonly subject?: Class;
  readonly object?: Class;
}

/** The classes that a predicate implies for its ends. */
const ends: ReadonlyMap<string, Ends> = new Map<string, Ends>([
  ...semantic.map((name): [string, Ends] => [name, { subject: 'concept', object: 'concept' }]),
  [skos('inScheme'), { object: 'scheme' }],
  [skos('topConceptOf'), { subject: 'concept', object: 'scheme' }],
  [skos('hasTopConcept'), { subject: 'scheme', object: 'concept' }],
  [skos('member'), { subject: 'collection' }],
  [skos('memberList'), { subject: 'collection' }],
]);

const labels: ReadonlyMap<string, string> = new Map(
  ['prefLabel', 'altLabel', 'hiddenLabel'].map((name) => [skos(name), `skos:${name}`]),
);

/** The violated conditions of the SKOS Reference. */
export function integrityProblems(graph: NodeIndex): readonly IntegrityProblem[] {
  return [
    ...classProblems(graph),
    ...labelProblems(graph),
    ...relatedProblems(graph),
    ...matchProblems(graph),
  ];
}

/** S9 and S37: nothing belongs to two of the classes. */
function* classProblems(graph: NodeIndex): Generator<IntegrityProblem> {
  const members: Record<Class, Map<string, Place>> = {
    concept: new Map(),
    scheme: new Map(),
    collection: new Map(),
  };
  const mark = (kind: Class, node: string, place: Place) => {
    if (!members[kind].has(node)) members[kind].set(node, place);
  };
  for (const [node, statements] of graph.nodes()) {
    for (const { predicate, object, place } of statements) {
      if (predicate === rdfType) {
        for (const kind of Object.keys(classes) as Class[]) {
          if (classes[kind].has(object.value)) mark(kind, node, place);
        }
        continue;
      }
      const end = ends.get(predicate);
      if (end?.subject !== undefined) mark(end.subject, node, place);
      if (end?.object !== undefined) mark(end.object, nodeKey(object), place);
    }
  }
  const disjoint = [
    ['S9', 'concept', 'scheme'],
    ['S37', 'collection', 'concept'],
    ['S37', 'collection', 'scheme'],
  ] as const;
  for (const [condition, one, other] of disjoint) {
    for (const [node, place] of members[one]) {
      const second = members[other].get(node);
      if (second === undefined) continue;
      const later = (second.line ?? 0) > (place.line ?? 0) ? second : place;
      const message = `${shown(node)} is ${classWords[one]} and ${classWords[other]}; nothing is both`;
      yield { condition, place: later, message };
    }
  }
}

/** S13: no label has two kinds. S14: each language has one preferred label. */
function* labelProblems(graph: NodeIndex): Generator<IntegrityProblem> {
  for (const [node, statements] of graph.nodes()) {
    const kinds = new Map<string, string>();
    const preferred = new Map<string, string>();
    for (const { predicate, object, place } of statements) {
      const kind = labels.get(predicate);
      if (kind === undefined || object.termType !== 'Literal') continue;
      const language = object.language.toLowerCase();
      const key = `${language} ${object.value}`;
      const known = kinds.get(key);
      kinds.set(key, known ?? kind);
      if (known !== undefined && known !== kind) {
        const message = `${shownLabel(object)} of ${shown(node)} is ${known} and ${kind}; a label is of one kind`;
        yield { condition: 'S13', place, message };
      }
      if (kind !== 'skos:prefLabel') continue;
      const first = preferred.get(language);
      preferred.set(language, first ?? object.value);
      if (first === undefined || first === object.value) continue;
      const where = language === '' ? 'without a language' : `in "${language}"`;
      const message = `${shown(node)} has two preferred labels ${where}, ${quoted(first)} and ${quoted(object.value)}; expected one`;
      yield { condition: 'S14', place, message };
    }
  }
}

/** S27: related concepts are not also broader, over any number of steps. */
function* relatedProblems(graph: NodeIndex): Generator<IntegrityProblem> {
  const broader = new Map<string, string[]>();
  for (const [node, statements] of graph.nodes()) {
    for (const { predicate, object } of statements) {
      if (upwards.includes(predicate)) addTo(broader, node, nodeKey(object));
      if (downwards.includes(predicate)) addTo(broader, nodeKey(object), node);
    }
  }
  const above = (start: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const next = [start];
    for (let node = next.pop(); node !== undefined; node = next.pop()) {
      for (const parent of broader.get(node) ?? []) {
        if (found.has(parent)) continue;
        found.add(parent);
        next.push(parent);
      }
    }
    return found;
  };
  const said = new Set<string>();
  for (const [node, statements] of graph.nodes()) {
    const related = statements.filter(({ predicate }) => sideways.includes(predicate));
    if (related.length === 0) continue;
    const own = above(node);
    for (const { object, place } of related) {
      const other = nodeKey(object);
      const key = [node, other].sort().join(' ');
      if (said.has(key) || !(own.has(other) || above(other).has(node))) continue;
      said.add(key);
      const [low, high] = own.has(other) ? [node, other] : [other, node];
      const message = `${shown(node)} and ${shown(other)} are related, and ${shown(high)} is broader than ${shown(low)}; expected one of the two`;
      yield { condition: 'S27', place, message };
    }
  }
}

/** S46: an exact match, over any number of steps, is not a broad or related match. */
function* matchProblems(graph: NodeIndex): Generator<IntegrityProblem> {
  const exact = skos('exactMatch');
  const same = new Map<string, string>();
  const leader = (node: string): string => {
    let top = node;
    for (let next = same.get(top); next !== undefined; next = same.get(top)) top = next;
    if (top !== node) same.set(node, top);
    return top;
  };
  const others: (Statement & { readonly node: string })[] = [];
  const apart = new Map(
    ['broadMatch', 'narrowMatch', 'relatedMatch'].map((name) => [skos(name), `skos:${name}`]),
  );
  for (const [node, statements] of graph.nodes()) {
    for (const statement of statements) {
      if (apart.has(statement.predicate)) others.push({ ...statement, node });
      if (statement.predicate !== exact) continue;
      const [one, other] = [leader(node), leader(nodeKey(statement.object))];
      if (one !== other) same.set(one, other);
    }
  }
  for (const { node, predicate, object, place } of others) {
    const other = nodeKey(object);
    if (node === other || leader(node) !== leader(other)) continue;
    const message = `${shown(other)} is an exact match of ${shown(node)} and a ${apart.get(predicate)}; expected one of the two`;
    yield { condition: 'S46', place, message };
  }
}

/** The name of a node in messages. */
export function shown(node: string): string {
  return node.startsWith('_:') ? `the blank node ${node}` : `<${node}>`;
}

function shownLabel({ value, language }: Literal): string {
  return language === '' ? quoted(value) : `${quoted(value)}@${language}`;
}

/** The beginning of a text, in quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
