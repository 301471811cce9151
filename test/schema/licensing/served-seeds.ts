import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { fillWithSeeds } from '../../support/seeds.ts';

/** A reader of the real seeds, without a cache between requests. */
export async function seedReader(): Promise<GraphReader> {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  return createGraphReader(await fillWithSeeds(store), { revisionCheckMs: null, cacheRows: 1 });
}
