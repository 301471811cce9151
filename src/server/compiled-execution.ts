import {
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNullableType,
  getOperationAST,
  isListType,
  isObjectType,
  parse,
  type Source,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { mayCompile } from './compile-eligibility.ts';
import { variableCompleter } from './complete-variables.ts';
import { flattenFragments } from './flatten-fragments.ts';

/** What a compiled query is run with. */
export interface CompiledRun {
  readonly contextValue: unknown;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

export type CompiledQuery = (run: CompiledRun) => ExecutionResult | Promise<ExecutionResult>;

/** Documents whose compiled code is kept. */
const maxCompiled = 256;

/**
 * Compiles the documents that are asked for again and again. What compiled code does differently
 * from the interpreter is made up for here: error locations, the order of fields of fragments,
 * fields without a resolver, promises in lists, defaults within variables, and ending with the
 * client.
 */
export class QueryCompiler {
  readonly #schema: GraphQLSchema;
  readonly #after: number;
  readonly #report: (outcome: 'compiled' | 'unsuitable') => void;
  readonly #seen = new WeakMap<DocumentNode, number>();
  readonly #unsuitable = new WeakSet<DocumentNode>();
  readonly #compiled = new LRUCache<DocumentNode, CompiledQuery>({ max: maxCompiled });

  constructor(
    schema: GraphQLSchema,
    after: number,
    report: (outcome: 'compiled' | 'unsuitable') => void,
  ) {
    this.#schema = resolveExplicitly(schema);
    this.#after = after;
    this.#report = report;
  }

  /** The compiled document, or null while it is to be interpreted. Counts as one execution. */
  queryOf(document: DocumentNode): CompiledQuery | null {
    const known = this.#compiled.get(document);
    if (known !== undefined) return known;
    if (this.#unsuitable.has(document)) return null;
    const seen = this.#seen.get(document) ?? 0;
    this.#seen.set(document, seen + 1);
    if (seen < this.#after) return null;
    const compiled = this.#compile(document);
    this.#report(compiled === null ? 'unsuitable' : 'compiled');
    if (compiled === null) this.#unsuitable.add(document);
    else this.#compiled.set(document, compiled);
    // Dropped for others, it must be asked for as often again.
    this.#seen.delete(document);
    return compiled;
  }

  #compile(document: DocumentNode): CompiledQuery | null {
    const source = document.loc?.source;
    if (source === undefined || !mayCompile(this.#schema, document)) return null;
    // The compiler writes on the nodes it reads, so it gets a tree of its own.
    const flat = flattenFragments(this.#schema, parse(source));
    const compiled = compileQuery(this.#schema, flat, undefined, {
      disablingCapturingStackErrors: true,
    });
    if (!isCompiledQuery(compiled)) return null;
    const operation = getOperationAST(flat);
    const complete = variableCompleter(this.#schema, operation?.variableDefinitions ?? []);
    return ({ contextValue, variableValues, signal }) => {
      const result = compiled.query(undefined, contextValue, complete(variableValues));
      if (!isPromise(result)) return located(result, source);
      return endingWith(signal, result).then((answer) => located(answer, source));
    };
  }
}

/** Gives up waiting when the client is gone; the loaders, told by the same signal, load nothing more. */
function endingWith<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/** Compiled code knows lines and columns only; Yoga writes out what comes of source and positions. */
function located(result: ExecutionResult, source: Source): ExecutionResult {
  if (result.errors === undefined) return result;
  const lines = [...source.body.matchAll(/\r\n|[\n\r]/g)].map((end) => end.index + end[0].length);
  const errors = result.errors.map((error) => {
    const positions = error.locations?.map(
      ({ line, column }) => (line === 1 ? 0 : (lines[line - 2] ?? 0)) + column - 1,
    );
    return new GraphQLError(error.message, {
      source,
      positions: positions?.length ? positions : undefined,
      path: error.path,
      originalError: error.originalError,
      extensions: error.extensions,
    });
  });
  return { ...result, errors };
}

/**
 * Says in the schema what the interpreter does by itself. Fields without a resolver get the
 * default one (compiled code would neither call methods nor wait for promises); lists are awaited
 * as a whole (compiled code puts a rejected item at the wrong place).
 */
function resolveExplicitly(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve ??= defaultFieldResolver;
      if (isListType(getNullableType(field.type))) field.resolve = awaitingItems(field.resolve);
    }
  }
  return schema;
}

const awaiting = new WeakSet<GraphQLFieldResolver<unknown, unknown>>();

function awaitingItems(
  resolve: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, unknown> {
  if (awaiting.has(resolve)) return resolve;
  const wrapped: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
    const value = resolve(source, args, context, info);
    return isPromise(value) ? value.then(settledItems) : settledItems(value);
  };
  awaiting.add(wrapped);
  return wrapped;
}

function settledItems(value: unknown): unknown {
  if (!Array.isArray(value) || !value.some(isPromise)) return value;
  return Promise.all(
    value.map((item: unknown) =>
      isPromise(item)
        ? item.catch((error: unknown) =>
            error instanceof Error ? error : new Error(String(error)),
          )
        : item,
    ),
  );
}

function isPromise(value: unknown): value is Promise<unknown>;
function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value>;
function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value;
}
