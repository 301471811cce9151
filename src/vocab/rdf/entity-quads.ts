import type { NamedNode, Quad } from 'n3';
import { DataFactory } from 'n3';
import type { z } from 'zod';
import { kindOfId } from '../../ontology/ids.ts';
import { kindOf } from '../../ontology/kinds.ts';
import { nameLanguageOf } from '../../ontology/name-language.ts';
import { factPropertiesOf, propertyOf } from '../../ontology/properties.ts';
import type { EntityRecord, SourceRecord } from '../../ontology/records.ts';
import { AvailabilityEnum, IdentifierSchemeEnum, TermKindEnum } from '../../ontology/vocabulary.ts';
import { factTerms } from './fact-terms.ts';
import type { Curie, Names } from './names.ts';
import {
  artifactPredicate,
  borrowedClasses,
  labelPredicate,
  matchPredicates,
  predicateOf,
} from './predicates.ts';
import { documentNode, partQuads } from './record-quads.ts';
import { clauseShape, documentShape, faqShape } from './record-shapes.ts';
import { addressTerm, dateTerm, flagTerm, plainTerm, resourceTerm, textTerm } from './terms.ts';

const { literal, namedNode, quad } = DataFactory;

/** The statements about the SKOS scheme of all terms. */
export function* schemeQuads(names: Names): Generator<Quad> {
  const scheme = names.scheme();
  const title = textTerm('Glossgraph', 'en');
  yield quad(scheme, names.node('rdf:type'), names.node('skos:ConceptScheme'));
  yield quad(scheme, names.node('skos:prefLabel'), title);
  yield quad(scheme, names.node('dcterms:title'), title);
}

/** The statements of a record about an entity, without its relations and claims. */
export function* entityQuads(entity: EntityRecord, names: Names): Generator<Quad> {
  const node = names.entity(entity);
  const language = nameLanguageOf(entity);
  const type = names.node('rdf:type');
  const { kind } = entity;
  yield quad(node, type, names.node(`gg:${kindOf(kind).typeName}`));
  for (const curie of borrowedClasses[kind]) yield quad(node, type, names.node(curie));
  const name = textTerm(entity.name, language);
  yield quad(node, names.node('rdfs:label'), name);
  if (kind !== 'TERM') yield quad(node, names.node('schema:name'), name);
  for (const label of entity.labels) {
    const term = textTerm(label.text, label.language);
    yield quad(node, names.node(labelPredicate(label.kind)), term);
  }
  yield quad(node, names.node('dcterms:identifier'), plainTerm(entity.slug));
  for (const slug of entity.formerSlugs) {
    yield quad(node, names.node('gg:formerSlug'), plainTerm(slug));
  }
  if (entity.summary !== null) {
    yield quad(node, names.node('dcterms:abstract'), textTerm(entity.summary, language));
  }
  if (entity.status === 'DEPRECATED') {
    yield quad(node, names.node('owl:deprecated'), flagTerm(true));
  }
  if (entity.replacedById !== null) {
    const id = entity.replacedById;
    const other = names.entity({ id, kind: kindOfId(id) ?? kind });
    yield quad(node, names.node('dcterms:isReplacedBy'), other);
  }
  const { exact, close } = matchPredicates(kind);
  for (const match of entity.exactMatch) yield quad(node, names.node(exact), resourceTerm(match));
  for (const match of entity.closeMatch) yield quad(node, names.node(close), resourceTerm(match));
  yield* factQuads(entity, node, language, names);
  yield* ownQuads(entity, node, names);
}

/** The best value of each fact. */
function* factQuads(
  entity: EntityRecord,
  node: NamedNode,
  language: string,
  names: Names,
): Generator<Quad> {
  const values = entity as unknown as Readonly<Record<string, never>>;
  for (const property of factPropertiesOf(entity.kind)) {
    const { key, singleValued, perArtifact } = propertyOf(property);
    if (!singleValued || perArtifact) continue;
    const value = values[key] ?? null;
    if (value === null) continue;
    for (const term of factTerms(property, value, language, names)) {
      yield quad(node, names.node(predicateOf(property)), term);
    }
  }
}

/** The statements that only its kind has. */
function* ownQuads(entity: EntityRecord, node: NamedNode, names: Names): Generator<Quad> {
  switch (entity.kind) {
    case 'TERM':
      yield quad(node, names.node('skos:inScheme'), names.scheme());
      yield quad(node, names.node('gg:termKind'), names.value(TermKindEnum, entity.termKind));
      break;
    case 'MODEL':
      for (const { artifact, availability } of entity.availability) {
        const value = names.value(AvailabilityEnum, availability);
        yield quad(node, names.node(artifactPredicate(artifact)), value);
      }
      break;
    case 'LICENSE':
      if (entity.spdxId !== null) {
        yield quad(node, names.node('rdf:type'), names.node('spdx:ListedLicense'));
      }
      for (const { scheme, value } of entity.identifiers) {
        const notation = literal(value, names.value(IdentifierSchemeEnum, scheme));
        yield quad(node, names.node('skos:notation'), notation);
      }
      yield quad(node, names.node('gg:clausesComplete'), flagTerm(entity.clausesComplete));
      break;
  }
  for (const { predicate, node: part } of partsOf(entity, node)) {
    yield quad(node, names.node(predicate), part);
  }
}

interface Part {
  readonly predicate: Curie;
  readonly type: Curie;
  readonly node: NamedNode;
  readonly shape: z.ZodObject;
  readonly record: object;
}

/** The parts of an entity with their own nodes, in order. */
function partsOf(entity: EntityRecord, { value }: NamedNode): readonly Part[] {
  switch (entity.kind) {
    case 'TERM':
      return entity.faqs.map((record, index) => {
        const node = namedNode(`${value}#faq-${index + 1}`);
        return { predicate: 'gg:faq', type: 'schema:Question', node, shape: faqShape, record };
      });
    case 'LICENSE':
      return [
        ...entity.documents.map((record, index): Part => {
          const node = documentNode(value, index);
          const own = { predicate: 'gg:document', type: 'gg:LicenseDocument' } as const;
          return { ...own, node, shape: documentShape, record };
        }),
        ...entity.clauses.map((record): Part => {
          const node = namedNode(`${value}#clause-${encodeURIComponent(record.key)}`);
          const own = { predicate: 'gg:clause', type: 'gg:Clause' } as const;
          return { ...own, node, shape: clauseShape, record };
        }),
      ];
    default:
      return [];
  }
}

/** The statements about the parts of an entity. */
export function* entityPartQuads(entity: EntityRecord, names: Names): Generator<Quad> {
  const language = nameLanguageOf(entity);
  const positions = new Map<Curie, number>();
  for (const { type, node, shape, record } of partsOf(entity, names.entity(entity))) {
    const position = (positions.get(type) ?? 0) + 1;
    positions.set(type, position);
    const values = record as Readonly<Record<string, unknown>>;
    yield* partQuads(node, shape, values, { position, names, language, type });
  }
}

/** The statements about a source. */
export function* sourceQuads(source: SourceRecord, names: Names): Generator<Quad> {
  const node = names.source(source.id);
  const type = names.node('rdf:type');
  for (const curie of ['gg:Source', 'prov:Entity', 'schema:CreativeWork'] as const) {
    yield quad(node, type, names.node(curie));
  }
  yield quad(node, names.node('dcterms:title'), plainTerm(source.title));
  if (source.url !== null) yield quad(node, names.node('schema:url'), addressTerm(source.url));
  if (source.publisher !== null) {
    yield quad(node, names.node('dc:publisher'), plainTerm(source.publisher));
  }
  if (source.publishedOn !== null) {
    yield quad(node, names.node('dcterms:issued'), dateTerm(source.publishedOn));
  }
  if (source.retrievedOn !== null) {
    yield quad(node, names.node('gg:retrievedOn'), dateTerm(source.retrievedOn));
  }
}
