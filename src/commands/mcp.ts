import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { serveMcpOnStdio } from '../mcp/stdio.ts';
import { createLocalAsker } from '../server/local-asker.ts';
import { createLogger } from '../server/logger.ts';
import { createServedGraph } from '../server/served-graph.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { type ExitCode, exitCode } from './command-error.ts';
import { embeddedFile, openMemory, openStore } from './open-store.ts';
import { packageVersion } from './package-version.ts';

/** Serves one client of the Model Context Protocol over stdin and stdout until it leaves. */
export async function mcp(config: Config, warnings: readonly string[]): Promise<ExitCode> {
  const logger = createLogger(config.logLevel);
  for (const warning of warnings) logger.warn(warning);
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort());
  const store = await openToRead(config);
  try {
    if ((await store.revision()) === 0) {
      logger.warn('the graph is empty; "glossgraph seed" loads the seeds');
    }
    await serveMcpOnStdio(
      createLocalAsker(createServedGraph(store, config), { ...config, logger }),
      {
        version: packageVersion(),
        maxMessageBytes: config.maxBodyBytes,
        signal: ending.signal,
        onError: (err) => logger.error({ err }, 'unexpected error'),
      },
    );
  } finally {
    await store.close();
  }
  return exitCode.ok;
}

/** The configured store. If there is none yet: one in memory with the seeds. No file is written. */
function openToRead(config: Config): Promise<GraphStore> {
  const isThere = config.neo4j !== null || existsSync(embeddedFile(config.dataDir));
  return isThere ? openStore(config) : openMemory(config);
}
