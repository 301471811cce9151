import type { Quad } from 'n3';
import { DataFactory } from 'n3';
import type { z } from 'zod';
import { type Enumeration, enumerationOf, valuesOf } from '../../ontology/enumeration.ts';
import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import { claimProperties, describeClaimProperty } from '../../ontology/properties.ts';
import {
  ArtifactEnum,
  AvailabilityEnum,
  DerivationMethodEnum,
  EvidenceEnum,
  IdentifierSchemeEnum,
  RankEnum,
  TermKindEnum,
} from '../../ontology/vocabulary.ts';
import { enumerationOfFact } from './fact-terms.ts';
import { type Curie, type Names, ownPrefix } from './names.ts';
import { artifactPredicate, borrowedClasses, isRelationType, predicateOf } from './predicates.ts';
import { fieldShape, keyTermOf } from './record-quads.ts';
import { clauseShape, documentShape, faqShape } from './record-shapes.ts';
import { textTerm } from './terms.ts';

const { quad } = DataFactory;

/** A term of our own vocabulary. */
export interface OwnTerm {
  /** The part of its address after "#". */
  readonly name: string;
  readonly type: 'class' | 'property' | 'value';
  readonly description: string;
  /** For a value: its class. For a class or property: the broader ones of other vocabularies. */
  readonly of: readonly Curie[];
}

const classTerms: readonly OwnTerm[] = [
  ...entityKinds.map((kind): OwnTerm => {
    const { typeName, description } = kindOf(kind);
    return { name: typeName, type: 'class', description, of: borrowedClasses[kind] };
  }),
  {
    name: 'Claim',
    type: 'class',
    description: 'What one source says of one property of an entity.',
    of: ['prov:Entity'],
  },
  { name: 'Source', type: 'class', description: 'A citable document.', of: ['prov:Entity'] },
  {
    name: 'LicenseDocument',
    type: 'class',
    description: 'A document that a license consists of.',
    of: [],
  },
  { name: 'Clause', type: 'class', description: 'A rule of a license.', of: [] },
];

/** The descriptions of properties that are neither facts nor relations. */
const descriptions: Readonly<Record<string, string>> = {
  about: 'The entity that a claim is about.',
  predicate: 'The property that a claim is about. It also links the entity to the best value.',
  value: 'The value of a claim: one value, several values, or another entity.',
  writtenAs: 'The value as the source writes it, such as "128K".',
  artifact: 'The part of a release that a claim is about.',
  expression:
    'The license expression that a source states, if several licenses bind or may be chosen.',
  method: 'How one model was made from another, as a source says.',
  since: 'The first day, month or year for which a claim holds.',
  until: 'The day, month or year from which a claim no longer holds.',
  asOf: 'The day, month or year that a statement is from.',
  rank: "How much a claim counts among those on the same property (Wikidata's ranks).",
  evidence: 'How the source of a statement was read.',
  retrievedOn: 'When a source was read.',
  formerSlug: 'A slug that an entity had before. Its address still works.',
  termKind: 'What kind of idea a term names.',
  closeMatch: 'Nearly the same thing elsewhere. Terms use skos:closeMatch instead.',
  faq: 'A question that people ask about a term.',
  answer: 'The answer to a question.',
  document: 'A document of a license, or the document of a clause.',
  kind: 'The kind of a document, or of a duty.',
  clause: 'A rule of a license.',
  clausesComplete: 'Whether all rules of a license were read.',
  key: 'The name of a clause, stable within its license.',
  effect: 'What a clause does.',
  activities: 'An activity that a clause is about.',
  activitiesVersion: 'The version of the list of activities that the reader of a clause knew.',
  duty: 'What a clause requires.',
  name: 'The text to show, or the word that a name must begin with.',
  beforeUse: 'Whether a duty comes before the use.',
  appliesWhen: 'A condition; a clause applies when any of its conditions holds.',
  exceptWhen: 'A condition under which a clause does not apply.',
  bindsDerivatives: 'A way to derive a model through which a clause binds the derived model too.',
  text: 'A rule in our own words.',
  section: 'The section of a clause in its document.',
  commercial: 'Whether the use is commercial.',
  internalUse: 'Whether the use stays inside the organization.',
  threshold: 'A size that something is compared with.',
  territory: 'The territory that a condition tests.',
  multimodal: 'Whether the model has inputs or outputs other than text.',
  fieldsOfUse: 'What the model is used for.',
  business: 'The business of the user.',
  competesWithLicensor: 'Whether the user competes with the licensor.',
  trains: 'What is trained with the outputs.',
  metric: 'What a threshold counts.',
  comparison: 'How a size is compared with the value of a threshold.',
  currency: 'The currency of a threshold, as ISO 4217 names it.',
  window: 'The period over which a threshold counts.',
  measuredAt: 'When a threshold is measured.',
  scope: 'Whose users or revenue a threshold counts.',
  codes: 'A country by ISO 3166-1 alpha-2, or "EU".',
  inside: 'Whether the tested place must be inside the territory or outside it.',
  test: 'What must be inside or outside a territory.',
};

function own(curie: Curie): string | null {
  const start = `${ownPrefix}:`;
  return curie.startsWith(start) ? curie.slice(start.length) : null;
}

function propertyTerms(): readonly OwnTerm[] {
  const found = new Map<string, OwnTerm>();
  const add = (name: string | null, description: string, of: readonly Curie[] = []) => {
    if (name !== null && !found.has(name)) {
      found.set(name, { name, type: 'property', description, of });
    }
  };
  for (const property of claimProperties) {
    const semantic =
      property === 'PART_OF' || property === 'REQUIRES' || property === 'CONTRASTS_WITH';
    const of: readonly Curie[] =
      isRelationType(property) && semantic ? ['skos:semanticRelation'] : [];
    add(own(predicateOf(property)), describeClaimProperty(property), of);
  }
  for (const [artifact, what] of Object.entries(ArtifactEnum.values)) {
    const name = own(artifactPredicate(artifact as keyof typeof ArtifactEnum.values));
    add(name, `Whether this part of a model is available. ${what}`);
  }
  for (const [name, description] of Object.entries(descriptions)) add(name, description);
  return [...found.values()];
}

/** The fields of a shape, and of the shapes within it. */
function* shapesIn(shape: z.ZodObject): Generator<readonly [string, z.ZodType]> {
  for (const [key, field] of Object.entries(shape.shape)) {
    const { record, element } = fieldShape(field as z.ZodType);
    yield [key, element];
    if (record !== null) yield* shapesIn(record);
  }
}

function enumerations(): readonly Enumeration<string>[] {
  const shapes = [faqShape, documentShape, clauseShape];
  const inRecords = shapes.flatMap((shape) =>
    [...shapesIn(shape)].flatMap(([, element]) => enumerationOf(element) ?? []),
  );
  const inFacts = claimProperties.flatMap((property) =>
    isRelationType(property) ? [] : (enumerationOfFact(property) ?? []),
  );
  const others: readonly Enumeration<string>[] = [
    ...[ArtifactEnum, AvailabilityEnum, DerivationMethodEnum, EvidenceEnum],
    ...[IdentifierSchemeEnum, RankEnum, TermKindEnum],
  ];
  const byName = [...others, ...inFacts, ...inRecords].map((each) => [each.name, each] as const);
  return [...new Map(byName).values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** All terms of our own vocabulary: classes, properties, then each enumeration with its values. */
export function ownTerms(): readonly OwnTerm[] {
  const values = enumerations().flatMap((declared): OwnTerm[] => [
    { name: declared.name, type: 'class', description: declared.description, of: [] },
    ...valuesOf(declared).map((value): OwnTerm => {
      const description = declared.values[value] ?? value;
      const of = [`${ownPrefix}:${declared.name}` as const];
      return { name: `${declared.name}-${value}`, type: 'value', description, of };
    }),
  ]);
  return [...classTerms, ...propertyTerms(), ...values];
}

/** Properties of records that must have a description. */
export const recordKeys: readonly string[] = [
  ...new Set(
    [faqShape, documentShape, clauseShape].flatMap((shape) =>
      [...shapesIn(shape)].flatMap(([key]) => own(keyTermOf(key).predicate) ?? []),
    ),
  ),
];

const types = { class: 'rdfs:Class', property: 'rdf:Property' } as const;

/** Our own vocabulary, described in RDF. */
export function* vocabularyQuads(names: Names): Generator<Quad> {
  const { namedNode } = DataFactory;
  const whole = namedNode(names.own.slice(0, -1));
  const type = names.node('rdf:type');
  yield quad(whole, type, names.node('owl:Ontology'));
  yield quad(whole, names.node('dcterms:title'), textTerm('The vocabulary of Glossgraph', 'en'));
  for (const term of ownTerms()) {
    const node = names.node(`${ownPrefix}:${term.name}`);
    if (term.type === 'value') {
      for (const of of term.of) yield quad(node, type, names.node(of));
    } else {
      yield quad(node, type, names.node(types[term.type]));
      const broader = term.type === 'class' ? 'rdfs:subClassOf' : 'rdfs:subPropertyOf';
      for (const of of term.of) yield quad(node, names.node(broader), names.node(of));
    }
    yield quad(node, names.node('rdfs:label'), textTerm(term.name, 'en'));
    yield quad(node, names.node('rdfs:comment'), textTerm(term.description, 'en'));
    yield quad(node, names.node('rdfs:isDefinedBy'), whole);
  }
}
