import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { sendGraphiql } from './graphiql-page.ts';
import { type GraphqlHandler, graphqlPath } from './graphql-handler.ts';
import type { Readiness } from './health.ts';
import { sendError, sendJson, sendText } from './http-answers.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { refuseRequest } from './request-guard.ts';
import { type RequestTrace, requestIdOf, startTrace } from './request-trace.ts';

export interface HttpOptions {
  readonly graphql: GraphqlHandler;
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly maxBodyBytes: number;
  readonly requestTimeoutMs: number;
}

type Answer = (request: IncomingMessage, response: ServerResponse, trace: RequestTrace) => unknown;

/** The HTTP server: routes, headers common to all answers, one log line per request. */
export function createHttpServer(options: HttpOptions): Server {
  const routes = createRoutes(options);
  const { metrics, logger } = options;
  return createServer(
    {
      requestTimeout: options.requestTimeoutMs,
      connectionsCheckingInterval: Math.min(options.requestTimeoutMs / 2, 5000),
      // Longer than proxies keep theirs, so that they are not met by a closed connection.
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      const started = performance.now();
      const trace = startTrace(requestIdOf(request.headers['x-request-id']));
      const path = pathOf(request);
      metrics.inFlight.inc();
      response.once('close', () => {
        metrics.inFlight.dec();
        // 499: the client left before the answer was sent.
        const status = response.writableFinished ? response.statusCode : 499;
        const ms = Math.round((performance.now() - started) * 10) / 10;
        if (path === graphqlPath) countRequest(metrics, trace, status, ms);
        logRequest(logger, request, path, trace, status, ms);
      });
      setCommonHeaders(response, trace);
      const answer =
        request.method === 'OPTIONS' ? sendPreflight : (routes.get(path) ?? sendNotFound);
      Promise.resolve(answer(request, response, trace)).catch((error: unknown) => {
        logger.error({ requestId: trace.id, err: error }, 'unexpected error');
        response.destroy();
      });
    },
  );
}

function createRoutes(options: HttpOptions): ReadonlyMap<string, Answer> {
  const { graphql, readiness, metrics, maxBodyBytes } = options;
  return new Map<string, Answer>([
    [
      graphqlPath,
      (request, response, trace) => {
        if (wantsPage(request)) return sendGraphiql(request, response);
        const refused = refuseRequest(request, response, maxBodyBytes);
        if (refused === null) return graphql(request, response, { trace });
        trace.errorCodes.add(refused);
      },
    ],
    ['/health/live', (request, response) => sendJson(request, response, 200, { status: 'live' })],
    [
      '/health/ready',
      async (request, response) => {
        const found = await readiness();
        sendJson(request, response, found.status === 'ready' ? 200 : 503, found);
      },
    ],
    [
      '/metrics',
      async (request, response) => {
        const { registry } = metrics;
        sendText(request, response, 200, registry.contentType, await registry.metrics());
      },
    ],
    ['/', sendHome],
  ]);
}

function setCommonHeaders(response: ServerResponse, { id }: RequestTrace): void {
  response.setHeader('x-request-id', id);
  response.setHeader('x-content-type-options', 'nosniff');
  // Anybody's page may query; there are no cookies or other credentials to abuse.
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'x-request-id');
}

function sendPreflight(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': '*',
    'access-control-max-age': '7200',
  });
  response.end();
}

function sendHome(request: IncomingMessage, response: ServerResponse): void {
  if (wantsPage(request)) {
    response.writeHead(302, { location: graphqlPath }).end();
    return;
  }
  sendJson(request, response, 200, {
    name: 'Glossgraph',
    about: 'A GraphQL knowledge graph of AI terms, models and licenses.',
    graphql: graphqlPath,
    health: ['/health/live', '/health/ready'],
    metrics: '/metrics',
  });
}

function sendNotFound(request: IncomingMessage, response: ServerResponse): void {
  sendError(request, response, 404, {
    message: `Nothing is here. GraphQL is served at ${graphqlPath}.`,
    extensions: { code: 'NOT_FOUND' },
  });
}

function wantsPage({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && !!headers.accept?.includes('text/html');
}

/** The path without its query, which may hold variables, and without a slash at its end. */
function pathOf({ url = '/' }: IncomingMessage): string {
  const path = url.split('?', 1)[0] ?? '/';
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function countRequest(metrics: Metrics, trace: RequestTrace, status: number, ms: number): void {
  metrics.request(trace.operationType ?? 'none', status, ms);
  metrics.errors(trace.errorCodes);
}

const quiet = /^\/(health\/|metrics$)/;

function logRequest(
  logger: Logger,
  { method }: IncomingMessage,
  path: string,
  trace: RequestTrace,
  status: number,
  ms: number,
): void {
  const line = {
    requestId: trace.id,
    method,
    path: path.slice(0, 128),
    status,
    ms,
    ...(path === graphqlPath && {
      operation: trace.operationType,
      operationName: trace.operationName?.slice(0, 128) ?? null,
      statements: trace.statements,
      cost: trace.cost,
      kept: trace.kept,
    }),
    ...(trace.errorCodes.size > 0 && { errors: [...trace.errorCodes] }),
  };
  if (quiet.test(path)) logger.debug(line, 'request');
  else logger.info(line, 'request');
}
