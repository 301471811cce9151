import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Turns } from '../../base/turns.ts';
import { type GraphqlHandler, graphqlPath } from '../graphql-handler.ts';
import type { Readiness } from '../health.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { type RequestTrace, requestIdOf, startTrace } from '../request-trace.ts';
import { isChunked, readChunked } from './chunked-body.ts';
import type { ClientOf } from './client.ts';
import { type AllowedOrigins, sendPreflight, setCorsHeaders } from './cors.ts';
import type { Dump, DumpHandler } from './dump-handler.ts';
import { createGraphiqlPage } from './graphiql-page.ts';
import { prefersPage, sendError, sendJson, sendText } from './http-answers.ts';
import { refuseBrokenRequests } from './http-refusals.ts';
import { type McpHandler, mcpPath } from './mcp-handler.ts';
import type { PageHandler } from './page-handler.ts';
import { refuseLongBody, refuseRequest } from './request-guard.ts';

interface HttpOptions {
  readonly graphql: GraphqlHandler;
  readonly turns: Turns;
  readonly clientOf: ClientOf;
  /** The handler for GET and HEAD on other paths; null for none. */
  readonly pages: PageHandler | null;
  /** The dumps of the whole graph by path, and the function that sends them. */
  readonly dumps: ReadonlyMap<string, Dump>;
  readonly sendDump: DumpHandler;
  /** The endpoint of the Model Context Protocol; null if it is not served. */
  readonly mcp: McpHandler | null;
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly allowedOrigins: AllowedOrigins;
  readonly maxBodyBytes: number;
  readonly requestTimeoutMs: number;
}

type Answer = (request: IncomingMessage, response: ServerResponse, trace: RequestTrace) => unknown;

/** The HTTP server: routes, headers for all answers, and one log line for each request. */
export function createHttpServer(options: HttpOptions): Server {
  const routes = createRoutes(options);
  const { metrics, logger } = options;
  const server = createServer(
    {
      requestTimeout: options.requestTimeoutMs,
      connectionsCheckingInterval: Math.min(options.requestTimeoutMs / 2, 5000),
      // Longer than proxies keep their connections, so that no proxy uses a closed one.
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      const started = performance.now();
      const trace = startTrace(requestIdOf(request.headers['x-request-id']));
      request.url = originForm(request.url ?? '/');
      const { method } = request;
      const path = pathOf(request);
      metrics.inFlight.inc();
      response.once('close', () => {
        metrics.inFlight.dec();
        // 499 means that the client left before the answer was sent.
        const status = response.writableFinished ? response.statusCode : 499;
        const ms = Math.round((performance.now() - started) * 10) / 10;
        if (path === graphqlPath) countRequest(metrics, trace, status, ms);
        logRequest(logger, method, path, trace, status, ms);
      });
      response.setHeader('x-request-id', trace.id);
      response.setHeader('x-content-type-options', 'nosniff');
      setCorsHeaders(request, response, options.allowedOrigins);
      const answer =
        request.method === 'OPTIONS'
          ? sendPreflight
          : (routes.get(path) ??
            dumpAt(path, request, options) ??
            pagesFor(request, options.pages) ??
            sendNotFound);
      Promise.resolve(answer(request, response, trace)).catch((error: unknown) => {
        logger.error({ requestId: trace.id, err: error }, 'unexpected error');
        response.destroy();
      });
    },
  );
  refuseBrokenRequests(server, options);
  return server;
}

function createRoutes(options: HttpOptions): ReadonlyMap<string, Answer> {
  const { graphql, turns, clientOf, readiness, metrics, maxBodyBytes, mcp } = options;
  const sendGraphiql = createGraphiqlPage();
  return new Map<string, Answer>([
    [
      graphqlPath,
      (request, response, trace) => {
        response.appendHeader('vary', 'accept, accept-encoding');
        if (wantsPage(request)) return sendGraphiql(request, response);
        // Node sends only the headers, whatever is written after them.
        if (request.method === 'HEAD') request.method = 'GET';
        const refused = refuseRequest(request, response, maxBodyBytes);
        if (refused !== null) return trace.errorCodes.add(refused);
        const turn = turns.begin(clientOf(request));
        if (!isChunked(request)) return graphql(request, response, { trace, turn });
        return readChunked(request, maxBodyBytes).then((body): unknown => {
          if (body === 'gone') return response.destroy();
          if (body !== 'long') return graphql(request, response, { trace, turn, body });
          return trace.errorCodes.add(refuseLongBody(request, response, maxBodyBytes));
        });
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
    ['/', createHome(options.pages)],
    ...(mcp === null ? [] : ([[mcpPath, mcp]] as const)),
  ]);
}

/**
 * The home address. Browsers get the home page, or GraphiQL if there are no pages. Programs get a
 * list of addresses.
 */
function createHome(pages: PageHandler | null): Answer {
  return (request, response, trace) => {
    response.appendHeader('vary', 'accept');
    if (!wantsPage(request)) return sendHome(request, response);
    if (pages !== null) return pages(request, response, trace);
    response.writeHead(302, { location: graphqlPath }).end();
  };
}

function sendHome(request: IncomingMessage, response: ServerResponse): void {
  sendJson(request, response, 200, {
    name: 'Glossgraph',
    about: 'A GraphQL knowledge graph of AI terms, models and licenses.',
    graphql: graphqlPath,
    health: ['/health/live', '/health/ready'],
    metrics: '/metrics',
  });
}

function dumpAt(
  path: string,
  { method }: IncomingMessage,
  { dumps, sendDump }: HttpOptions,
): Answer | null {
  const dump = dumps.get(path);
  if (dump === undefined || (method !== 'GET' && method !== 'HEAD')) return null;
  return (request, response, trace) => sendDump(dump, request, response, trace);
}

function pagesFor({ method }: IncomingMessage, pages: PageHandler | null): PageHandler | null {
  return method === 'GET' || method === 'HEAD' ? pages : null;
}

function sendNotFound(request: IncomingMessage, response: ServerResponse): void {
  sendError(request, response, 404, {
    message: `This address was not found. GraphQL is served at ${graphqlPath}.`,
    extensions: { code: 'NOT_FOUND' },
  });
}

function wantsPage(request: IncomingMessage): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && prefersPage(request);
}

/** The path and query of a target. A proxy may put the host before them. */
function originForm(target: string): string {
  const [, rest] = /^https?:\/\/[^/?]*(.*)$/is.exec(target) ?? [];
  if (rest === undefined) return target;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The path without the query, which may hold variables, and without a trailing slash. */
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
  method: string | undefined,
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
