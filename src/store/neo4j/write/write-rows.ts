import { kindOfId } from '../../../ontology/ids.ts';
import { sortPropertiesOf } from '../../../ontology/kinds.ts';
import { spanOf } from '../../../ontology/partial-date.ts';
import {
  entityRecordSchemas,
  type RelationRecord,
  structuredProperties,
  zRelationRecord,
} from '../../../ontology/records.ts';
import { relationOf } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { type GraphChange, type Owned, StoreError, type Upsert } from '../../graph-store.ts';
import { toParameter } from '../cypher-statement.ts';
import { packRelation } from '../relation-rows.ts';
import {
  asideEndName,
  edgeEndName,
  edgeKindName,
  joinedEndName,
  marksMixed,
  mixedEndName,
  nodeKeyName,
  nodeKeys,
  sharedEndName,
  sharedName,
} from '../sort-copies.ts';
import { type Column, columnsOf, columnsWithin } from './columns.ts';
import type { Company } from './mark-shared.ts';

type Properties = Readonly<Record<string, unknown>>;

/** A row of an UNWIND: an id and all properties of the thing. Absent ones are removed. */
export interface WriteRow {
  readonly id: string;
  readonly properties: Properties;
}

/** The stored form of a property: numbers as integers, lists of objects as JSON text. */
function stored(name: string, value: unknown): unknown {
  return structuredProperties.has(name) && value !== null
    ? JSON.stringify(value)
    : toParameter(value);
}

/** The stored properties of a record. */
export function propertiesOf(record: object, digest: string): Record<string, unknown> {
  const properties: Record<string, unknown> = { digest };
  for (const [name, value] of Object.entries(record)) properties[name] = stored(name, value);
  return properties;
}

/** Without nulls: a third of a claim and half of a relation, which would all be sent and read. */
function present(properties: Properties): Properties {
  const given: Record<string, unknown> = {};
  for (const name in properties) {
    if (properties[name] !== null) given[name] = properties[name];
  }
  return given;
}

/** If an id occurs twice, the last record counts. */
export function lastOfEach<Item extends { readonly record: { readonly id: string } }>(
  upserts: readonly Item[],
): readonly Item[] {
  return [...new Map(upserts.map((upsert) => [upsert.record.id, upsert])).values()];
}

/** The property with the names of the data sets that own a thing, as JSON; null for none. */
export function ownersText({ owners = [] }: Owned): string | null {
  return owners.length === 0 ? null : JSON.stringify(owners);
}

/** An entity's node: its record, its order keys, its owners, and the time of its last change. */
export function entityRow(
  upsert: GraphChange['entities'][number],
  revision: number,
  at: string,
): WriteRow {
  const { record } = upsert;
  return { id: record.id, properties: present(entityProperties(upsert, revision, at)) };
}

/** All of its properties, also absent ones. */
export function entityProperties(
  upsert: GraphChange['entities'][number],
  revision: number,
  at: string,
): Properties {
  const { record, digest } = upsert;
  if (kindOfId(record.id) !== record.kind) {
    throw new StoreError('STORE_FAILURE', `${record.id} is not the id of a ${record.kind}.`);
  }
  return {
    ...propertiesOf(record, digest),
    ...nodeKeys(record.kind, record.id, record as unknown as Properties),
    owners: ownersText(upsert),
    revision: toParameter(revision),
    updatedAt: at,
  };
}

/** The columns of a new entity's properties. */
export function entityColumns(kind: EntityKind): readonly Column<Properties>[] {
  const names = [
    ...Object.keys(entityRecordSchemas[kind].shape),
    ...sortPropertiesOf(kind).map(({ property }) => nodeKeyName(property)),
    ...['digest', 'owners'],
  ];
  return columnsOf<Properties>(names);
}

/** A relation to write, with its marks. */
export interface RelationRow extends Company, Upsert<RelationRecord> {}

const alone: Company = { shared: false, joined: false };

/** A relation with marks if others connect its ends. */
export function relationRow(
  { record, digest }: Upsert<RelationRecord>,
  { shared, joined }: Company = alone,
): RelationRow {
  return { record, digest, shared, joined };
}

const sides = ['from', 'to'] as const;

/**
 * The properties of a relationship: its record, the first days of its period's bounds, and marks if
 * it is not best or if others connect its ends. No property needs another form in the database.
 */
export const relationColumns: readonly Column<RelationRow>[] = [
  { name: 'digest', of: ({ digest }) => digest, shared: false },
  // The type is that of the relationship.
  ...columnsWithin(
    ({ record }: RelationRow) => record,
    columnsOf<RelationRecord>(
      (Object.keys(zRelationRecord.shape) as (keyof RelationRecord)[]).filter(
        (name) => name !== 'type',
      ),
    ),
  ),
  { name: 'record', of: ({ record }) => packRelation(record), shared: false },
  { name: 'sinceDay', of: ({ record: { since } }) => since && spanOf(since).first, shared: true },
  { name: 'untilDay', of: ({ record: { until } }) => until && spanOf(until).first, shared: true },
  { name: sharedName, of: ({ shared }) => shared, shared: false },
  ...sides.flatMap((side): readonly Column<RelationRow>[] => {
    const end = edgeEndName(side);
    const marked = (name: string, isMarked: (row: RelationRow) => boolean): Column<RelationRow> => {
      return { name, of: (row) => (isMarked(row) ? row.record[end] : null), shared: true };
    };
    return [
      marked(asideEndName(side), ({ record }) => !record.best),
      marked(sharedEndName(side), ({ shared }) => shared),
      marked(joinedEndName(side), ({ joined }) => joined),
      marked(mixedEndName(side), ({ record }) => isMixed(record)),
      {
        name: edgeKindName(side),
        of: ({ record }) =>
          relationOf(record.type)[side].length > 1 ? kindOfId(record[end]) : null,
        shared: true,
      },
    ];
  }),
];

function isMixed({ type, fromId, toId, best }: RelationRecord): boolean {
  return marksMixed(type) && best && kindOfId(fromId) !== kindOfId(toId);
}

/** The row of an existing relation. Its properties may be null, which removes them. */
export function rewrittenRow(row: RelationRow) {
  const properties = Object.fromEntries(
    relationColumns.map(({ name, of }) => [name, of(row) ?? null]),
  );
  const { id, fromId, toId } = row.record;
  return { id, fromId, toId, properties };
}

/** A source's node: its record and its owners. */
export function sourceRow(upsert: GraphChange['sources'][number]): WriteRow {
  const { id, properties } = plainRow(upsert);
  return { id, properties: present({ ...properties, owners: ownersText(upsert) }) };
}

/** A node with the properties of its record. */
export function plainRow({ record, digest }: Upsert<{ readonly id: string }>): WriteRow {
  return { id: record.id, properties: present(propertiesOf(record, digest)) };
}

export const locatorColumns = columnsOf<{ key: string; entityId: string }>(['key', 'entityId']);

/** The locators of all entities of the change. If a key occurs twice, the last one counts. */
export function locatorRows(change: GraphChange): readonly { key: string; entityId: string }[] {
  const owners = new Map<string, string>();
  for (const { record, locators } of change.entities) {
    for (const { kind, key } of locators) owners.set(`${kind}/${key}`, record.id);
  }
  return [...owners].map(([key, entityId]) => ({ key, entityId }));
}
