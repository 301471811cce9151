import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Turns } from '../base/turns.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { AnswerCache, noAnswers } from './answer-cache.ts';
import { Drain } from './drain.ts';
import { createGraphqlHandler, graphqlPath, type ServedGraph } from './graphql-handler.ts';
import { createReadinessProbe } from './health.ts';
import { clientsBy } from './http/client.ts';
import { createDumpHandler, type Dump } from './http/dump-handler.ts';
import { createHttpServer } from './http/http-server.ts';
import { createMcpHandler, type McpService } from './http/mcp-handler.ts';
import { createPageHandler, type Pages } from './http/page-handler.ts';
import { ExecutionBounds } from './limits/execution-bounds.ts';
import type { Limits } from './limits/limit-error.ts';
import type { Logger } from './logger.ts';
import { type CacheCounts, createMetrics, type Metrics } from './metrics.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** The graph to serve, with the counts of its caches. */
export interface CountedGraph extends ServedGraph {
  cacheCounts(): CacheCounts;
}

export interface ServerOptions {
  readonly graph: CountedGraph;
  readonly store: GraphStore;
  readonly logger: Logger;
  /** 0 means any free port. */
  readonly port: number;
  /** Null means all addresses. */
  readonly host: string | null;
  readonly limits: Limits;
  /** Origins of pages that may read answers; null means all. */
  readonly allowedOrigins: readonly string[] | null;
  /**
   * The header in which our proxy writes the address of its client; null if clients connect to us.
   */
  readonly clientAddressHeader: string | null;
  readonly maxBodyBytes: number;
  /** The bytes of answers to cache; 0 for none. */
  readonly answerCacheBytes: number;
  readonly requestTimeoutMs: number;
  readonly readyTimeoutMs: number;
  /** Whether /metrics includes the metrics of the Node process. */
  readonly processMetrics?: boolean;
  /** Web pages, on all paths but the server's own. Without them, the server has only GraphQL. */
  readonly pages?: Pages;
  /** The dumps of the whole graph by path. Absent: there are none. */
  readonly dumps?: ReadonlyMap<string, Dump>;
  /** The endpoint of the Model Context Protocol. Absent: it is not served. */
  readonly mcp?: McpService;
  /** Documents that clients may request by id. Absent: clients must send their documents. */
  readonly trusted?: TrustedDocuments | null;
  /** The seconds for which caches may keep an answer to GET without asking again; 0 by default. */
  readonly maxAgeSeconds?: number;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** The address of GraphQL, as seen from this machine. */
  readonly url: string;
  readonly metrics: Metrics;
  /**
   * Refuses new requests, finishes those in progress and closes the store. Returns false if the
   * deadline cut some off.
   */
  close(timeoutMs: number): Promise<boolean>;
}

/** Serves a graph over HTTP. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { graph, store, logger, limits } = options;
  const answers = options.answerCacheBytes === 0 ? null : new AnswerCache(options.answerCacheBytes);
  const metrics = createMetrics(
    { pages: () => graph.cacheCounts(), answers: () => answers?.counts() ?? noAnswers },
    options.processMetrics,
  );
  const bounds = new ExecutionBounds(limits, metrics.executing);
  const turns = new Turns();
  const clientOf = clientsBy(options.clientAddressHeader);
  const graphql = createGraphqlHandler({
    graph,
    limits,
    bounds,
    answers,
    metrics,
    logger,
    trusted: options.trusted ?? null,
    maxAgeSeconds: options.maxAgeSeconds ?? 0,
  });
  const readiness = createReadinessProbe(store, options.readyTimeoutMs, () => drain.draining);
  const { pages, mcp, maxBodyBytes } = options;
  const asking = { graph, bounds, turns, clientOf, metrics, logger };
  const server = createHttpServer({
    graphql,
    turns,
    clientOf,
    pages: pages ? createPageHandler({ pages, ...asking }) : null,
    dumps: options.dumps ?? new Map(),
    sendDump: createDumpHandler({ store, turns, clientOf, metrics, logger }),
    mcp: mcp ? createMcpHandler({ ...mcp, ...asking, maxBodyBytes }) : null,
    readiness,
    metrics,
    logger,
    allowedOrigins: options.allowedOrigins,
    maxBodyBytes,
    requestTimeoutMs: options.requestTimeoutMs,
  });
  const drain = new Drain(server);
  server.listen({ port: options.port, ...(options.host !== null && { host: options.host }) });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${hostName(options.host)}:${port}${graphqlPath}`,
    metrics,
    async close(timeoutMs) {
      const inTime = await drain.end(timeoutMs);
      await graphql.dispose();
      await store.close();
      return inTime;
    },
  };
}

/** The host of a listening address, for a URL. */
function hostName(host: string | null): string {
  if (host === null || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
