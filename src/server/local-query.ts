import type { FormattedExecutionResult } from 'graphql';
import { alone } from '../base/turns.ts';
import { noAnswers } from './answer-cache.ts';
import { ExecutionBounds } from './execution-bounds.ts';
import { createGraphqlHandler, graphqlPath } from './graphql-handler.ts';
import type { Limits } from './limit-error.ts';
import type { Logger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { startTrace } from './request-trace.ts';
import type { CountedGraph } from './server.ts';

interface LocalQuery {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** Runs a query as the server would, with its limits and errors, but without a network port. */
export async function runLocalQuery(
  graph: CountedGraph,
  request: LocalQuery,
  options: { readonly limits: Limits; readonly logger: Logger },
): Promise<FormattedExecutionResult> {
  const metrics = createMetrics({ pages: () => graph.cacheCounts(), answers: () => noAnswers });
  const graphql = createGraphqlHandler({
    graph,
    bounds: new ExecutionBounds(options.limits, metrics.executing),
    answers: null,
    metrics,
    ...options,
  });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await graphql.fetch(
    `http://localhost${graphqlPath}`,
    { method: 'POST', headers, body: JSON.stringify(request) },
    { trace: startTrace(crypto.randomUUID()), turn: alone },
  );
  return (await response.json()) as FormattedExecutionResult;
}
