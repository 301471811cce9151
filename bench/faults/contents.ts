import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { inFolder } from './folder.ts';

const tables = ['entity', 'locator', 'relation', 'claim', 'source', 'disagreement'];

/** The content of a file of the embedded store. */
export interface Contents {
  /** The rows of every table, in words, for comparison and display. */
  readonly counts: string;
  readonly rows: number;
  /** The result of `PRAGMA integrity_check`: "ok". */
  readonly integrity: string;
}

/**
 * Reads a copy of the folder, since the process under test must be the first to open a killed
 * process's file. Null where there is no file yet.
 */
export function contentsOf(folder: string): Promise<Contents | null> {
  return inFolder(async (place) => {
    const copy = join(place, 'copy');
    await cp(folder, copy, { recursive: true }).catch(() => undefined);
    try {
      return read(join(copy, 'glossgraph.db'));
    } catch (error) {
      if (error instanceof Error && /unable to open|no such table/.test(error.message)) return null;
      throw error;
    }
  });
}

function read(file: string): Contents {
  const database = new Database(file, { fileMustExist: true });
  try {
    const first = (statement: string) =>
      Object.values(database.prepare(statement).get([]) as Record<string, unknown>)[0];
    const integrity = String(first('PRAGMA integrity_check'));
    const counts = tables.map((table) => Number(first(`SELECT count(*) FROM "${table}"`)));
    return {
      counts: tables.map((table, index) => `${table} ${counts[index]}`).join(', '),
      rows: counts.reduce((sum, count) => sum + count, 0),
      integrity,
    };
  } finally {
    database.close();
  }
}
