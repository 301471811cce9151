import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FormattedExecutionResult } from 'graphql';
import { pino } from 'pino';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/server.ts';
import { type GraphStore, StoreError } from '../../src/store/graph-store.ts';
import { noClasses, noHeld } from '../support/no-held.ts';
import { createProbeGraph, type ProbeGraph } from './probe-graph.ts';

export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

export interface Probe {
  readonly server: RunningServer;
  readonly graph: ProbeGraph;
  readonly url: string;
  readonly origin: string;
  /** The log lines of a request, after it has ended. */
  readonly linesOf: (requestId: string) => Promise<readonly LogLine[]>;
  /** The calls to the store. */
  readonly storeCalls: string[];
  close(): Promise<void>;
}

export const defaultLimits = {
  documentLength: 32_768,
  tokens: 2000,
  depth: 15,
  aliases: 50,
  rootFields: 20,
  directives: 50,
  cost: 100_000,
  variableDepth: 32,
  executionTime: 60_000,
  executions: 1000,
} as const;

/** The common options of test servers: a free port, and bounds that no test reaches. */
export const defaultOptions = {
  port: 0,
  host: '127.0.0.1',
  allowedOrigins: null,
  clientAddressHeader: null,
  limits: defaultLimits,
  maxBodyBytes: 100_000,
  answerCacheBytes: 1_000_000,
  requestTimeoutMs: 30_000,
  readyTimeoutMs: 2000,
} as const;

/** A server over the probe graph. */
export async function startProbe(options: Partial<ServerOptions> = {}): Promise<Probe> {
  const graph = createProbeGraph();
  const logged: LogLine[] = [];
  const stream = new PassThrough();
  // pino writes whole lines.
  stream.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().trimEnd().split('\n')) logged.push(JSON.parse(line));
  });
  const storeCalls: string[] = [];
  const server = await startServer({
    graph,
    store: probeStore(graph, storeCalls),
    logger: pino({ level: 'debug' }, stream),
    ...defaultOptions,
    ...options,
  });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    server,
    graph,
    origin,
    url: `${origin}/graphql`,
    storeCalls,
    async linesOf(requestId) {
      for (;;) {
        const lines = logged.filter((line) => line.requestId === requestId);
        if (lines.some(({ msg }) => msg === 'request')) return lines;
        await once(stream, 'data');
      }
    },
    async close() {
      graph.events.emit('release');
      await server.close(0);
    },
  };
}

function probeStore(graph: ProbeGraph, calls: string[]): GraphStore {
  return {
    name: 'embedded',
    findsRoutes: false,
    open: async () => {},
    version: () => 'probe',
    revision: async () => {
      if (graph.down) throw new StoreError('STORE_UNAVAILABLE', 'no route to 10.0.0.7');
      return 1;
    },
    state: () => ({ revision: 1, changedAt: null }),
    changesSince: (state) => ({ state, changed: [] }),
    read: () => [],
    write: async () => 1,
    writes: 0,
    held: noHeld,
    classes: noClasses,
    close: async () => {
      calls.push('close');
    },
  };
}

/** The answer to a POST of a query. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly requestId: string;
  readonly body: FormattedExecutionResult;
}

/** Posts a query. By default it accepts the newer media type. */
export async function post(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
  accept = 'application/graphql-response+json',
): Promise<Answer> {
  return answerOf(
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query, ...(variables && { variables }) }),
    }),
  );
}

export async function answerOf(response: Response): Promise<Answer> {
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    requestId: response.headers.get('x-request-id') ?? '',
    body: (await response.json()) as FormattedExecutionResult,
  };
}
