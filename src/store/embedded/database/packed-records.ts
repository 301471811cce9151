import type { z } from 'zod';
import { entityKinds, sortPropertiesOf } from '../../../ontology/kinds.ts';
import {
  type ClaimRecord,
  type EntityRecord,
  entityRecordSchemas,
  type RelationRecord,
} from '../../../ontology/records.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { foldedNames } from '../../../text/folded-names.ts';
import { stampProperties } from '../../cache-tags.ts';
import { type EntityInput, StoreError } from '../../graph-store.ts';

// A record is stored without the values in the columns of its row. An entity is a JSON object of
// its other properties. A relation or a claim is a list of values without the nulls at its end,
// since most values are null.

/** Record properties that have a column in the table of entities. */
export const entityColumns: readonly string[] = [
  ...['id', 'kind', 'slug', 'degree'],
  ...new Set(entityKinds.flatMap(sortPropertiesOf).map(({ property }) => property)),
];

const columns = new Set(entityColumns);

/** A row of `entityText`: its number, and all its columns. */
export type EntityRow = readonly [n: number, ...unknown[]];

const rowColumns = [...entityColumns, 'revision', 'updated_at', 'record'];

/** The SELECT for all columns of an entity. */
export const entityText = `SELECT n, ${rowColumns.join(', ')} FROM entity`;

/** The JSON text of the properties without a column. */
export function textOfRow(row: EntityRow): string {
  return row[rowColumns.length] as string;
}

/** An entity without its stamps. */
export type EntityValues = Omit<EntityRecord, (typeof stampProperties)[number]> &
  Readonly<Record<string, unknown>>;

/** The entity of a row. Throws STORE_DAMAGED if the row cannot be read. */
export function entityOfRow(row: EntityRow): EntityRecord {
  return { ...valuesOfRow(row), ...stampsOfRow(row) } as EntityRecord;
}

/** The same without its stamps. */
export function valuesOfRow(row: EntityRow): EntityValues {
  const id = row[1 + entityColumns.indexOf('id')] as string;
  const kind = row[1 + entityColumns.indexOf('kind')] as EntityKind;
  const entity = unpackEntity(textOfRow(row), kind, id);
  for (const [place, column] of entityColumns.entries()) {
    const value = row[place + 1];
    // Null means that the kind does not have the property.
    if (value !== null && column !== 'degree') entity[column] = value;
  }
  entity.folded = foldedOf(entity);
  return inOrder(kind, entity) as EntityValues;
}

/**
 * Gives all objects of a kind the same order of properties, which makes reading from them faster.
 */
function inOrder(kind: EntityKind, entity: Record<string, unknown>): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  for (const name of ownProperties.get(kind) ?? []) ordered[name] = entity[name];
  return ordered;
}

const ownProperties = new Map(
  Object.entries(entityRecordSchemas).map(([kind, { shape }]) => {
    const names = Object.keys(shape);
    return [kind, names.filter((name) => !(stampProperties as readonly string[]).includes(name))];
  }),
);

/** The stamps of a row. */
export function stampsOfRow(row: EntityRow): Pick<EntityRecord, (typeof stampProperties)[number]> {
  const at = (column: string) => row[1 + rowColumns.indexOf(column)];
  return {
    degree: at('degree') as number,
    revision: at('revision') as number,
    updatedAt: at('updated_at') as string,
  };
}

type Empty = null | readonly [];

/** The empty value of each property of a kind, where there is one. */
const empties = new Map(
  Object.entries(entityRecordSchemas).map(([kind, { shape }]) => {
    const properties = Object.entries(shape as Readonly<Record<string, z.ZodType>>);
    const found = properties.flatMap(([name, type]): (readonly [string, Empty])[] => {
      const empty = ([null, []] as const).find((each) => type.safeParse(each).success);
      return empty === undefined ? [] : [[name, empty]];
    });
    return [kind, new Map(found)];
  }),
);

/**
 * The text that filters search, of a record that was taken apart. It is stored only where it does
 * not follow from the names.
 */
export function foldedOf(values: Readonly<Record<string, unknown>>): unknown {
  return values.folded ?? namesOf(values);
}

function namesOf({ sort, slug, aliases }: Readonly<Record<string, unknown>>): string {
  return foldedNames(sort as string, slug as string, aliases as readonly string[] | undefined);
}

/** The JSON text of the properties without a column, except those that are empty or follow. */
export function packEntity(record: EntityInput): string {
  const empty = empties.get(record.kind);
  const values = record as unknown as Readonly<Record<string, unknown>>;
  const rest: Record<string, unknown> = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (name === 'folded' && value === namesOf(values)) continue;
    if (!columns.has(name) && !isEmpty(value, empty?.get(name))) rest[name] = value;
  }
  return JSON.stringify(rest);
}

function isEmpty(value: unknown, empty: Empty | undefined): boolean {
  if (empty === undefined) return false;
  return empty === null ? value === null : Array.isArray(value) && value.length === 0;
}

const relationFields = [
  ...(['evidence', 'asOf', 'note', 'method', 'artifact'] as const),
  ...(['expression', 'since', 'until'] as const),
] as const;
const claimFields = [
  ...(['valueText', 'asOf', 'evidence', 'note', 'artifact', 'since', 'until'] as const),
] as const;

/** The JSON path of a field in a relation's list, for use in statements. */
export function relationPath(field: (typeof relationFields)[number]): string {
  return `'$[${relationFields.indexOf(field) + 1}]'`;
}

/** `source` is the number of the source, or its id if the file does not have it. */
export function packRelation(record: RelationRecord, source: number | string | null): string {
  const values: unknown[] = [rankValue(record.rank)];
  for (const field of relationFields) values.push(record[field]);
  values.push(record.contested ? 1 : null, source);
  return packed(values);
}

type RelationHead = Pick<RelationRecord, 'id' | 'type' | 'fromId' | 'toId' | 'best'>;

export function unpackRelation(
  text: string,
  head: RelationHead,
  sourceOf: (source: number) => string | null,
): RelationRecord {
  const values = unpacked('relation', text, head.id, relationFields.length + 3);
  // Field by field in the order of `relationFields`, since a page may read thousands.
  const [rank, evidence, asOf, note, method, artifact, expression, since, until] = values;
  const [contested, source] = [
    values[relationFields.length + 1],
    values[relationFields.length + 2],
  ];
  return {
    id: head.id,
    type: head.type,
    fromId: head.fromId,
    toId: head.toId,
    note: note ?? null,
    rank: rank === ordinary ? 'NORMAL' : rank,
    best: head.best,
    contested: contested === 1,
    evidence: evidence ?? null,
    asOf: asOf ?? null,
    sourceId: typeof source === 'number' ? sourceOf(source) : (source ?? null),
    artifact: artifact ?? null,
    expression: expression ?? null,
    since: since ?? null,
    until: until ?? null,
    method: method ?? null,
  } as RelationRecord;
}

/** The ids that a claim refers to and that the graph lacks; null for an existing thing. */
export type Unknown = readonly [
  subject: string | null,
  relation: string | null,
  source: string | null,
];

export function packClaim(record: ClaimRecord, unknown: Unknown): string {
  const { value, valueText, rank } = record;
  // Most values are texts that equal their written form.
  const isText = value !== null && value === JSON.stringify(valueText);
  const values: unknown[] = [rankValue(rank)];
  for (const field of claimFields) values.push(record[field]);
  values.push(isText ? true : value, unknown[0], unknown[1], unknown[2], record.method);
  return packed(values);
}

type ClaimHead = Pick<ClaimRecord, 'id' | 'property' | 'best' | 'contested' | 'sort'> & {
  readonly subjectId: string | null;
  readonly relationId: string | null;
  readonly sourceId: string | null;
};

export function unpackClaim(text: string, head: ClaimHead): ClaimRecord {
  const size = claimFields.length;
  const [rank, ...values] = unpacked('claim', text, head.id, size + 6);
  const [value, subject, relation, source, method] = values.slice(size);
  const fields = namedValues(claimFields, values);
  return {
    ...head,
    ...fields,
    value: value === true ? JSON.stringify(fields.valueText) : (value ?? null),
    rank: rank === ordinary ? 'NORMAL' : rank,
    subjectId: head.subjectId ?? subject ?? '',
    relationId: head.relationId ?? relation ?? null,
    sourceId: head.sourceId ?? source ?? '',
    method: method ?? null,
  } as ClaimRecord;
}

function namedValues<Field extends string>(
  fields: readonly Field[],
  values: readonly unknown[],
): Record<Field, unknown> {
  const named = {} as Record<Field, unknown>;
  for (const [place, field] of fields.entries()) named[field] = values[place] ?? null;
  return named;
}

/** Stands for the rank NORMAL, which nearly all have. */
const ordinary = 0;

function rankValue(rank: string): string | number {
  return rank === 'NORMAL' ? ordinary : rank;
}

/** Takes the nulls off the end of the list. */
function packed(values: unknown[]): string {
  while (values.length > 0 && values.at(-1) === null) values.pop();
  return JSON.stringify(values);
}

function unpacked(table: string, text: string, id: string, most: number): readonly unknown[] {
  const values = parsed(table, text, id);
  const fits = Array.isArray(values) && values.length > 0 && values.length <= most;
  if (!fits) throw damagedRecord(table, id);
  for (const value of values) if (isObject(value)) throw damagedRecord(table, id);
  return values;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The properties of an entity without a column. Throws STORE_DAMAGED if the text is invalid. */
export function unpackEntity(text: string, kind: EntityKind, id: string): Record<string, unknown> {
  const rest = parsed('entity', text, id);
  if (typeof rest !== 'object' || rest === null || !('name' in rest)) {
    throw damagedRecord('entity', id);
  }
  const entity = rest as Record<string, unknown>;
  for (const [name, empty] of empties.get(kind) ?? []) {
    if (!(name in entity)) entity[name] = empty === null ? null : [];
  }
  return entity;
}

/**
 * A record that is stored as a whole, such as a source. Throws STORE_DAMAGED if the text is not the
 * record with this id.
 */
export function wholeRecord<Stored extends { readonly id: string }>(
  table: string,
  text: string,
  id?: string,
): Stored {
  const record = parsed(table, text, id);
  if (typeof record !== 'object' || record === null || !('id' in record)) {
    throw damagedRecord(table, id);
  }
  if (id !== undefined && record.id !== id) throw damagedRecord(table, id);
  return record as Stored;
}

function parsed(table: string, text: string, id: string | undefined): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damagedRecord(table, id, cause);
  }
}

/** The error for a record that cannot be read. No answer is better than a wrong one. */
export function damagedRecord(table: string, id: string | undefined, cause?: unknown): StoreError {
  const which = id === undefined ? `a record of "${table}"` : `the record "${id}" of "${table}"`;
  const message = `The embedded store is damaged: ${which} cannot be read. Move its file (glossgraph.db in DATA_DIR) away, and the seeds are loaded again.`;
  return new StoreError('STORE_DAMAGED', message, { cause });
}
