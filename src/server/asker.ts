import type { DocumentNode, FormattedExecutionResult } from 'graphql';
import type { Turn } from '../base/turns.ts';
import type { ServedGraph } from './graphql-handler.ts';
import { Cutoff, type ExecutionBounds } from './limits/execution-bounds.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { presentErrors } from './present-errors.ts';
import type { RequestTrace } from './request-trace.ts';

/** Queries the graph within the process. Errors are in the answer, in their public form. */
export type AskGraph = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
) => Promise<FormattedExecutionResult>;

export interface AskerOptions {
  readonly graph: ServedGraph;
  readonly bounds: ExecutionBounds;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** The request that a question belongs to. */
interface AskedFor {
  readonly trace: RequestTrace;
  readonly turn: Turn;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Asks the graph on behalf of one request, under the execution bounds of GraphQL. */
export function askerFor(
  { graph, bounds, metrics, logger }: AskerOptions,
  { trace, turn, signal }: AskedFor,
): AskGraph {
  const shown = (errors: readonly unknown[]) =>
    presentErrors(errors, false, trace, logger).map((error) => error.toJSON());
  return async (document, variables) => {
    const cutoff = new Cutoff(() => signal);
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
