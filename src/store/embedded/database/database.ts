import { dirname } from 'node:path';
import Database from 'libsql';
import { makeFolder } from '../../../base/folders.ts';
import { StoreError } from '../../graph-store.ts';
import { cellLayout } from './cell-tables.ts';
import { classLayout } from './class-tables.ts';
import { codeNames } from './code-names.ts';
import { asStoreError, isBusy } from './faults.ts';
import { heldProperties } from './held-properties.ts';
import { labelLayout, textTable } from './label-tables.ts';
import { lateIndexes, orderColumns } from './late-indexes.ts';
import { nearLayout, nearTriggers } from './near-tables.ts';

export type Sqlite = Database.Database;

const formatVersion = 10;

// Entities, relations, claims and sources have numbers (n), and other tables refer to these, since
// an id is many times as long. Ids of relations and claims have no type, and a claim's place has no
// id. Rows of entities are wide: what is read of very many is in narrow tables, too.
const layout = `
  CREATE TABLE IF NOT EXISTS graph (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS revision_tags (
    revision INTEGER PRIMARY KEY, changed_at TEXT NOT NULL, tags TEXT
  );
  CREATE TABLE IF NOT EXISTS code (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS tally (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS entity (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, slug TEXT NOT NULL,
    degree INTEGER NOT NULL, sort TEXT NOT NULL,
    ${orderColumns.map(([name, type]) => `${name} ${type === 'number' ? 'INTEGER' : 'TEXT'}`).join(', ')},
    revision INTEGER NOT NULL, updated_at TEXT NOT NULL, owners INTEGER NOT NULL, cell INTEGER,
    digest TEXT NOT NULL, record TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS locator (key TEXT PRIMARY KEY, entity INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS held (
    property INTEGER NOT NULL, value NOT NULL, entity INTEGER NOT NULL,
    PRIMARY KEY (property, value, entity)
  ) WITHOUT ROWID;
  CREATE VIRTUAL TABLE IF NOT EXISTS folded USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram'
  );
  CREATE TABLE IF NOT EXISTS entity_names (
    entity INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS relation (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, type INTEGER NOT NULL,
    from_n INTEGER NOT NULL, to_n INTEGER NOT NULL, standing INTEGER NOT NULL,
    digest TEXT NOT NULL, record TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS relation_from ON relation (from_n, type);
  CREATE TABLE IF NOT EXISTS edge (
    owner INTEGER NOT NULL, slot INTEGER NOT NULL, value TEXT NOT NULL, neighbor TEXT NOT NULL,
    relation INTEGER NOT NULL, neighbor_n INTEGER NOT NULL, standing INTEGER NOT NULL,
    degree INTEGER NOT NULL, PRIMARY KEY (owner, slot, value, neighbor, relation)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS fan (
    owner INTEGER NOT NULL, slot INTEGER NOT NULL, total INTEGER NOT NULL, best INTEGER NOT NULL,
    PRIMARY KEY (owner, slot)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS source (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, owners INTEGER NOT NULL,
    digest TEXT NOT NULL, record TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS source_owners ON source (owners);
  CREATE TABLE IF NOT EXISTS dataset (name TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS owner_set (number INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS contribution (
    thing TEXT NOT NULL, dataset TEXT NOT NULL, statements TEXT NOT NULL,
    PRIMARY KEY (thing, dataset)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS identifier (
    key TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (key, entity)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS claim (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, subject INTEGER, relation INTEGER,
    source INTEGER, property INTEGER NOT NULL, standing INTEGER NOT NULL,
    contested INTEGER NOT NULL, place TEXT NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS claim_subject ON claim (subject, place);
  CREATE INDEX IF NOT EXISTS claim_relation ON claim (relation, place) WHERE relation IS NOT NULL;
  CREATE TABLE IF NOT EXISTS disagreement (
    id TEXT PRIMARY KEY, subject_id TEXT NOT NULL, kind TEXT NOT NULL, contested INTEGER NOT NULL,
    property TEXT NOT NULL, sort TEXT NOT NULL, record TEXT NOT NULL, digest TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS disagreement_kind ON disagreement (kind, contested, sort);
  CREATE INDEX IF NOT EXISTS disagreement_property
    ON disagreement (kind, contested, property, sort);
  CREATE INDEX IF NOT EXISTS disagreement_subject ON disagreement (subject_id, sort);
  ${labelLayout}
  ${classLayout}
  ${cellLayout}
  ${nearLayout}
  ${[...lateIndexes, ...nearTriggers].map((sql) => `${sql};`).join('\n  ')}
`;

/** The orders and filters of the version that wrote the rows. */
const shape = JSON.stringify([orderColumns, heldProperties]);

const creating = /CREATE (?:TABLE|(?:UNIQUE )?INDEX|VIRTUAL TABLE|TRIGGER) IF NOT EXISTS (\w+)/g;
const ownTables = [...layout.matchAll(creating)].map(([, name = '']) => name);

/** The bookkeeping that a file has while it is filled. */
export const fillingKey = 'filling';

/** "glos" as SQLite's application id. It marks our files. */
const applicationId = 0x676c6f73;
/**
 * Pages in the log (of 4 kB) before they are copied into the file. Large transactions of a load
 * write many pages more than once.
 */
const walPages = 10_000;
/** How long a process waits for another, in milliseconds. */
const patience = 5000;
const pause = 20;

/**
 * Opens or creates the file and its tables; ":memory:" keeps the graph in memory. Throws a
 * StoreError: STORE_UNAVAILABLE if the file cannot be opened, STORE_DAMAGED if it cannot be read,
 * STORE_FOREIGN if it belongs to another program, STORE_VERSION if it has another format. A refused
 * file is not changed.
 */
export function openDatabase(file: string): Sqlite {
  let database: Sqlite | null = null;
  try {
    if (file !== ':memory:') makeFolder(dirname(file));
    database = new Database(file, { timeout: patience });
    prepareDatabase(database, file);
    return database;
  } catch (cause) {
    database?.close();
    throw openingError(cause, file);
  }
}

function openingError(cause: unknown, file: string): unknown {
  const error = asStoreError(cause, file);
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  return new StoreError('STORE_UNAVAILABLE', `Cannot open ${file}: ${error.message}`, { cause });
}

function prepareDatabase(database: Sqlite, file: string): void {
  const isNew = patiently(() => refuseOthers(database, file));
  // If two processes open a new file together, SQLite tells one of them at once that it is busy.
  patiently(() => database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;'));
  database.exec(`PRAGMA wal_autocheckpoint = ${walPages}`);
  const there = tablesOf(database);
  // While a file is filled, some indexes are absent.
  if (!isNew && readValue(database, fillingKey) !== null) return;
  if (!isNew && ownTables.every((name) => there.has(name)) && hasCodes(database)) return;
  inTransaction(database, () => {
    database.exec(layout);
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database
      .prepare("INSERT OR IGNORE INTO graph (key, value) VALUES ('format', ?)")
      .run([String(formatVersion)]);
    database.prepare("INSERT OR IGNORE INTO graph (key, value) VALUES ('shape', ?)").run([shape]);
    const code = database.prepare('INSERT OR IGNORE INTO code (name) VALUES (?)');
    for (const name of codeNames) code.run([name]);
  });
}

/** Whether every name used in keys has its number. A newer version may have more names. */
function hasCodes(database: Sqlite): boolean {
  const known = new Set(database.prepare('SELECT name FROM code').pluck().all([]));
  return codeNames.every((name) => known.has(name));
}

/** Throws if the file is not ours, before anything is written. Returns whether the file is new. */
function refuseOthers(database: Sqlite, file: string): boolean {
  const there = tablesOf(database);
  const [{ application_id: application }] = database.prepare('PRAGMA application_id').all([]) as [
    { application_id: number },
  ];
  if (there.size === 0 && application === 0) return true;
  // A file from before the application id has only our tables.
  const isOurs =
    application === applicationId ||
    (application === 0 &&
      there.has('graph') &&
      [...there].every((name) => ownTables.includes(name)));
  if (!isOurs) {
    const message = `${file} belongs to another program. Nothing in it was changed. Set DATA_DIR to a separate folder.`;
    throw new StoreError('STORE_FOREIGN', message);
  }
  const found = there.has('graph') ? readValue(database, 'format') : null;
  const isOfShape = found === null || readValue(database, 'shape') === shape;
  if (found === null || (found === String(formatVersion) && isOfShape)) return found === null;
  const age = Number(found) > formatVersion ? 'a newer' : 'another';
  throw new StoreError(
    'STORE_VERSION',
    `${file} was written by ${age} version, in format ${found}; this one reads format ${formatVersion}. Nothing in it was changed. Use that version, or remove the file and load the seeds again.`,
  );
}

/** The names of all tables, indexes and triggers, except those that SQLite makes for itself. */
function tablesOf(database: Sqlite): ReadonlySet<string> {
  const rows = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND name NOT LIKE '${textTable}\\_%' ESCAPE '\\'
         AND name NOT LIKE 'folded\\_%' ESCAPE '\\'`,
    )
    .all([]);
  return new Set((rows as { name: string }[]).map(({ name }) => name));
}

/** Repeats the work while another process holds the file, for a few seconds. */
function patiently<T>(work: () => T): T {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/** Does the work in one transaction, or none of it. */
export function inTransaction<T>(database: Sqlite, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // After some faults, such as a full disk, SQLite has already rolled back.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** A value of the graph's own bookkeeping (revision, time of the last change), or null. */
export function readValue(database: Sqlite, key: string): string | null {
  const row = database.prepare('SELECT value FROM graph WHERE key = ?').get([key]);
  return (row as { value: string } | undefined)?.value ?? null;
}
