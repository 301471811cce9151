import { alone } from '../base/turns.ts';
import { noAnswers } from './answer-cache.ts';
import { type AskGraph, askerFor } from './asker.ts';
import { ExecutionBounds } from './limits/execution-bounds.ts';
import type { Limits } from './limits/limit-error.ts';
import type { Logger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { startTrace } from './request-trace.ts';
import type { CountedGraph } from './server.ts';

/**
 * Asks a graph within the process, under the execution bounds of a server. No other work shares the
 * process.
 */
export function createLocalAsker(
  graph: CountedGraph,
  { limits, logger }: { readonly limits: Limits; readonly logger: Logger },
): AskGraph {
  const metrics = createMetrics({ pages: () => graph.cacheCounts(), answers: () => noAnswers });
  const bounds = new ExecutionBounds(limits, metrics.executing);
  const { signal } = new AbortController();
  return (document, variables) => {
    const trace = startTrace(crypto.randomUUID());
    const ask = askerFor({ graph, bounds, metrics, logger }, { trace, turn: alone, signal });
    return ask(document, variables);
  };
}
