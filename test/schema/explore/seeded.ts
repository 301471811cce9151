import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { seededStore } from '../../support/seeds.ts';

/** A reader over the seeds, in a new embedded store. */
export async function seededReader(): Promise<GraphReader> {
  const store = await seededStore();
  return createGraphReader(store, { revisionCheckMs: 0, cacheRows: 10_000 });
}
