import type { Sqlite } from '../database/database.ts';
import {
  identifierColumns,
  labelKeyColumns,
  locatorColumns,
  waitingTable,
} from '../database/late-indexes.ts';
import { RowsStatement } from '../database/many-rows.ts';
import { labelColumns, onKnownWord } from '../write/label-rows.ts';
import { rowColumns } from '../write/record-rows.ts';

interface FilledTable {
  readonly columns: readonly string[];
  readonly conflict?: string;
}

const put = (key: string, column: string) =>
  `ON CONFLICT (${key}) DO UPDATE SET ${column} = excluded.${column}`;

/** The tables that are written while an empty file is filled. */
const filledTables = {
  owner_set: { columns: ['number', 'names'] },
  source: { columns: ['n', ...rowColumns.source] },
  label_entity: { columns: labelColumns.entities },
  entity_text: { columns: labelColumns.texts },
  label: { columns: labelColumns.labels },
  label_shelf: { columns: labelColumns.shelves, conflict: 'ON CONFLICT DO NOTHING' },
  [waitingTable('label_key')]: { columns: labelKeyColumns },
  word: { columns: labelColumns.words, conflict: onKnownWord },
  entity: { columns: ['n', ...rowColumns.entity] },
  held: { columns: rowColumns.held, conflict: 'ON CONFLICT DO NOTHING' },
  folded: { columns: rowColumns.folded },
  entity_names: { columns: rowColumns.entity_names },
  [waitingTable('identifier')]: { columns: identifierColumns },
  [waitingTable('locator')]: { columns: locatorColumns },
  contribution: { columns: rowColumns.contribution },
  model_class: { columns: ['model'] },
  relation: { columns: ['n', ...rowColumns.relation] },
  claim: { columns: rowColumns.claim },
  disagreement: { columns: rowColumns.disagreement },
  dataset: { columns: ['name', 'record'], conflict: put('name', 'record') },
  revision_tags: { columns: ['revision', 'changed_at'] },
  tally: {
    columns: ['name', 'count'],
    conflict: 'ON CONFLICT (name) DO UPDATE SET count = count + excluded.count',
  },
  graph: { columns: ['key', 'value'], conflict: put('key', 'value') },
} as const satisfies Readonly<Record<string, FilledTable>>;

export type FilledTableName = keyof typeof filledTables;

/** The statements that add rows to these tables. */
export function filledStatements(database: Sqlite): ReadonlyMap<string, RowsStatement> {
  return new Map(
    Object.entries<FilledTable>(filledTables).map(([table, { columns, conflict }]) => [
      table,
      new RowsStatement(database, table, columns, conflict),
    ]),
  );
}
