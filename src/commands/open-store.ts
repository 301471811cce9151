import { join } from 'node:path';
import { makeFolder } from '../base/folders.ts';
import type { Config } from '../config.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { CommandError, exitCode, reasonOf } from './command-error.ts';
import { shownPath } from './shown-path.ts';

/** Opens the configured store. An embedded one may use threads for long reads. */
export async function openStore(config: Config, threads = 0): Promise<GraphStore> {
  const store =
    config.neo4j === null ? await embeddedStore(config, threads) : await neo4jStore(config.neo4j);
  await store.open();
  return store;
}

/** Opens a store in memory that holds the seeds, if there are any. */
export async function openMemory({
  seedsDirs,
  embeddedCacheBytes,
}: Pick<Config, 'seedsDirs' | 'embeddedCacheBytes'>): Promise<GraphStore> {
  const { createEmbeddedStore } = await import('../store/embedded/embedded-store.ts');
  const store = createEmbeddedStore({ file: ':memory:', cacheBytes: embeddedCacheBytes });
  await store.open();
  if (seedsDirs === null) return store;
  try {
    const { loadSeeds } = await import('./load-seeds.ts');
    await loadSeeds(store, seedsDirs);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The place of the configured store, in words. */
export function storePlace({ neo4j, dataDir }: Config): string {
  return neo4j === null ? shownPath(embeddedFile(dataDir)) : new URL(neo4j.uri).host;
}

/** Opens the configured store for one task and closes it afterwards. */
export async function withStore<Result>(
  config: Config,
  task: (store: GraphStore) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(config);
  try {
    return await task(store);
  } finally {
    await store.close();
  }
}

async function embeddedStore(
  { dataDir, embeddedCacheBytes }: Config,
  threads: number,
): Promise<GraphStore> {
  try {
    makeFolder(dataDir);
  } catch (error) {
    const message = `DATA_DIR: the directory cannot be made: ${reasonOf(error)}`;
    throw new CommandError(exitCode.configuration, message);
  }
  const { createEmbeddedStore } = await import('../store/embedded/embedded-store.ts');
  const file = embeddedFile(dataDir);
  return createEmbeddedStore({ file, cacheBytes: embeddedCacheBytes, threads });
}

async function neo4jStore(options: NonNullable<Config['neo4j']>): Promise<GraphStore> {
  const { createNeo4jStore } = await import('../store/neo4j/neo4j-store.ts');
  const { password, database, ...rest } = options;
  return createNeo4jStore({ ...rest, password: password ?? '', database: database ?? undefined });
}

/** The file of an embedded store. */
export function embeddedFile(dataDir: string): string {
  return join(dataDir, 'glossgraph.db');
}
