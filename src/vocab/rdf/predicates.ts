import { valuesOf } from '../../ontology/enumeration.ts';
import { type ClaimProperty, type FactProperty, propertyOf } from '../../ontology/properties.ts';
import { type RelationType, relations } from '../../ontology/relations.ts';
import {
  type Artifact,
  type EntityKind,
  type LabelKind,
  LabelKindEnum,
} from '../../ontology/vocabulary.ts';
import type { Curie } from './names.ts';

/** The properties for which there is a term of others; the rest are our own, named as in the schema. */
const borrowedFacts: Readonly<Partial<Record<FactProperty, Curie>>> = {
  DEFINITION: 'skos:definition',
  EXPLANATION: 'skos:scopeNote',
  WHY_IT_MATTERS: 'skos:note',
  RELEASED_ON: 'schema:datePublished',
  SPDX_ID: 'spdx:licenseId',
  VERSION: 'schema:version',
  OSI_APPROVED: 'spdx:isOsiApproved',
  WEBSITE: 'foaf:homepage',
  URL: 'schema:url',
  FREE: 'schema:isAccessibleForFree',
};

/** Of relations that have a list of values the name is in the singular, as each value is one. */
const ownFacts: Readonly<Partial<Record<FactProperty, Curie>>> = {
  INPUT_MODALITIES: 'gg:inputModality',
  OUTPUT_MODALITIES: 'gg:outputModality',
  STATEMENT: 'gg:statement',
};

const borrowedRelations: Readonly<Partial<Record<RelationType, Curie>>> = {
  BROADER: 'skos:broader',
  DERIVED_FROM: 'prov:wasDerivedFrom',
  DEVELOPED_BY: 'schema:author',
  STEWARDED_BY: 'schema:maintainer',
  SUPERSEDES: 'dcterms:replaces',
};

/** "LICENSED_UNDER" as "licensedUnder". */
function camelCase(name: string): string {
  return name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a property of claims is a type of relation. */
export function isRelationType(property: ClaimProperty): property is RelationType {
  return property in relations;
}

/** The predicate of a property of claims: each has its own. */
export function predicateOf(property: ClaimProperty): Curie {
  if (isRelationType(property)) {
    return borrowedRelations[property] ?? `gg:${camelCase(property)}`;
  }
  return borrowedFacts[property] ?? ownFacts[property] ?? `gg:${propertyOf(property).key}`;
}

/** How an artifact's availability is said of the model itself: "gg:weights". */
export function artifactPredicate(artifact: Artifact): Curie {
  return `gg:${camelCase(artifact)}`;
}

const labelPredicates: Readonly<Record<LabelKind, Curie>> = {
  PREFERRED: 'skos:prefLabel',
  ALTERNATIVE: 'skos:altLabel',
  HIDDEN: 'skos:hiddenLabel',
};
export const labelKinds = valuesOf(LabelKindEnum);

export function labelPredicate(kind: LabelKind): Curie {
  return labelPredicates[kind];
}

/** How an entity of the kind names its like in other vocabularies: SKOS has its words for concepts alone. */
export function matchPredicates(kind: EntityKind): {
  readonly exact: Curie;
  readonly close: Curie;
} {
  return kind === 'TERM'
    ? { exact: 'skos:exactMatch', close: 'skos:closeMatch' }
    : { exact: 'schema:sameAs', close: 'gg:closeMatch' };
}

/** What others call the things of a kind. */
export const borrowedClasses: Readonly<Record<EntityKind, readonly Curie[]>> = {
  TERM: ['skos:Concept'],
  MODEL: ['schema:SoftwareApplication'],
  LICENSE: ['schema:CreativeWork'],
  ORGANIZATION: ['schema:Organization'],
  TOOL: ['schema:SoftwareApplication'],
};
