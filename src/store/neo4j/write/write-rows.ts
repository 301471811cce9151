import { kindOfId } from '../../../ontology/ids.ts';
import { spanOf } from '../../../ontology/partial-date.ts';
import {
  type RelationRecord,
  structuredProperties,
  zRelationRecord,
} from '../../../ontology/records.ts';
import { relationOf } from '../../../ontology/relations.ts';
import { type GraphChange, type Owned, StoreError, type Upsert } from '../../graph-store.ts';
import { toParameter } from '../cypher-statement.ts';
import { packRelation } from '../relation-rows.ts';
import {
  asideEndName,
  edgeKindName,
  joinedEndName,
  marksMixed,
  mixedEndName,
  nodeKeys,
  sharedEndName,
  sharedName,
} from '../sort-copies.ts';
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

/** The values of some properties, by position. */
export function valuesOf(names: readonly string[], properties: Properties): readonly unknown[] {
  return names.map((name) => properties[name] ?? null);
}

/** The properties of a new node or relationship, whose values stand in a list from a place on. */
export function literalOf(names: readonly string[], list: string, from: number): string {
  return `{${names.map((name, at) => `${name}: ${list}[${from + at}]`).join(', ')}}`;
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
  const { record, digest } = upsert;
  if (kindOfId(record.id) !== record.kind) {
    throw new StoreError('STORE_FAILURE', `${record.id} is not the id of a ${record.kind}.`);
  }
  return {
    id: record.id,
    properties: present({
      ...propertiesOf(record, digest),
      ...nodeKeys(record.kind, record.id, record as unknown as Properties),
      owners: ownersText(upsert),
      revision: toParameter(revision),
      updatedAt: at,
    }),
  };
}

/** Its properties may be null, which removes them. */
export interface RelationRow extends WriteRow {
  readonly fromId: string;
  readonly toId: string;
}

/** The names of all properties in the rows of relationships. */
export const relationColumns: readonly string[] = [
  'digest',
  ...Object.keys(zRelationRecord.shape).filter((name) => name !== 'type'),
  ...['record', 'sinceDay', 'untilDay', sharedName],
  ...(['from', 'to'] as const).flatMap((side) => [
    ...[asideEndName(side), sharedEndName(side), joinedEndName(side)],
    ...[mixedEndName(side), edgeKindName(side)],
  ]),
];

const alone: Company = { shared: false, joined: false };

/**
 * A relationship: its record, the first days of its period's bounds, and marks if it is not best or
 * if others connect its ends.
 */
export function relationRow(
  { record, digest }: Upsert<RelationRecord>,
  { shared, joined }: Company = alone,
): RelationRow {
  const { id, fromId, toId, since, until, best } = record;
  const kindOfEnd = (side: 'from' | 'to', end: string) =>
    relationOf(record.type)[side].length > 1 ? { [edgeKindName(side)]: kindOfId(end) } : {};
  // The type is that of the relationship.
  const { type: _, ...rest } = record;
  return {
    id,
    fromId,
    toId,
    // No property of a relation needs another form in the database.
    properties: {
      ...rest,
      digest,
      record: packRelation(record),
      sinceDay: since === null ? null : spanOf(since).first,
      untilDay: until === null ? null : spanOf(until).first,
      [asideEndName('from')]: best ? null : fromId,
      [asideEndName('to')]: best ? null : toId,
      [sharedName]: shared,
      [sharedEndName('from')]: shared ? fromId : null,
      [sharedEndName('to')]: shared ? toId : null,
      [joinedEndName('from')]: joined ? fromId : null,
      [joinedEndName('to')]: joined ? toId : null,
      ...mixedEnds(record),
      ...kindOfEnd('from', fromId),
      ...kindOfEnd('to', toId),
    },
  };
}

function mixedEnds({ type, fromId, toId, best }: RelationRecord): Record<string, string> {
  if (!marksMixed(type) || !best || kindOfId(fromId) === kindOfId(toId)) return {};
  return { [mixedEndName('from')]: fromId, [mixedEndName('to')]: toId };
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

/** The locators of all entities of the change. If a key occurs twice, the last one counts. */
export function locatorRows(change: GraphChange): readonly { key: string; entityId: string }[] {
  const owners = new Map<string, string>();
  for (const { record, locators } of change.entities) {
    for (const { kind, key } of locators) owners.set(`${kind}/${key}`, record.id);
  }
  return [...owners].map(([key, entityId]) => ({ key, entityId }));
}
