import { entityKinds, sortPropertiesOf } from '../../../ontology/kinds.ts';
import { cellIndexes } from './cell-tables.ts';

/** Sort values of the kinds, besides the name. Each has a column, which is null for other kinds. */
export const orderColumns = [
  ...new Map(entityKinds.flatMap(sortPropertiesOf).map(({ property, type }) => [property, type])),
].filter(([property]) => property !== 'sort');

/**
 * The indexes that nobody needs while an empty file is filled. They are absent then, and they are
 * built at the end: each row of them would otherwise write a page of its own.
 */
export const lateIndexes: readonly string[] = [
  'CREATE INDEX IF NOT EXISTS entity_owners ON entity (owners)',
  'CREATE INDEX IF NOT EXISTS entity_by_sort ON entity (kind, sort, id)',
  'CREATE INDEX IF NOT EXISTS entity_by_revision ON entity (revision, id)',
  ...orderColumns.map(
    ([name]) =>
      `CREATE INDEX IF NOT EXISTS entity_by_${name} ON entity (kind, ${name}, id) WHERE ${name} IS NOT NULL`,
  ),
  'CREATE INDEX IF NOT EXISTS locator_entity ON locator (entity)',
  'CREATE UNIQUE INDEX IF NOT EXISTS relation_id ON relation (id)',
  'CREATE INDEX IF NOT EXISTS relation_to ON relation (to_n, type, from_n, standing)',
  'CREATE UNIQUE INDEX IF NOT EXISTS claim_id ON claim (id)',
  'CREATE INDEX IF NOT EXISTS claim_source ON claim (source, place, id)',
  'CREATE UNIQUE INDEX IF NOT EXISTS label_entity_id ON label_entity (id)',
  'CREATE INDEX IF NOT EXISTS label_of ON label (entity)',
  'CREATE INDEX IF NOT EXISTS label_compact ON label (compact, shelf, tie)',
  'CREATE INDEX IF NOT EXISTS label_closed ON label (closed, shelf, tie) WHERE closed IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS fan_slot ON fan (slot, best)',
  ...cellIndexes,
];

export const labelKeyColumns = ['shelf', 'key', 'label'] as const;
export const identifierColumns = ['key', 'entity'] as const;
export const locatorColumns = ['key', 'entity'] as const;
/** A key goes to its latest owner. */
export const onTakenLocator = 'ON CONFLICT (key) DO UPDATE SET entity = excluded.entity';

/**
 * The same for tables that are stored in the order of their keys, with these keys. Among rows with
 * one key, the one written last comes last.
 */
export const lateTables = [
  { table: 'label_key', columns: labelKeyColumns.join(', '), conflict: '' },
  {
    table: 'identifier',
    columns: identifierColumns.join(', '),
    conflict: 'ON CONFLICT DO NOTHING',
  },
  { table: 'locator', columns: locatorColumns.join(', '), conflict: onTakenLocator },
] as const;

/** The table in which rows wait while a file is filled. */
export function waitingTable<Table extends (typeof lateTables)[number]['table']>(
  table: Table,
): `${Table}_waiting` {
  return `${table}_waiting`;
}
