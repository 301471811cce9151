import { licenseShape } from './license-shape.ts';
import type { LicenseRecord } from './records.ts';
import type { RelationType } from './relations.ts';
import type { EntityKind } from './vocabulary.ts';

// The facts that decide on the classes of models.

/** Relations of a model that decide on its class and on those of models derived from it. */
export const judgedRelations: readonly RelationType[] = [
  'LICENSED_UNDER',
  'DERIVED_FROM',
  'DEVELOPED_BY',
];

/** Record properties that decide, for models and for the licenses of models. */
export const judgedFacts: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  MODEL: ['releasedOn', 'inputModalities', 'outputModalities'],
  LICENSE: ['clauses', 'clausesComplete', 'documents'],
};

type Values = Readonly<Record<string, unknown>>;

/**
 * Whether the classes of models may differ between two records of an entity. A property may be
 * stored as JSON.
 */
export function isJudgedAnew(kind: EntityKind, before: Values, after: Values): boolean {
  const names = judgedFacts[kind] ?? [];
  const isSame = names.every(
    (name) => JSON.stringify(before[name] ?? null) === JSON.stringify(after[name] ?? null),
  );
  if (isSame || kind !== 'LICENSE') return !isSame;
  return shapeText(before) !== shapeText(after);
}

function shapeText(license: Values): string {
  const { clauses, clausesComplete, documents } = license;
  return JSON.stringify(
    licenseShape({
      clauses: listOf<LicenseRecord['clauses'][number]>(clauses),
      clausesComplete: clausesComplete === true,
      documents: listOf<LicenseRecord['documents'][number]>(documents),
    }),
  );
}

function listOf<Item>(stored: unknown): readonly Item[] {
  const list: unknown = typeof stored === 'string' ? JSON.parse(stored) : stored;
  return Array.isArray(list) ? (list as readonly Item[]) : [];
}
