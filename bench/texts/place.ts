import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { createNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';

/** Where the models are stored, as plain data that can be passed to another process. */
export type Place =
  | { readonly store: 'embedded'; readonly file: string }
  | {
      readonly store: 'neo4j';
      readonly uri: string;
      readonly user: string;
      readonly password: string;
    };

/** As many as `serve` starts. */
const threads = 2;

/** Opens the store of a place, with threads for long reads as in `serve`; from source by default. */
export async function openStore(
  place: Place,
  create = { createEmbeddedStore, createNeo4jStore },
): Promise<GraphStore> {
  const store =
    place.store === 'embedded'
      ? create.createEmbeddedStore({ file: place.file, threads })
      : create.createNeo4jStore({ ...place, timeoutMs: 60_000 });
  await store.open();
  return store;
}
