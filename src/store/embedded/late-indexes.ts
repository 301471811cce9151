import { cellIndexes } from './cell-tables.ts';

/**
 * The indexes whose order has nothing to do with the order in which things are loaded. While an
 * empty file is filled they are absent, and they are built at the end: each row of them would
 * otherwise write a page of its own.
 */
export const lateIndexes: readonly string[] = [
  'CREATE UNIQUE INDEX IF NOT EXISTS relation_id ON relation (id)',
  'CREATE INDEX IF NOT EXISTS relation_to ON relation (to_n, type, from_n, standing)',
  'CREATE UNIQUE INDEX IF NOT EXISTS claim_id ON claim (id)',
  'CREATE INDEX IF NOT EXISTS claim_source ON claim (source, place, id)',
  'CREATE INDEX IF NOT EXISTS fan_slot ON fan (slot, best)',
  'CREATE INDEX IF NOT EXISTS label_compact ON label (compact, shelf, tie)',
  ...cellIndexes,
];

export const edgeColumns = [
  ...['owner', 'slot', 'value', 'neighbor'],
  ...['relation', 'neighbor_n', 'standing', 'degree'],
] as const;
export const labelKeyColumns = ['shelf', 'key', 'label'] as const;

/** The same for tables that are stored in the order of their keys, and these keys. */
export const lateTables = [
  {
    table: 'edge',
    columns: edgeColumns.join(', '),
    order: 'owner, slot, value, neighbor, relation',
  },
  {
    table: 'label_key',
    columns: labelKeyColumns.join(', '),
    order: labelKeyColumns.join(', '),
  },
] as const;

/** The table in which rows wait while a file is filled. */
export function waitingTable(table: (typeof lateTables)[number]['table']): string {
  return `${table}_waiting`;
}
