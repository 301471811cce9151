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

/**
 * Properties with a term in another vocabulary. The others use our own terms, named as in the
 * schema.
 */
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

/** The names of list properties are in the singular, since each value is one statement. */
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

/** Whether a claim property is a relation type. */
export function isRelationType(property: ClaimProperty): property is RelationType {
  return property in relations;
}

/** The predicate of a claim property. Each property has its own. */
export function predicateOf(property: ClaimProperty): Curie {
  if (isRelationType(property)) {
    return borrowedRelations[property] ?? `gg:${camelCase(property)}`;
  }
  return borrowedFacts[property] ?? ownFacts[property] ?? `gg:${propertyOf(property).key}`;
}

/** The predicate for an artifact's availability, with the model as its subject: "gg:weights". */
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

/** The predicates for equal things in other vocabularies. Those of SKOS are for concepts only. */
export function matchPredicates(kind: EntityKind): {
  readonly exact: Curie;
  readonly close: Curie;
} {
  return kind === 'TERM'
    ? { exact: 'skos:exactMatch', close: 'skos:closeMatch' }
    : { exact: 'schema:sameAs', close: 'gg:closeMatch' };
}

/** The classes of other vocabularies for each kind. */
export const borrowedClasses: Readonly<Record<EntityKind, readonly Curie[]>> = {
  TERM: ['skos:Concept'],
  MODEL: ['schema:SoftwareApplication'],
  LICENSE: ['schema:CreativeWork'],
  ORGANIZATION: ['schema:Organization'],
  TOOL: ['schema:SoftwareApplication'],
};
