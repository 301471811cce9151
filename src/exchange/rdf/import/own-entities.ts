import type { Literal } from 'n3';
import { clauseId, zClauseRecord } from '../../../ontology/clause.ts';
import { statedLanguage } from '../../../ontology/name-language.ts';
import { zLine } from '../../../ontology/plain-text.ts';
import { type SourceRecord, zDocument, zFaq } from '../../../ontology/records.ts';
import { zSlug } from '../../../ontology/slug.ts';
import {
  type EntityKind,
  IdentifierSchemeEnum,
  TermKindEnum,
} from '../../../ontology/vocabulary.ts';
import { enumValueIn } from '../../../vocab/rdf/fact-terms.ts';
import { ownNameOf } from '../../../vocab/rdf/names.ts';
import { labelKinds, labelPredicate, matchPredicates } from '../../../vocab/rdf/predicates.ts';
import { clauseShape, documentShape, faqShape } from '../../../vocab/rdf/record-shapes.ts';
import { quoted, shown } from '../../../vocab/skos/integrity.ts';
import type { EntityHead } from '../../statement.ts';
import { canonicalTag } from './language-tags.ts';
import type { NodeReader } from './node-reader.ts';

type Own = EntityHead['own'];

/**
 * The head of an entity in one of our exports. Returns null, and reports a problem, if a required
 * part is missing.
 */
export function ownHead(
  reader: NodeReader,
  node: string,
  id: string,
  kind: EntityKind,
): EntityHead | null {
  const place = reader.placeOf(node);
  const label = reader.one(node, 'rdfs:label')?.object;
  const slug = reader.checked(
    node,
    'dcterms:identifier',
    zSlug,
    reader.text(node, 'dcterms:identifier'),
  );
  if (label?.termType !== 'Literal') {
    reader.problem(place, 'value', `${shown(node)}: expected a name, its rdfs:label`);
    return null;
  }
  const name = reader.checked(node, 'rdfs:label', zLine, label.value);
  if (slug === null || name === null) return null;
  const nameLanguage = languageIn(label);
  const { exact, close } = matchPredicates(kind);
  return {
    ...{ kind, id, slug, name, ...statedLanguage(nameLanguage) },
    formerSlugs: reader.all(node, 'gg:formerSlug').map(({ object }) => object.value),
    aliases: [],
    labels: labelsOf(reader, node, name, nameLanguage),
    summary: reader.text(node, 'dcterms:abstract'),
    status: reader.flag(node, 'owl:deprecated') ? 'DEPRECATED' : 'CURRENT',
    replacedById: replacement(reader, node),
    exactMatch: reader.all(node, exact).map(({ object }) => object.value),
    closeMatch: reader.all(node, close).map(({ object }) => object.value),
    own: ownProperties(reader, node, id, kind),
  };
}

/** The language of a text; "und" if it has none. */
function languageIn({ language }: Literal): string {
  return language === '' ? 'und' : canonicalTag(language);
}

/** All labels except the name, in order. */
function labelsOf(reader: NodeReader, node: string, name: string, nameLanguage: string) {
  const kinds = new Map(
    labelKinds.map((kind) => [reader.names.node(labelPredicate(kind)).value, kind] as const),
  );
  return reader.graph.of(node).flatMap(({ predicate, object, place }) => {
    const kind = kinds.get(predicate);
    if (kind === undefined) return [];
    if (object.termType !== 'Literal') {
      reader.problem(place, 'value', `${shown(node)}: expected labels to be texts`);
      return [];
    }
    const language = languageIn(object);
    const isName = kind === 'PREFERRED' && object.value === name && language === nameLanguage;
    return isName ? [] : [{ text: object.value, language, kind }];
  });
}

function replacement(reader: NodeReader, node: string): string | null {
  const found = reader.one(node, 'dcterms:isReplacedBy');
  if (found === null) return null;
  const own = ownNameOf(found.object.value);
  if (own !== null && own.kind !== null) return own.id;
  const message = `${shown(node)}: expected an entity of the export, found ${quoted(found.object.value)}`;
  reader.problem(found.place, 'value', message);
  return null;
}

function ownProperties(reader: NodeReader, node: string, id: string, kind: EntityKind): Own {
  if (kind === 'TERM') {
    const faqs = reader.parts(node, 'gg:faq').flatMap((part) => {
      return reader.checked(part, 'a question', zFaq, reader.record(part, faqShape)) ?? [];
    });
    return { termKind: reader.value(node, 'gg:termKind', TermKindEnum) ?? 'CONCEPT', faqs };
  }
  if (kind !== 'LICENSE') return {};
  const documentNodes = reader.parts(node, 'gg:document');
  const documents = documentNodes.flatMap((part) => {
    return reader.checked(part, 'a document', zDocument, reader.record(part, documentShape)) ?? [];
  });
  const clauses = reader.parts(node, 'gg:clause').flatMap((part) => {
    const record = reader.record(part, clauseShape, documentNodes);
    const whole = { ...record, id: clauseId(id, String(record.key)) };
    return reader.checked(part, 'a clause', zClauseRecord, whole) ?? [];
  });
  const identifiers = reader.all(node, 'skos:notation').flatMap(({ object }) => {
    if (object.termType !== 'Literal') return [];
    const scheme = enumValueIn(IdentifierSchemeEnum, reader.names.own, object.datatype);
    return scheme === null ? [] : [{ scheme, value: object.value }];
  });
  const clausesComplete = reader.flag(node, 'gg:clausesComplete');
  return { identifiers, documents, clauses, clausesComplete };
}

/** A source in one of our exports. */
export function ownSource(reader: NodeReader, node: string, id: string): SourceRecord | null {
  const title = reader.checked(node, 'dcterms:title', zLine, reader.text(node, 'dcterms:title'));
  if (title === null) return null;
  return {
    ...{ id, title },
    url: reader.address(node, 'schema:url'),
    publisher: reader.text(node, 'dc:publisher'),
    publishedOn: reader.date(node, 'dcterms:issued'),
    retrievedOn: reader.date(node, 'gg:retrievedOn'),
  };
}
