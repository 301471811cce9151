import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentNode, FormattedExecutionResult } from 'graphql';
import type { Turn, Turns } from '../base/turns.ts';
import { clientOf } from './client.ts';
import { Cutoff, type ExecutionBounds } from './execution-bounds.ts';
import type { ServedGraph } from './graphql-handler.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { presentErrors } from './present-errors.ts';
import type { RequestTrace } from './request-trace.ts';

/** Queries the graph within the process. Errors are in the answer, in their public form. */
export type AskGraph = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
) => Promise<FormattedExecutionResult>;

/** Web pages, for every path that is not one of the server's own. */
export type Pages = (request: Request, ask: AskGraph) => Promise<Response>;

interface PageHandlerOptions {
  readonly pages: Pages;
  readonly graph: ServedGraph;
  readonly bounds: ExecutionBounds;
  readonly turns: Turns;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  trace: RequestTrace,
) => Promise<void>;

/** Answers GET and HEAD with pages, under the execution bounds of GraphQL. */
export function createPageHandler(options: PageHandlerOptions): PageHandler {
  return async (request, response, trace) => {
    const client = new AbortController();
    response.once('close', () => client.abort());
    const turn = options.turns.begin(clientOf(request));
    await turn.pause();
    if (client.signal.aborted) return;
    const asked = requestOf(request, client.signal);
    const answer = await options.pages(asked, askerFor(options, trace, turn, client.signal));

    await send(answer, request, response);
  };
}

function askerFor(
  { graph, bounds, metrics, logger }: PageHandlerOptions,
  trace: RequestTrace,
  turn: Turn,
  client: AbortSignal,
): AskGraph {
  const shown = (errors: readonly unknown[]) =>
    presentErrors(errors, false, trace, logger).map((error) => error.toJSON());
  return async (document, variables) => {
    const cutoff = new Cutoff(() => client);
    try {
      const contextValue = await graph.contextFor({
        turn,
        get signal() {
          return cutoff.signal;
        },
        onStatement(event) {
          trace.statements += 1;
          metrics.statement(event);
        },
      });
      const { schema } = graph;
      const { data, errors } = await bounds.run(
        { schema, document, contextValue, variableValues: variables },
        cutoff,
      );
      return { data: data ?? null, errors: shown(errors ?? []) };
    } catch (error) {
      return { data: null, errors: shown([error]) };
    }
  };
}

/**
 * The request in the form of fetch. Only the path and query count, not "Host". HEAD becomes GET, so
 * that its headers are equal.
 */
function requestOf({ url = '/', headers }: IncomingMessage, signal: AbortSignal): Request {
  const target = url.startsWith('/') ? url : '/';
  const given = new Headers();
  for (const name of ['accept', 'accept-encoding', 'if-none-match'] as const) {
    const value = headers[name];
    if (value !== undefined) given.set(name, value);
  }
  // The target is concatenated, since "//elsewhere" as a relative reference would name a host.
  return new Request(`http://localhost${target}`, { headers: given, signal });
}

async function send(
  answer: Response,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of answer.headers) {
    if (name === 'vary') response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  const body = Buffer.from(await answer.arrayBuffer());
  response.statusCode = answer.status;
  if (answer.status !== 304) response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}
