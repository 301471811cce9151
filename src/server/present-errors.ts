import { GraphQLError } from 'graphql';
import { StoreError } from '../store/graph-store.ts';
import type { Logger } from './logger.ts';
import type { RequestTrace } from './request-trace.ts';

/** The status of an answer without data, for an error. */
interface HttpStatus {
  readonly status: number;
  /** If true, clients that accept only application/json get 200, as GraphQL over HTTP specifies. */
  readonly spec?: boolean;
  readonly headers?: Record<string, string>;
}

const requestErrors: Readonly<Record<string, HttpStatus>> = {
  GRAPHQL_PARSE_FAILED: { status: 400, spec: true },
  GRAPHQL_VALIDATION_FAILED: { status: 400, spec: true },
  OPERATION_RESOLUTION_FAILURE: { status: 400, spec: true },
  BAD_USER_INPUT: { status: 400, spec: true },
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 400, spec: true },
  PERSISTED_QUERY_NOT_FOUND: { status: 404, spec: true },
  DOCUMENT_NOT_TRUSTED: { status: 403 },
  BAD_REQUEST: { status: 400 },
  OPERATION_NOT_SUPPORTED: { status: 400 },
  EXECUTION_TIMEOUT: { status: 503, headers: { 'retry-after': '5' } },
  TOO_BUSY: { status: 503, headers: { 'retry-after': '1' } },
  METHOD_NOT_ALLOWED: { status: 405, headers: { allow: 'POST' } },
  INTERNAL_SERVER_ERROR: { status: 500 },
};

function statusOf(code: string): HttpStatus {
  if (code.startsWith('STORE_')) return { status: 503 };
  // Limit errors also get 400, unless a status is listed above.
  return requestErrors[code] ?? { status: 400 };
}

const storeMessages: Readonly<Record<StoreError['code'], string>> = {
  STORE_UNAVAILABLE: 'The graph cannot be reached at the moment; try again later.',
  STORE_TIMEOUT: 'The graph took too long to answer; ask for less, or try again later.',
  STORE_ABORTED: 'The request was given up before the graph answered.',
  STORE_AUTHENTICATION: 'The graph cannot be reached at the moment; try again later.',
  STORE_VERSION: 'The graph cannot be reached at the moment; try again later.',
  STORE_DAMAGED: 'The graph cannot be read.',
  STORE_FOREIGN: 'The graph cannot be read.',
  STORE_BOUND: 'Too many entities would have to be looked at; narrow the filter.',
  STORE_CONFLICT: 'The graph was changed meanwhile; try again.',
  STORE_FAILURE: 'The graph could not answer.',
};

/** graphql-js gives no code for a variable that gives null to a non-null argument. */
const nullArgument =
  /^Argument "(\w+)" (?:of (?:non-null|required) type "([^"]*)" (?:must|was) |has invalid value )/;

/** The public form of an error, and the part for the log. */
interface Shown {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  readonly cause?: unknown;
}

/**
 * Turns errors into their public form. Expected errors keep their code, store errors get a safe
 * message, and all others are masked and logged with their stack. `whole` means that the answer has
 * no data, so that the errors decide the HTTP status.
 */
export function presentErrors(
  errors: readonly unknown[],
  whole: boolean,
  trace: RequestTrace,
  logger: Logger,
): readonly GraphQLError[] {
  const logged = new Set<string>();
  const presented = errors.map((error) => {
    const { message, extensions, cause } = shown(error, trace.id);
    const { code } = extensions;
    trace.errorCodes.add(code);
    const text = cause instanceof Error ? cause.message : String(cause);
    if (cause !== undefined && !logged.has(text)) {
      logged.add(text);
      logFailure(logger, code, cause, trace.id);
    }
    const located = error instanceof GraphQLError ? error : null;
    return new GraphQLError(message, {
      ...placeOf(located),
      path: located?.path,
      extensions: whole ? { ...extensions, http: statusOf(code) } : extensions,
    });
  });
  return presented.sort(inDocumentOrder);
}

/** Orders errors by their place in the document, since fields may finish in any order. */
function inDocumentOrder(one: GraphQLError, other: GraphQLError): number {
  const apart = (one.positions?.[0] ?? 0) - (other.positions?.[0] ?? 0);
  if (apart !== 0) return apart;
  const [mine = [], yours = []] = [one.path, other.path];
  for (const [index, key] of mine.entries()) {
    const against = yours[index];
    if (typeof key === 'number' && typeof against === 'number' && key !== against) {
      return key - against;
    }
  }
  return 0;
}

function logFailure(logger: Logger, code: string, cause: unknown, requestId: string): void {
  if (code === 'STORE_ABORTED') return;
  if (cause instanceof StoreError) logger.warn({ requestId, code }, cause.message);
  else logger.error({ requestId, err: cause }, 'unexpected error');
}

function shown(error: unknown, requestId: string): Shown {
  const root = rootOf(error);
  if (root instanceof StoreError && root.code === 'STORE_BOUND') {
    const extensions = { code: 'WORK_LIMIT', bound: 'maxLookedAt' };
    return { message: `${root.message} Narrow the filter.`, extensions };
  }
  if (root instanceof StoreError) {
    return {
      message: storeMessages[root.code],
      extensions: { code: root.code, requestId },
      cause: root,
    };
  }
  if (root instanceof GraphQLError) {
    const { http, ...extensions } = root.extensions;
    if (http?.status === 405) {
      return { message: root.message, extensions: { code: 'METHOD_NOT_ALLOWED' } };
    }
    const message = root.message.replace(/^'(.*)'$/s, '$1');
    const code = extensions.code;
    if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
      return { message, extensions: { ...extensions, code } };
    }
    const [, argument, expected] = nullArgument.exec(message) ?? [];
    if (argument !== undefined) {
      const extensions = { code: 'BAD_USER_INPUT', argument, ...(expected && { expected }) };
      return { message, extensions };
    }
  }
  return {
    message: 'Something went wrong on the server.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    cause: root,
  };
}

/** A fault of the store in words that a client may read. */
export function storeProblem({ code }: StoreError) {
  return { message: storeMessages[code], extensions: { code } };
}

/** Whether an error comes from the store, at any depth of its causes. */
export function isStoreError(error: unknown): boolean {
  return rootOf(error) instanceof StoreError;
}

/** The original error, below those that only add a place. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}

/** The place of the error in the document, from its nodes or its source and positions. */
function placeOf(error: GraphQLError | null) {
  if (error === null) return {};
  if (error.nodes !== undefined) return { nodes: error.nodes };
  return { source: error.source, positions: error.positions };
}
