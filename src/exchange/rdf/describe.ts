import type { Quad } from 'n3';
import { DataFactory } from 'n3';
import { kindOf } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { GraphStore, ReadOptions } from '../../store/graph-store.ts';
import type { ReadResult } from '../../store/reads.ts';
import { schemeQuads, sourceQuads } from '../../vocab/rdf/entity-quads.ts';
import { Names, namespaces } from '../../vocab/rdf/names.ts';
import { vocabularyQuads } from '../../vocab/rdf/own-terms.ts';
import { countTerm, plainTerm, textTerm } from '../../vocab/rdf/terms.ts';
import { type ExportFormat, exportFormatNames, exportFormats } from './formats.ts';
import { GraphItems } from './graph-items.ts';
import { itemQuads } from './item-quads.ts';
import { createQuadWriter } from './quad-writers.ts';

const { literal, namedNode, quad } = DataFactory;

/** The entity with a slug. */
interface DescribedEntity {
  /** Its current slug. The requested one may be a former slug. */
  readonly slug: string;
  readonly turtle: string;
}

/** The most portions of an entity's statements, so that clients can handle the document. */
const mostPortions = 20;

/** The statements about an entity, as Turtle; null if there is none. */
export async function describeEntity(
  store: GraphStore,
  base: string,
  locator: { readonly kind: EntityKind; readonly key: string },
  options: ReadOptions = {},
): Promise<DescribedEntity | null> {
  const select = { properties: ['slug'], edges: [], counts: [] };
  const [found] = await store.read([{ kind: 'locate', locators: [locator], select }], options);
  const [row = null] = found as ReadResult<'locate'>;
  if (row === null) return null;
  const names = new Names(base);
  const quads: Quad[] = [];
  let portions = 0;
  for await (const items of new GraphItems(store, options).entities([row.entity.id])) {
    for (const item of items) quads.push(...itemQuads(item, names));
    portions += 1;
    if (portions < mostPortions) continue;
    const note = textTerm(
      'There is more than this document holds; the dumps have all of it.',
      'en',
    );
    quads.push(quad(namedNode(''), names.node('rdfs:comment'), note));
    break;
  }
  return { slug: String(row.entity.slug), turtle: turtleOf(quads, names) };
}

/** The statements about a source, as Turtle, with its own address; null if there is none. */
export async function describeSource(
  store: GraphStore,
  base: string,
  id: string,
  options: ReadOptions = {},
): Promise<{ readonly turtle: string; readonly url: string | null } | null> {
  const [found] = await store.read([{ kind: 'sources', ids: [id] }], options);
  const source = (found as ReadResult<'sources'>).get(id);
  if (source === undefined) return null;
  const names = new Names(base);
  return { turtle: turtleOf(sourceQuads(source, names), names), url: source.url };
}

/** Our own vocabulary, as Turtle. */
export function describeVocabulary(base: string): string {
  const names = new Names(base);
  return turtleOf(vocabularyQuads(names), names);
}

/** The path of the dump in a format. */
export function dumpPath(format: ExportFormat): string {
  return `/dump.${exportFormats[format].suffix}`;
}

/** A description of the graph and its dumps in VoID and DCAT, as Turtle. */
export async function describeDataset(
  store: GraphStore,
  base: string,
  options: ReadOptions = {},
): Promise<string> {
  const [graph] = (await store.read([{ kind: 'graph' }], options)) as [ReadResult<'graph'>];
  const names = new Names(base);
  return turtleOf([...schemeQuads(names), ...datasetQuads(graph, names)], names);
}

function* datasetQuads(graph: ReadResult<'graph'>, names: Names): Generator<Quad> {
  const { base } = names;
  const is = names.node.bind(names);
  const catalog = namedNode(`${base}/.well-known/void#catalog`);
  const dataset = namedNode(`${base}/.well-known/void#graph`);
  yield quad(catalog, is('rdf:type'), is('dcat:Catalog'));
  yield quad(catalog, is('dcterms:title'), textTerm('What this server has', 'en'));
  yield quad(catalog, is('dcat:dataset'), dataset);
  yield quad(dataset, is('rdf:type'), is('void:Dataset'));
  yield quad(dataset, is('rdf:type'), is('dcat:Dataset'));
  yield quad(dataset, is('dcterms:title'), textTerm('Glossgraph', 'en'));
  const about = 'A knowledge graph of AI terms, models and licenses, with who says what.';
  yield quad(dataset, is('dcterms:description'), textTerm(about, 'en'));
  if (graph.changedAt !== null) {
    const modified = literal(graph.changedAt, is('xsd:dateTime'));
    yield quad(dataset, is('dcterms:modified'), modified);
  }
  yield quad(dataset, is('dcat:version'), plainTerm(String(graph.revision)));
  yield quad(dataset, is('dcat:landingPage'), namedNode(`${base}/`));
  yield quad(dataset, is('void:uriSpace'), plainTerm(`${base}/`));
  yield quad(dataset, is('void:rootResource'), names.scheme());
  for (const namespace of [...Object.values(namespaces), names.own]) {
    if (describing.has(namespace)) continue;
    yield quad(dataset, is('void:vocabulary'), namedNode(namespace));
  }
  yield* countQuads(dataset, graph, names);
  for (const format of exportFormatNames) {
    const { type, name } = exportFormats[format];
    const dump = namedNode(`${base}${dumpPath(format)}`);
    const distribution = namedNode(`${base}/.well-known/void#${format}`);
    // VoID only has dumps in RDF.
    if (format !== 'ndjson') yield quad(dataset, is('void:dataDump'), dump);
    yield quad(dataset, is('dcat:distribution'), distribution);
    yield quad(distribution, is('rdf:type'), is('dcat:Distribution'));
    yield quad(distribution, is('dcterms:title'), textTerm(name, 'en'));
    yield quad(distribution, is('dcat:downloadURL'), dump);
    const mediaType = namedNode(`https://www.iana.org/assignments/media-types/${type}`);
    yield quad(distribution, is('dcat:mediaType'), mediaType);
  }
}

/** The vocabularies of the description itself. */
const describing: ReadonlySet<string> = new Set([
  ...[namespaces.void, namespaces.dcat, namespaces.rdf, namespaces.rdfs, namespaces.xsd],
]);

function* countQuads(
  dataset: ReturnType<typeof namedNode>,
  { entities, claims, sources }: ReadResult<'graph'>,
  names: Names,
): Generator<Quad> {
  const is = names.node.bind(names);
  const counts: [string, number][] = Object.entries(entities).map(([kind, count]) => {
    return [kindOf(kind as EntityKind).typeName, count];
  });
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  yield quad(dataset, is('void:entities'), countTerm(total));
  for (const [name, count] of [...counts, ['Claim', claims], ['Source', sources]] as const) {
    const partition = namedNode(`${names.base}/.well-known/void#${name}`);
    yield quad(dataset, is('void:classPartition'), partition);
    yield quad(partition, is('void:class'), is(`gg:${name}`));
    yield quad(partition, is('void:entities'), countTerm(count));
  }
}

function turtleOf(quads: Iterable<Quad>, names: Names): string {
  const writer = createQuadWriter('turtle', names);
  return writer.begin() + writer.add(quads) + writer.end();
}
