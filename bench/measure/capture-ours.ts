import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createLocalGraphql } from '../../src/server/local-graphql.ts';
import { createServedGraph } from '../../src/server/served-graph.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { createNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { composeReads } from '../../src/store/neo4j/read/compose.ts';
import type { Neo4jAddress } from '../peer/driver.ts';
import type { SentStatement } from '../peer/execution-context.ts';
import type { Variables } from '../workload/cell.ts';

/** Sends queries through our schema and returns the statements of each one, without a cache. */
export interface OurCapture {
  statements(query: string, variables: Variables): Promise<readonly SentStatement[]>;
  close(): Promise<void>;
}

/** Opens our store to capture its statements. */
export async function openOurCapture(address: Neo4jAddress): Promise<OurCapture> {
  const store = createNeo4jStore({ ...address, timeoutMs: 60_000 });
  await store.open();
  const sent: SentStatement[] = [];
  const { config } = readConfig({});
  if (config === null) throw new Error('The default configuration is not valid.');
  const graph = createServedGraph(recording(store, sent), {
    reader: { revisionCheckMs: null, cacheRows: 1 },
    publicUrl: 'http://localhost',
  });
  const logger = pino({ level: 'silent' });
  const local = createLocalGraphql({ ...config, graph, logger, answerCacheBytes: 0 });
  return {
    async statements(query, variables) {
      sent.length = 0;
      await local.execute({ query, variables });
      return [...sent];
    },
    close: () => store.close(),
  };
}

/** The store, with a record of the statement that each call of `read` sends. */
function recording(store: GraphStore, sent: SentStatement[]): GraphStore {
  return {
    name: store.name,
    findsRoutes: store.findsRoutes,
    open: () => store.open(),
    version: () => store.version(),
    revision: (options) => store.revision(options),
    state: (options) => store.state(options),
    changesSince: (known, options) => store.changesSince(known, options),
    read(reads, options) {
      const { text, parameters } = composeReads(reads);
      sent.push({ text, parameters });
      return store.read(reads, options);
    },
    write: (change) => store.write(change),
    get writes() {
      return store.writes;
    },
    held: store.held,
    classes: store.classes,
    close: () => store.close(),
  };
}
