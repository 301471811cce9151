import type { IncomingHttpHeaders } from 'node:http';
import type { FormattedExecutionResult } from 'graphql';
import { alone, Turns } from '../base/turns.ts';
import { AnswerCache, noAnswers } from './answer-cache.ts';
import { createGraphqlHandler, graphqlPath } from './graphql-handler.ts';
import { longBody, type Refusal, refusalOf } from './http/request-guard.ts';
import { ExecutionBounds } from './limits/execution-bounds.ts';
import type { Limits } from './limits/limit-error.ts';
import type { Logger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { startTrace } from './request-trace.ts';
import type { CountedGraph } from './server.ts';

interface LocalQuery {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

interface LocalGraphqlOptions {
  readonly graph: CountedGraph;
  readonly limits: Limits;
  readonly logger: Logger;
  readonly maxBodyBytes: number;
  /** The bytes of answers to cache; 0 for none. */
  readonly answerCacheBytes: number;
}

/** Answers GraphQL as the server would, with its limits and errors, but without a network port. */
export function createLocalGraphql(options: LocalGraphqlOptions) {
  const { graph, limits, logger, maxBodyBytes, answerCacheBytes } = options;
  const answers = answerCacheBytes === 0 ? null : new AnswerCache(answerCacheBytes);
  const metrics = createMetrics({
    pages: () => graph.cacheCounts(),
    answers: () => answers?.counts() ?? noAnswers,
  });
  const bounds = new ExecutionBounds(limits, metrics.executing);
  const turns = new Turns();
  const graphql = createGraphqlHandler({ graph, limits, bounds, answers, metrics, logger });
  return {
    /** Answers a query. Errors are in the answer. */
    async execute(query: LocalQuery): Promise<FormattedExecutionResult> {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const response = await graphql.fetch(
        `http://localhost${graphqlPath}`,
        { method: 'POST', headers, body: JSON.stringify(query) },
        { trace: startTrace(crypto.randomUUID()), turn: alone },
      );
      return (await response.json()) as FormattedExecutionResult;
    },
    /** Answers an HTTP request in GraphQL, whatever its path is. */
    async fetch(request: Request): Promise<Response> {
      const head = headOf(request);
      const refusal = refusalOf(head, maxBodyBytes);
      if (refusal !== null) return refused(refusal);
      const isGet = head.method === 'GET';
      const body = isGet ? null : await bodyOf(request, maxBodyBytes);
      if (body === 'long') return refused(longBody(maxBodyBytes));
      const { search } = new URL(request.url);
      const headers = new Headers(request.headers);
      headers.set('accept', head.headers.accept ?? 'application/json');
      const asked = new Request(`http://localhost${graphqlPath}${search}`, {
        method: head.method,
        headers,
        signal: request.signal,
        ...(body !== null && { body: new Uint8Array(body) }),
      });
      const turn = turns.begin('');
      const trace = startTrace(crypto.randomUUID());
      const answer = await graphql.fetch(asked, { trace, turn });
      return request.method === 'HEAD' ? new Response(null, answer) : answer;
    },
    /** Aborts work that is still running. */
    async dispose(): Promise<void> {
      await graphql.dispose();
    },
  };
}

/** The head of a request. HEAD becomes GET, so that its headers are equal. */
function headOf({ method, headers }: Request) {
  const given: IncomingHttpHeaders = Object.fromEntries(headers);
  // A request within the process has no Content-Length. Its body is measured while it is read.
  if (given['content-length'] === undefined) given['transfer-encoding'] = 'chunked';
  return { method: method === 'HEAD' ? 'GET' : method, headers: given };
}

async function bodyOf({ body }: Request, maxBytes: number): Promise<Buffer | 'long'> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return 'long';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refused({ status, message, extensions, headers }: Refusal): Response {
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  const type = 'application/json; charset=utf-8';
  return new Response(body, { status, headers: { 'content-type': type, ...headers } });
}
