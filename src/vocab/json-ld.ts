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

/** The schema.org type of each kind. */
const types: Readonly<Record<EntityKind, string>> = {
  TERM: 'DefinedTerm',
  MODEL: 'SoftwareApplication',
  LICENSE: 'CreativeWork',
  ORGANIZATION: 'Organization',
  TOOL: 'SoftwareApplication',
};

const commonProperties = ['name', 'slug', 'aliases', 'summary', 'exactMatch'] as const;

const ownProperties = {
  TERM: ['definition'],
  MODEL: ['url', 'releasedOn', 'familyName', 'factsAsOf'],
  LICENSE: ['version', 'spdxId', 'documents', 'factsAsOf'],
  ORGANIZATION: ['website'],
  TOOL: ['url', 'free', 'factsAsOf'],
} as const satisfies Readonly<Record<EntityKind, readonly string[]>>;

/** The record properties that the JSON-LD of a kind needs. */
export function jsonLdPropertiesOf(kind: EntityKind): readonly string[] {
  return [...commonProperties, ...ownProperties[kind]];
}

/** The record properties that the JSON-LD of any kind needs. */
export const jsonLdProperties: readonly string[] = [
  ...new Set(entityKinds.flatMap(jsonLdPropertiesOf)),
];

/** The record properties needed to mention another entity. */
export const mentionProperties: readonly string[] = ['name', 'documents', 'website'];

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

/** An entity that the JSON-LD of another one mentions. */
export type Mentioned = { readonly uri: string } & (
  | Pick<LicenseRecord, 'kind' | 'name' | 'documents'>
  | Pick<OrganizationRecord, 'kind' | 'name' | 'website'>
);

/** The entities that a model links to: the licenses of its weights, and its developers. */
export interface ModelLinks {
  readonly licenses: readonly Mentioned[];
  readonly developers: readonly Mentioned[];
}

type Properties = Readonly<Record<string, unknown>>;

/**
 * The schema.org description of an entity, with its address as @id. Unknown values are left out.
 * `links` is for models only.
 */
export function jsonLd(entity: JsonLdSource, uri: string, links: ModelLinks | null): Properties {
  return known({
    '@context': 'https://schema.org',
    '@type': types[entity.kind],
    '@id': uri,
    identifier: entity.slug,
    name: entity.name,
    alternateName: entity.aliases,
    description: entity.summary,
    sameAs: entity.exactMatch,
    ...own(entity, links),
  });
}

function own(entity: JsonLdSource, links: ModelLinks | null): Properties {
  switch (entity.kind) {
    case 'TERM':
      return { description: entity.definition ?? entity.summary };
    case 'MODEL':
      return {
        url: entity.url,
        applicationCategory: 'Artificial intelligence model',
        datePublished: entity.releasedOn,
        dateModified: entity.factsAsOf,
        isPartOf: entity.familyName && { '@type': 'CreativeWorkSeries', name: entity.familyName },
        license: links?.licenses.map(mention),
        author: links?.developers.map(mention),
      };
    case 'LICENSE':
      return {
        version: entity.version,
        ...(entity.spdxId === null ? {} : { identifier: entity.spdxId }),
        url: agreementOf(entity),
        dateModified: entity.factsAsOf,
      };
    case 'ORGANIZATION':
      return { url: entity.website };
    case 'TOOL':
      return {
        url: entity.url,
        isAccessibleForFree: entity.free,
        dateModified: entity.factsAsOf,
      };
  }
}

function mention(entity: Mentioned): Properties {
  return known({
    '@type': types[entity.kind],
    '@id': entity.uri,
    name: entity.name,
    url: entity.kind === 'LICENSE' ? agreementOf(entity) : entity.website,
  });
}

function agreementOf({ documents }: Pick<LicenseRecord, 'documents'>): string | null {
  return documents.find(({ kind }) => kind === 'AGREEMENT')?.url ?? null;
}

/** Leaves out null values, values that are not stored, and empty lists. */
function known(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
