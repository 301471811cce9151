import { print } from 'graphql';
import { pino } from 'pino';
import { z } from 'zod';
import { openMemory, openStore } from './commands/open-store.ts';
import { serveSeeds } from './commands/serve-seeds.ts';
import { type Config, readConfig } from './config.ts';
import type { Glossgraph, GlossgraphOptions } from './package-types.ts';
import { createLocalGraphql } from './server/local-graphql.ts';
import { createServedGraph } from './server/served-graph.ts';
import type { GraphStore } from './store/graph-store.ts';

const zText = z.string().min(1);
const stores =
  'expected { seeds?: folder }, { embedded: folder, seeds?: folder }, or { neo4j: { uri, user?, password?, database? } }';
const zStore = z.union(
  [
    z.strictObject({ seeds: zText.optional() }),
    z.strictObject({ embedded: zText, seeds: zText.optional() }),
    z.strictObject({
      neo4j: z.strictObject({
        uri: zText,
        user: zText.optional(),
        password: z.string().optional(),
        database: zText.optional(),
      }),
    }),
  ],
  stores,
);
const zOptions = z.strictObject({
  store: zStore.optional(),
  publicUrl: z.string().optional(),
  onLog: z.custom<GlossgraphOptions['onLog']>((value) => typeof value === 'function').optional(),
});

/** Opens a graph with the given options. */
export async function openGlossgraph(options: GlossgraphOptions): Promise<Glossgraph> {
  const { onLog } = checked(options);
  const config = configOf(options);
  const store = await storeOf(options.store ?? {}, config);
  const graph = createServedGraph(store, config);
  const logger = onLog
    ? pino(
        { level: 'warn', base: null },
        { write: (line) => onLog(JSON.parse(line) as Readonly<Record<string, unknown>>) },
      )
    : pino({ level: 'silent' });
  const local = createLocalGraphql({ ...config, graph, logger });
  return {
    schema: graph.schema,
    fetch: (request) => local.fetch(request),
    execute: ({ query, ...rest }) =>
      local.execute({ query: typeof query === 'string' ? query : print(query), ...rest }),
    async close() {
      await local.dispose();
      await store.close();
    },
  };
}

function checked(options: GlossgraphOptions): GlossgraphOptions {
  const read = zOptions.safeParse(options);
  if (read.success) return options;
  const problems = read.error.issues.map(
    // For a union, zod reports the mistakes of one branch only, which may not be the intended one.
    ({ path, message }) =>
      path[0] === 'store' ? `store: ${stores}` : `${String(path[0] ?? 'options')}: ${message}`,
  );
  throw new TypeError(`createGlossgraph: ${problems.join('; ')}`);
}

/** The settings for the options. All others have their defaults. */
function configOf({ store = {}, publicUrl }: GlossgraphOptions): Config {
  const neo4j = 'neo4j' in store ? store.neo4j : undefined;
  const reading = readConfig({
    PUBLIC_URL: publicUrl,
    NEO4J_URI: neo4j?.uri,
    NEO4J_USER: neo4j?.user,
    NEO4J_PASSWORD: neo4j?.password,
    NEO4J_DATABASE: neo4j?.database,
    ...('embedded' in store && { DATA_DIR: store.embedded }),
    ...('seeds' in store && store.seeds !== undefined && { SEEDS_DIR: store.seeds }),
  });
  if (reading.config !== null) return reading.config;
  throw new TypeError(`createGlossgraph: ${reading.problems.join('; ')}`);
}

async function storeOf(
  choice: NonNullable<GlossgraphOptions['store']>,
  config: Config,
): Promise<GraphStore> {
  if (!('embedded' in choice) && !('neo4j' in choice)) return openMemory(config);
  const store = await openStore(config);
  if (config.neo4j === null && (await store.revision()) === 0) await serveSeeds(store, config);
  return store;
}
