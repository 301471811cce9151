import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { seededStore } from '../../support/seeds.ts';

/** A reader of the real seeds, without a cache between requests. */
export async function seedReader(): Promise<GraphReader> {
  const store = await seededStore();
  return createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
}
