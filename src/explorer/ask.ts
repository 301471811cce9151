import type { DocumentNode, FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { type DataOf, type DocumentName, pageDocuments, type VariablesOf } from './documents.ts';
import type { DocumentTypes, StoredDocuments } from './stored-documents.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Queries the graph. The server provides it. It never throws: errors are in the answer. */
export type AskGraph = (
  document: DocumentNode,
  variables: Variables,
) => Promise<FormattedExecutionResult>;

/** The result of a stored document. */
export interface Found<Data> {
  /** Null where there is no answer at all. */
  readonly data: Data | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** The graph gave no answer at all. */
export class UnansweredError extends Error {
  /** Whether it may answer later. */
  readonly later: boolean;

  constructor(errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? 'The graph did not answer.');
    const code = String(errors[0]?.extensions?.code);
    this.later = /^STORE_|^EXECUTION_TIMEOUT$|^TOO_BUSY$/.test(code);
  }
}

/** Runs a stored document. */
export async function askStored<
  Types extends DocumentTypes<keyof Types>,
  Name extends keyof Types & string,
>(
  ask: AskGraph,
  documents: StoredDocuments<Types>,
  name: Name,
  variables: Types[Name][0],
): Promise<Found<Types[Name][1]>> {
  const { data, errors = [] } = await ask(documents.of(name), variables as Variables);
  // Converts the data to what HTTP would send: dates and addresses as text.
  return { data: JSON.parse(JSON.stringify(data ?? null)) as Types[Name][1] | null, errors };
}

/** Runs a document of the pages. */
export function askFor<Name extends DocumentName>(
  ask: AskGraph,
  name: Name,
  variables: VariablesOf<Name>,
): Promise<Found<DataOf<Name>>> {
  return askStored(ask, pageDocuments, name, variables);
}

/**
 * The data of an answer. Null if the graph refuses the question, for example a slug that is too
 * long. Throws if the graph gave no answer at all.
 */
export function dataIn<Data extends object>({ data, errors }: Found<Data>): Data | null {
  if (data !== null && (errors.length === 0 || Object.values(data).some((each) => each !== null))) {
    return data;
  }
  const refusals: readonly unknown[] = ['BAD_USER_INPUT', 'NOT_FOUND'];
  if (errors.every(({ extensions }) => refusals.includes(extensions?.code))) return null;
  throw new UnansweredError(errors);
}
