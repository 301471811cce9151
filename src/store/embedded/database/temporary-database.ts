import Database from 'libsql';
import { StoreError } from '../../graph-store.ts';
import { asStoreError } from './faults.ts';

const cacheKilobytes = 16_384;

/**
 * A database of tables in the schema "spool". It is on the disk, where SQLite has its temporary
 * files, and not in memory. It ends with the process in any case.
 */
export function temporaryDatabase(layout: string): Database.Database {
  const database = new Database(':memory:');
  // This makes SQLite store a database without a name in a file.
  database.exec(`PRAGMA temp_store = FILE; ATTACH '' AS spool;
    PRAGMA spool.journal_mode = OFF; PRAGMA spool.cache_size = -${cacheKilobytes}; ${layout}`);
  return database;
}

/** A StoreError for a fault of such a database. Any other error is returned unchanged. */
export function asTemporaryFault(cause: unknown): unknown {
  const error = asStoreError(cause, '');
  if (error === cause || !(cause instanceof Error)) return cause;
  const detail = cause.message.replace(/\s+/g, ' ');
  const message = `A temporary file of the load cannot be written or read (${detail}). Make room in the directory of temporary files, or set TMPDIR to another one, and load again.`;
  return new StoreError('STORE_UNAVAILABLE', message, { cause });
}
