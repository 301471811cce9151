import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { fillWithSeeds } from '../../support/seeds.ts';

/** A reader over the seeds, in a new embedded store. */
export async function seededReader(): Promise<GraphReader> {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  return createGraphReader(await fillWithSeeds(store), { revisionCheckMs: 0, cacheRows: 10_000 });
}
