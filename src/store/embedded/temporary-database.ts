import Database from 'libsql';

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
