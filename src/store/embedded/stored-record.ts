import { StoreError } from '../graph-store.ts';

/**
 * The record that a row holds. Throws STORE_DAMAGED where the text is no JSON, or not the record of
 * that id: a wrong answer would be worse than none.
 */
export function storedRecord<Stored extends { readonly id: string }>(
  table: string,
  text: string,
  id?: string,
): Stored {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (cause) {
    throw damaged(table, id, cause);
  }
  if (typeof record !== 'object' || record === null || !('id' in record)) throw damaged(table, id);
  if (id !== undefined && record.id !== id) throw damaged(table, id);
  return record as Stored;
}

function damaged(table: string, id: string | undefined, cause?: unknown): StoreError {
  const which = id === undefined ? `a record of "${table}"` : `the record "${id}" of "${table}"`;
  const message = `The embedded store is damaged: ${which} cannot be read. Move its file (glossgraph.db in DATA_DIR) away, and the seeds are loaded again.`;
  return new StoreError('STORE_DAMAGED', message, { cause });
}
