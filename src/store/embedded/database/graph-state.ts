import type { GraphState } from '../../graph-store.ts';
import { readValue, type Sqlite } from './database.ts';

/** The revision of the graph in a file, and the time of its last change. */
export function stateIn(database: Sqlite): GraphState {
  return {
    revision: revisionIn(database),
    changedAt: readValue(database, 'changedAt'),
  };
}

/** The revision of the graph in a file; 0 before the first write. */
export function revisionIn(database: Sqlite): number {
  return Number(readValue(database, 'revision') ?? 0);
}
