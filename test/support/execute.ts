import { type DocumentNode, type ExecutionResult, execute, parse, validate } from 'graphql';
import { alone, type Turn } from '../../src/base/turns.ts';
import type { GraphReader } from '../../src/loaders/graph-reader.ts';
import type { Loaders } from '../../src/loaders/loaders.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import type { GraphStore, StatementEvent } from '../../src/store/graph-store.ts';

export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** The result of an operation, and the names of its statements. */
export interface Outcome {
  readonly result: ExecutionResult;
  readonly statements: readonly string[];
}

/** The day of the tests. */
export const theDay = '2026-11-23';

// Documents are cached, as a server does, since plans belong to a document.
const documents = new Map<string, DocumentNode>();

/** The document of a query, which must be valid in the schema. */
export function documentOf(query: string): DocumentNode {
  const known = documents.get(query);
  if (known !== undefined) return known;
  const document = parse(query);
  const [mistake] = validate(buildSchema(), document);
  if (mistake !== undefined) throw mistake;
  documents.set(query, document);
  return document;
}

/** Executes an operation as one request. */
export async function run(
  reader: GraphReader,
  operation: Operation,
  today = theDay,
  turn: Turn = alone,
): Promise<Outcome> {
  const events: StatementEvent[] = [];
  const loaders = await reader.forRequest({ onStatement: (event) => events.push(event) });
  const result = await executeWith(loaders, reader.store, operation, today, turn);
  return { result, statements: events.map(({ name }) => name) };
}

/** Executes an operation with the loaders of a request. */
export async function executeWith(
  loaders: Loaders,
  store: GraphStore,
  operation: Operation,
  today = theDay,
  turn: Turn = alone,
): Promise<ExecutionResult> {
  return execute({
    schema: buildSchema(),
    document: documentOf(operation.query),
    variableValues: operation.variables ?? {},
    ...(operation.operationName !== undefined && { operationName: operation.operationName }),
    contextValue: {
      loaders,
      turn,
      publicUrl: 'https://glossgraph.example',
      today,
      store: { name: store.name, version: store.version() },
    },
  });
}

/** The data of an operation that must not fail. */
export async function dataOf(
  reader: GraphReader,
  query: string,
  variables?: Operation['variables'],
): Promise<Readonly<Record<string, unknown>>> {
  const { result } = await run(reader, { query, variables });
  if (result.errors !== undefined) throw new Error(result.errors.map(String).join('\n'));
  return result.data ?? {};
}
