import type { Config } from '../config.ts';
import { createExplorer } from '../explorer/explorer.tsx';
import { keepClassified } from '../loaders/keep-classified.ts';
import { createMcpEndpoint } from '../mcp/http.ts';
import { createLogger, type Logger } from '../server/logger.ts';
import { createServedGraph } from '../server/served-graph.ts';
import { type RunningServer, startServer } from '../server/server.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { ReadResult } from '../store/reads.ts';
import { CommandError, type ExitCode, exitCode } from './command-error.ts';
import { openStore, storePlace } from './open-store.ts';
import { packageVersion } from './package-version.ts';
import { dumpsOf, rdfDocumentsOf } from './rdf-documents.ts';
import { serveSeeds } from './serve-seeds.ts';
import { shownPath } from './shown-path.ts';
import { trustedDocuments } from './trusted-documents.ts';

/** Long reads of one client run in threads, so that others need not wait. */
const readingThreads = 2;
/** How often to look whether models lack a class. */
const classifyEveryMs = 60_000;

/** Serves the configured store until a signal. */
export async function serve(config: Config, warnings: readonly string[]): Promise<ExitCode> {
  const logger = createLogger(config.logLevel);
  for (const warning of warnings) logger.warn(warning);
  const store = await openStore(config, readingThreads);
  let server: RunningServer | null = null;
  let ending: Promise<string>;
  try {
    const seeds = config.neo4j === null ? await serveSeeds(store, config) : null;
    ending = untilSignal();
    server = await listen(config, store, logger);
    process.stdout.write(await banner(config, store, server, seeds));
  } catch (error) {
    // The server closes the store.
    await (server === null ? store.close() : server.close(0));
    throw error;
  }
  const endClassifying = keepClassified(store, {
    everyMs: classifyEveryMs,
    onClassified: (models) => logger.info({ models }, 'found the classes that a load left open'),
    onError: (error) => logger.warn({ err: error }, 'cannot find the classes of models'),
  });
  const signal = await ending;
  endClassifying();
  return ended(config, server, logger, signal);
}

async function listen(config: Config, store: GraphStore, logger: Logger): Promise<RunningServer> {
  const { port, host, limits, maxBodyBytes, answerCacheBytes } = config;
  const { clientAddressHeader, allowedOrigins, requestTimeoutMs, readyTimeoutMs } = config;
  const served = { reader: config.reader, publicUrl: config.publicUrl };
  const publicUrl = () => served.publicUrl;
  const graph = createServedGraph(store, served);
  const trusted = await trustedDocuments(config, graph.schema);
  try {
    const server = await startServer({
      graph,
      trusted,
      maxAgeSeconds: config.maxAgeSeconds,
      store,
      logger,
      port,
      host,
      allowedOrigins,
      clientAddressHeader,
      limits,
      maxBodyBytes,
      answerCacheBytes,
      requestTimeoutMs,
      readyTimeoutMs,
      processMetrics: true,
      dumps: dumpsOf(store, publicUrl),
      pages: createExplorer({
        publicUrl,
        rdf: rdfDocumentsOf(store, publicUrl),
        onError: (error) => logger.error({ err: error }, 'unexpected error of a page'),
      }),
      mcp: {
        publicUrl,
        allowedHosts: config.allowedHosts,
        allowedOrigins: allowedOrigins ?? [],
        endpoint: createMcpEndpoint({
          version: packageVersion(),
          onError: (error) => logger.error({ err: error }, 'unexpected error of a tool'),
        }),
      },
    });
    // With port 0, the port is only known now.
    if (new URL(served.publicUrl).port === '0') served.publicUrl = new URL(server.url).origin;
    return server;
  } catch (error) {
    const reason = listenProblem(error, config);
    throw reason === null ? error : new CommandError(exitCode.configuration, reason);
  }
}

function listenProblem(error: unknown, { port, host }: Config): string | null {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return `PORT: another program uses ${port}; set another port, or 0 for any free one`;
    case 'EACCES':
      return `PORT: this user lacks permission to listen on ${port}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST: this machine has no address ${host}`;
    default:
      return null;
  }
}

/** The served content, its address, and its store. */
async function banner(
  config: Config,
  store: GraphStore,
  { url }: RunningServer,
  seeds: string | null,
): Promise<string> {
  const { seedsDirs } = config;
  const base = new URL(url).origin;
  const [graph] = await store.read([{ kind: 'graph' }]);
  const lines = [
    `Glossgraph ${packageVersion()} serves ${contentOf(graph as ReadResult<'graph'>)}`,
    '',
    `  Pages    ${base}/`,
    `  GraphQL  ${url}  (in a browser: GraphiQL)`,
    `  MCP      ${base}/mcp`,
    `  Health   ${base}/health/live  ${base}/health/ready`,
    `  Metrics  ${base}/metrics`,
    `  Store    ${store.name}, ${storePlace(config)} (${store.version()})`,
    ...(seeds === null || seedsDirs === null
      ? []
      : [`  Seeds    ${seedsDirs.map(shownPath).join(', ')}: ${seeds}`]),
    '',
  ];
  if ((await store.revision()) === 0) {
    lines.push('The graph is empty. Load the seeds with: npx glossgraph seed', '');
  }
  lines.push('Ctrl-C ends it.', '');
  return lines.join('\n');
}

function contentOf({ entities, claims, sources }: ReadResult<'graph'>): string {
  const kinds = Object.entries(entities).flatMap(([kind, count]) =>
    count === 0 ? [] : [counted(count, kind.toLowerCase())],
  );
  if (kinds.length === 0) return 'an empty graph';
  const stated = [counted(claims, 'claim'), counted(sources, 'source')];
  return `${kinds.join(', ')}: ${stated.join(' by ')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const signalNumbers = { SIGINT: 2, SIGTERM: 15 } as const;

/** Waits for a signal. A second signal ends the process at once. */
function untilSignal(): Promise<string> {
  return new Promise((resolve) => {
    let first: { readonly name: string; readonly at: number } | null = null;
    for (const [name, number] of Object.entries(signalNumbers)) {
      process.on(name, () => {
        const now = performance.now();
        first ??= { name, at: now };
        // The terminal and npm may both send the same Ctrl-C.
        const repeated = first.name === name && now - first.at < 100;
        if (!repeated) process.exit(128 + number);
        resolve(name);
      });
    }
  });
}

/** Waits for requests in progress, then closes the store. */
async function ended(
  { shutdownTimeoutMs }: Config,
  server: RunningServer,
  logger: Logger,
  signal: string,
): Promise<ExitCode> {
  logger.info({ signal, shutdownTimeoutMs }, 'shutting down');
  const inTime = await server.close(shutdownTimeoutMs);
  if (inTime) logger.info('shut down');
  else logger.warn({ shutdownTimeoutMs }, 'shut down with requests cut off at the deadline');
  return inTime ? exitCode.ok : exitCode.problems;
}
