import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { StoreError } from '../graph-store.ts';

export type Sqlite = Database.Database;

const formatVersion = 1;

const layout = `
  CREATE TABLE IF NOT EXISTS graph (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS entity (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, record TEXT NOT NULL, digest TEXT NOT NULL,
    revision INTEGER NOT NULL, updated_at TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS locator (key TEXT PRIMARY KEY, entity_id TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS locator_entity ON locator (entity_id);
  CREATE TABLE IF NOT EXISTS relation (
    id TEXT PRIMARY KEY, from_id TEXT NOT NULL, to_id TEXT NOT NULL,
    record TEXT NOT NULL, digest TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS relation_from ON relation (from_id);
  CREATE INDEX IF NOT EXISTS relation_to ON relation (to_id);
  CREATE TABLE IF NOT EXISTS claim (
    id TEXT PRIMARY KEY, subject_id TEXT NOT NULL, relation_id TEXT, source_id TEXT NOT NULL,
    property TEXT NOT NULL, rank TEXT NOT NULL, best INTEGER NOT NULL, contested INTEGER NOT NULL,
    sort TEXT NOT NULL,
    record TEXT NOT NULL, digest TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS claim_subject ON claim (subject_id, sort);
  CREATE INDEX IF NOT EXISTS claim_relation ON claim (relation_id, sort);
  CREATE INDEX IF NOT EXISTS claim_source ON claim (source_id, sort);
  CREATE TABLE IF NOT EXISTS disagreement (
    id TEXT PRIMARY KEY, subject_id TEXT NOT NULL, kind TEXT NOT NULL, contested INTEGER NOT NULL,
    property TEXT NOT NULL, sort TEXT NOT NULL, record TEXT NOT NULL, digest TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS disagreement_kind ON disagreement (kind, contested, sort);
  CREATE INDEX IF NOT EXISTS disagreement_property
    ON disagreement (kind, contested, property, sort);
  CREATE INDEX IF NOT EXISTS disagreement_subject ON disagreement (subject_id, sort);
  CREATE TABLE IF NOT EXISTS source (
    id TEXT PRIMARY KEY, record TEXT NOT NULL, digest TEXT NOT NULL
  );
`;

/**
 * Opens (or creates) the file and lays out its tables; ":memory:" keeps the graph in memory.
 * Throws StoreError STORE_UNAVAILABLE where the file cannot be opened, STORE_VERSION where it was
 * written by another format.
 */
export function openDatabase(file: string): Sqlite {
  const database = connect(file);
  database.exec(layout);
  database
    .prepare("INSERT OR IGNORE INTO graph (key, value) VALUES ('format', ?)")
    .run([String(formatVersion)]);
  const found = readValue(database, 'format');
  if (found !== String(formatVersion)) {
    database.close();
    throw new StoreError(
      'STORE_VERSION',
      `${file} has format ${found}; this version reads format ${formatVersion}. Remove the file and load the seeds again.`,
    );
  }
  return database;
}

function connect(file: string): Sqlite {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new Database(file, { timeout: 5000 });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    return database;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError('STORE_UNAVAILABLE', `Cannot open ${file}: ${reason}`, { cause });
  }
}

/** A value of the graph's own bookkeeping (revision, time of the last change), or null. */
export function readValue(database: Sqlite, key: string): string | null {
  const row = database.prepare('SELECT value FROM graph WHERE key = ?').get([key]);
  return (row as { value: string } | undefined)?.value ?? null;
}
