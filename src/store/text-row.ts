import { repositoryNamesOf } from '../ontology/outside-identifiers.ts';
import type { EntityRecord, LicenseRecord } from '../ontology/records.ts';
import type { Searchable } from '../text/search/search-text.ts';
import type { EntityPart, TextRow } from './reads.ts';

/** The record properties that a text row needs. */
export const textProperties = [
  ...['slug', 'formerSlugs', 'name', 'aliases', 'labels', 'summary', 'definition', 'degree'],
  ...['spdxId', 'version', 'identifiers', 'documents', 'exactMatch', 'url'],
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
    hidden: hiddenLabelsOf(entity),
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
  ...['name', 'aliases', 'labels', 'summary', 'definition', 'degree', 'exactMatch', 'url'],
] as const;

/** The searchable parts of an entity that has its search properties. */
export function searchableOf(entity: EntityPart): Searchable {
  const { name, aliases, summary, degree, definition } = entity as unknown as Known;
  return {
    id: entity.id,
    kind: entity.kind,
    name,
    aliases,
    hidden: hiddenLabelsOf(entity),
    summary,
    definition: definition ?? null,
    degree,
  };
}

/** Labels that find the entity but are never shown: its hidden ones, and its names on the Hub. */
function hiddenLabelsOf(entity: EntityPart): readonly string[] {
  const { name, aliases, labels } = entity as unknown as Known;
  const hidden = labels.filter(({ kind }) => kind === 'HIDDEN').map(({ text }) => text);
  const shown = new Set([name, ...aliases, ...hidden]);
  const repositories = repositoryNamesOf(entity as unknown as EntityRecord);
  return [...hidden, ...repositories.filter((text) => !shown.has(text))];
}
