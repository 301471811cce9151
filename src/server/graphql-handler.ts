import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { madeOnce } from '../base/made-once.ts';
import type { MaybePromise } from '../base/maybe-promise.ts';
import type { Turn } from '../base/turns.ts';
import type { ReadOptions } from '../store/graph-store.ts';
import type { AnswerCache, AnswerGround } from './answer-cache.ts';
import { useExecution } from './execution-plugin.ts';
import { useHttpManners } from './http/http-manners.ts';
import { parseWithin } from './limits/document-limits.ts';
import { Cutoff, type ExecutionBounds } from './limits/execution-bounds.ts';
import type { Limits } from './limits/limit-error.ts';
import { useNamedBounds } from './limits/validation-limits.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { useServedOperations } from './operation-types.ts';
import { isStoreError, presentErrors } from './present-errors.ts';
import { useRequestParams } from './request-params.ts';
import type { RequestTrace } from './request-trace.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** The path of GraphQL. */
export const graphqlPath = '/graphql';

/** The server's values for each request, besides the context of the resolvers. */
interface ServerContext {
  readonly trace: RequestTrace;
  readonly turn: Turn;
  /**
   * The body, if it was read before. This is so for a chunked body, whose length is not known in
   * advance.
   */
  readonly body?: Buffer;
}

/** The values of a request for the graph. */
export interface RequestScope extends ReadOptions {
  readonly turn: Turn;
}

/** The graph, as the server sees it: a schema, and a context for the resolvers of each request. */
export interface ServedGraph {
  readonly schema: GraphQLSchema;
  contextFor(scope: RequestScope): MaybePromise<object>;
  /**
   * Identifies the graph of a context. Contexts of one generation give equal answers, unless
   * something is written meanwhile. Null means not known.
   */
  generationOf(context: object): string | null;
  /** What the answer of the context rests on; null: not known. */
  groundOf(context: object): AnswerGround | null;
}

interface GraphqlHandlerOptions {
  readonly graph: ServedGraph;
  readonly limits: Limits;
  readonly bounds: ExecutionBounds;
  readonly answers: AnswerCache | null;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Documents that clients may request by id. Absent: clients must send their documents. */
  readonly trusted?: TrustedDocuments | null;
  /** The seconds for which caches may keep an answer to GET without asking again; 0 by default. */
  readonly maxAgeSeconds?: number;
}

export type GraphqlHandler = ReturnType<typeof createGraphqlHandler>;

/** Handles GraphQL over HTTP. Routes, body size and media types are checked before. */
export function createGraphqlHandler(options: GraphqlHandlerOptions) {
  const { graph, limits, bounds, answers, metrics, logger, trusted = null } = options;
  const { schema } = graph;
  const cutoffs = new WeakMap<Request, Cutoff>();
  const cutoffOf = (request: Request) =>
    madeOnce(cutoffs, request, () => new Cutoff(() => request.signal));
  return createYoga<ServerContext, object>({
    schema,
    graphqlEndpoint: graphqlPath,
    context: ({ request, trace, turn }) =>
      graph.contextFor({
        turn,
        // A getter, so that the signal is only made if it is used.
        get signal() {
          return cutoffOf(request).signal;
        },
        onStatement(event) {
          trace.statements += 1;
          metrics.statement(event);
        },
      }),
    // The length of the body is checked before. Yoga's own limit would pass every body through a
    // stream.
    maxRequestBodySize: false,
    maskedErrors: false,
    batching: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    logging: false,
    parserAndValidationCache: {
      documentCache: textCache<DocumentNode>(1000, 500_000),
      errorCache: textCache<object>(100, 100_000),
    },
    plugins: [
      useRequestParams({ maxVariableDepth: limits.variableDepth, trusted }),
      useDocumentLimits(limits),
      useNamedBounds(),
      useServedOperations(schema),
      useExecution({
        schema,
        maxCost: limits.cost,
        bounds,
        cutoffOf,
        answers,
        generationOf: (context) => graph.generationOf(context),
        groundOf: (context) => graph.groundOf(context),
      }),
      usePresentedErrors(logger),
      useHttpManners(options.maxAgeSeconds ?? 0),
    ],
  });
}

/**
 * A cache that is bounded by the length of its keys, since a parsed document grows with its text.
 */
function textCache<Value extends object>(max: number, maxSize: number) {
  const cache = new LRUCache<string, Value>({
    max,
    maxSize,
    sizeCalculation: (_value, text) => text.length + 1,
  });
  return {
    get: (text: string) => cache.get(text),
    set: (text: string, value: unknown) => void cache.set(text, value as Value),
  };
}

function useDocumentLimits(limits: Limits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: Parameters<typeof parseWithin>[0]) => parseWithin(source, limits));
    },
  };
}

/** Runs last, and turns errors into their public form. */
function usePresentedErrors(logger: Logger): Plugin<object, ServerContext> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      if (Array.isArray(result) || !('errors' in result) || result.errors === undefined) return;
      const { errors, ...withoutErrors } = result;
      const { data } = withoutErrors;
      const whole = data === undefined || (data === null && errors.every(isStoreError));
      const shown =
        errors.length > 0 ? errors : [new Error('The result has neither data nor errors.')];
      const { trace } = serverContext;
      setResult({ errors: presentErrors(shown, whole, trace, logger), ...withoutErrors });
    },
  };
}
