import { entityKinds } from '../ontology/kinds.ts';
import type {
  EntityRecord,
  LicenseRecord,
  ModelRecord,
  OrganizationRecord,
  TermRecord,
  ToolRecord,
} from '../ontology/records.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';

/** schema.org's type for each kind. */
const types: Readonly<Record<EntityKind, string>> = {
  TERM: 'DefinedTerm',
  MODEL: 'SoftwareApplication',
  LICENSE: 'CreativeWork',
  ORGANIZATION: 'Organization',
  TOOL: 'SoftwareApplication',
};

const commonProperties = ['name', 'slug', 'aliases', 'summary', 'exactMatch', 'updatedAt'] as const;

const ownProperties = {
  TERM: ['definition'],
  MODEL: ['url', 'releasedOn', 'familyName'],
  LICENSE: ['version', 'spdxId', 'documents'],
  ORGANIZATION: ['website'],
  TOOL: ['url', 'free'],
} as const satisfies Readonly<Record<EntityKind, readonly string[]>>;

/** The record properties that the JSON-LD of a kind is made of. */
export function jsonLdPropertiesOf(kind: EntityKind): readonly string[] {
  return [...commonProperties, ...ownProperties[kind]];
}

/** The record properties that the JSON-LD of some kind is made of. */
export const jsonLdProperties: readonly string[] = [
  ...new Set(entityKinds.flatMap(jsonLdPropertiesOf)),
];

type Described<Kind extends EntityRecord> = Pick<
  Kind,
  'kind' | Extract<keyof Kind, (typeof commonProperties)[number] | AnyOwn>
>;
type AnyOwn = (typeof ownProperties)[EntityKind][number];
export type JsonLdSource =
  | Described<TermRecord>
  | Described<ModelRecord>
  | Described<LicenseRecord>
  | Described<OrganizationRecord>
  | Described<ToolRecord>;

/**
 * The schema.org description of an entity, with its address as @id; what is not known is left out.
 */
export function jsonLd(entity: JsonLdSource, uri: string): Readonly<Record<string, unknown>> {
  const described = {
    '@context': 'https://schema.org',
    '@type': types[entity.kind],
    '@id': uri,
    identifier: entity.slug,
    name: entity.name,
    alternateName: entity.aliases,
    description: entity.summary,
    sameAs: entity.exactMatch,
    dateModified: entity.updatedAt,
    ...own(entity),
  };
  return Object.fromEntries(
    Object.entries(described).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function own(entity: JsonLdSource): Record<string, unknown> {
  switch (entity.kind) {
    case 'TERM':
      return { description: entity.definition ?? entity.summary };
    case 'MODEL':
      return {
        applicationCategory: 'Artificial intelligence model',
        url: entity.url,
        datePublished: entity.releasedOn,
        isPartOf: entity.familyName && { '@type': 'CreativeWorkSeries', name: entity.familyName },
      };
    case 'LICENSE':
      return {
        version: entity.version,
        ...(entity.spdxId === null ? {} : { identifier: entity.spdxId }),
        url: entity.documents.find(({ kind }) => kind === 'AGREEMENT')?.url ?? null,
      };
    case 'ORGANIZATION':
      return { url: entity.website };
    case 'TOOL':
      return { url: entity.url, isAccessibleForFree: entity.free };
  }
}
