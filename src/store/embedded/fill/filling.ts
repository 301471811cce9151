import type { Codes } from '../database/codes.ts';
import { fillingKey, inTransaction, readValue, type Sqlite } from '../database/database.ts';
import { lateIndexes, lateTables, waitingTable } from '../database/late-indexes.ts';
import { fillNearEdges, stopNearEdges } from '../write/near-edges.ts';
import { addCells, addEdges, addFans } from './late-rows.ts';

/** Whether the file is being filled, or a filling was interrupted. */
export function isFilling(database: Sqlite): boolean {
  return readValue(database, fillingKey) !== null;
}

/** Whether rows may still be added in this way. Once some late rows are there, they may not. */
export function mayFill(database: Sqlite): boolean {
  return readValue(database, fillingKey) === begun;
}

const begun = 'begun';
const ending = 'ending';

/** Drops the late indexes of an empty file. Returns false if the file is not empty. */
export function beginFilling(database: Sqlite): boolean {
  return inTransaction(database, () => {
    const isEmpty = ['entity', 'relation', 'claim', 'source'].every(
      (table) => database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get([]) === undefined,
    );
    if (!isEmpty) return false;
    for (const sql of lateIndexes) database.exec(`DROP INDEX IF EXISTS ${nameIn(sql)}`);
    stopNearEdges(database);
    for (const { table, columns } of lateTables) {
      database.exec(`CREATE TABLE IF NOT EXISTS ${waitingTable(table)} (${columns})`);
    }
    database
      .prepare('INSERT OR REPLACE INTO graph (key, value) VALUES (?, ?)')
      .run([fillingKey, begun]);
    return true;
  });
}

/**
 * Writes the late rows and builds the late indexes. Each step is one transaction, and a repeated
 * step does nothing, so that an interrupted end can be finished later.
 */
export function endFilling(database: Sqlite, codes: Codes): void {
  for (let step = 0; endFillingStep(database, codes, step); step += 1);
}

/** One step of it. Returns false if there is no such step. */
export function endFillingStep(database: Sqlite, codes: Codes, number: number): boolean {
  const step = steps[number];
  if (step === undefined) return false;
  // This build of SQLite sorts in memory, however large the tables are.
  database.exec('PRAGMA temp_store = FILE');
  inTransaction(database, () => isFilling(database) && step(database, codes));
  database.exec('PRAGMA temp_store = DEFAULT');
  return true;
}

/** The same within a transaction. */
export function endFillingWithin(database: Sqlite, codes: Codes): void {
  for (const step of steps) step(database, codes);
}

/** Tables come first: the indexes then use the pages that become free. */
const steps: readonly ((database: Sqlite, codes: Codes) => void)[] = [
  (database) => {
    database.prepare('UPDATE graph SET value = ? WHERE key = ?').run([ending, fillingKey]);
  },
  // Classes of models may be written between the steps, and are counted for each cell.
  addCells,
  ...lateTables.map(({ table, columns, conflict }) => (database: Sqlite) => {
    const waiting = waitingTable(table);
    const found = database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get([waiting]);
    if (found === undefined) return;
    database.exec(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${waiting} WHERE 1
       ORDER BY ${columns}, rowid ${conflict};
       DROP TABLE ${waiting}`,
    );
  }),
  addEdges,
  ...lateIndexes.map((sql) => (database: Sqlite) => {
    database.exec(sql);
  }),
  // These are counted in the order of an index.
  addFans,
  fillNearEdges,
  (database) => {
    database.prepare('DELETE FROM graph WHERE key = ?').run([fillingKey]);
  },
];

function nameIn(sql: string): string {
  return /EXISTS (\w+)/.exec(sql)?.[1] ?? '';
}
