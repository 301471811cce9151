import type { EntityRecord, LicenseRecord } from '../ontology/records.ts';
import type { Searchable } from '../text/search/search-text.ts';
import type { EntityPart, TextRow } from './reads.ts';

/** The record properties that a text row needs. */
export const textProperties = [
  ...['slug', 'formerSlugs', 'name', 'aliases', 'labels', 'summary', 'definition', 'degree'],
  ...['spdxId', 'version', 'identifiers', 'documents'],
] as const;

type Known = Pick<
  EntityRecord,
  'id' | 'slug' | 'formerSlugs' | 'name' | 'aliases' | 'labels' | 'summary' | 'degree'
> & { readonly definition?: string | null };

/** The text row of an entity that has its text properties. */
export function textRowOf(entity: EntityPart): TextRow {
  const known = entity as unknown as Known;
  const license = entity.kind === 'LICENSE' ? (entity as unknown as LicenseRecord) : null;
  return {
    id: entity.id,
    kind: entity.kind,
    slug: known.slug,
    formerSlugs: known.formerSlugs,
    name: known.name,
    aliases: known.aliases,
    hidden: known.labels.filter(({ kind }) => kind === 'HIDDEN').map(({ text }) => text),
    summary: known.summary,
    definition: known.definition ?? null,
    degree: known.degree,
    license: license && {
      spdxId: license.spdxId,
      version: license.version,
      identifiers: license.identifiers,
      documents: license.documents,
    },
  };
}

/** The record properties that search needs. */
export const searchProperties = [
  ...['name', 'aliases', 'labels', 'summary', 'definition', 'degree'],
] as const;

/** The searchable parts of an entity that has its search properties. */
export function searchableOf(entity: EntityPart): Searchable {
  const { name, aliases, labels, summary, degree, definition } = entity as unknown as Known;
  return {
    id: entity.id,
    kind: entity.kind,
    name,
    aliases,
    hidden: labels.filter(({ kind }) => kind === 'HIDDEN').map(({ text }) => text),
    summary,
    definition: definition ?? null,
    degree,
  };
}
