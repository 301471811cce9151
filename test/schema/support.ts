import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { fill } from '../contract/world.ts';

/** A store in memory with the small world of the contract tests. */
export async function smallStore(): Promise<GraphStore> {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  return fill(store);
}

/** A reader without a cache between requests. */
export function coldReader(store: GraphStore): GraphReader {
  return createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
}
