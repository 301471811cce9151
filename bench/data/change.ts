import { entityId, hashedId, sourceId } from '../../src/ontology/ids.ts';
import type { RelationRecord } from '../../src/ontology/records.ts';
import type { EntityInput, GraphChange, Upsert } from '../../src/store/graph-store.ts';
import { sortKey } from '../../src/text/sort-key.ts';
import type { BenchGraph, BenchRelation, BenchTerm } from './graph.ts';

const batchSize = 5000;
const source = sourceId('bench');
const at = '2026-07-29T00:00:00.000Z';
const noRemovals = {
  ...{ entities: [], relations: [], claims: [], sources: [], disagreements: [] },
} as const;
const nothing = { ...noRemovals, touch: [], at } as const;

/**
 * The graph as changes for a store: sources, then terms, then relations, in batches of thousands.
 */
export function* changesOf(graph: BenchGraph): Generator<GraphChange> {
  yield change({ sources: [{ record: sourceRecord, digest: 'bench' }] });
  const degrees = degreesOf(graph);
  const entities = graph.terms.map((term, place) => entityUpsert(term, degrees[place] ?? 0));
  for (const batch of batches(entities)) yield change({ entities: batch });
  for (const batch of batches(graph.relations)) {
    yield change({ relations: batch.map((relation) => relationUpsert(graph, relation)) });
  }
}

const sourceRecord = {
  id: source,
  title: 'Generated for the bench',
  url: null,
  publisher: null,
  publishedOn: null,
  retrievedOn: null,
};

function change(part: Partial<GraphChange>): GraphChange {
  return { ...nothing, remove: noRemovals, ...part };
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchSize) {
    yield items.slice(start, start + batchSize);
  }
}

function degreesOf({ terms, relations }: BenchGraph): Uint32Array {
  const degrees = new Uint32Array(terms.length);
  for (const { from, to } of relations) {
    degrees[from] = (degrees[from] ?? 0) + 1;
    degrees[to] = (degrees[to] ?? 0) + 1;
  }
  return degrees;
}

function entityUpsert(term: BenchTerm, degree: number): GraphChange['entities'][number] {
  const record = termRecord(term, degree);
  return { record, digest: 'bench', locators: [{ kind: 'TERM', key: term.slug }] };
}

function termRecord({ slug, name }: BenchTerm, degree: number): EntityInput {
  const alias = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
  return {
    id: entityId('TERM', slug),
    kind: 'TERM',
    slug,
    formerSlugs: [],
    name,
    sort: sortKey(name),
    folded: [sortKey(name), slug, sortKey(alias)].join('\n'),
    aliases: [alias],
    labels: [
      { text: name, language: 'en', kind: 'PREFERRED' },
      { text: alias, language: 'en', kind: 'ALTERNATIVE' },
    ],
    summary: `What is meant by ${name} when a model is built, chosen or run.`,
    status: 'CURRENT',
    replacedById: null,
    exactMatch: [],
    closeMatch: [],
    degree,
    termKind: 'CONCEPT',
    definition: `In short, ${name} names how a part of a model behaves and what that costs. It is judged by what changes when the part is left out, and reported with the data it was measured on.`,
    explanation: `In practice ${name} is looked at early: a run in which it is wrong looks well for a while and then fails in a way that is hard to trace back.`,
    whyItMatters: `A model that neglects ${name} is dearer to run.`,
    faqs: [],
    factsAsOf: null,
  };
}

function relationUpsert(graph: BenchGraph, relation: BenchRelation): Upsert<RelationRecord> {
  const { type } = relation;
  const fromId = entityId('TERM', graph.terms[relation.from]?.slug ?? '');
  const toId = entityId('TERM', graph.terms[relation.to]?.slug ?? '');
  return {
    digest: 'bench',
    record: {
      id: hashedId('Relation', [type, fromId, toId]),
      type,
      fromId,
      toId,
      note: null,
      rank: 'NORMAL',
      best: true,
      contested: false,
      evidence: null,
      asOf: null,
      sourceId: source,
      artifact: null,
      expression: null,
      since: null,
      until: null,
      method: null,
    },
  };
}
