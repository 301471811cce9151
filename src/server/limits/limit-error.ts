import { type ASTNode, GraphQLError } from 'graphql';

/** Bounds on what one request may ask for. */
export interface Limits {
  readonly documentLength: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly cost: number;
  readonly variableDepth: number;
  /** The milliseconds that it may execute. */
  readonly executionTime: number;
  /** How many requests may execute at once, in total. */
  readonly executions: number;
}

export type LimitName =
  | keyof Limits
  | 'bodyBytes'
  | 'headerBytes'
  | 'requestTime'
  | 'fieldComparisons'
  | 'validationErrors'
  | 'introspectionDepth';

/** Takes the place of a setting's name for a limit of a library that no setting changes. */
const fixed = 'fixed';

/** The names of each limit: the error code, the setting, and what it counts. */
const limitTexts: Readonly<Record<LimitName, readonly [string, string, string]>> = {
  bodyBytes: ['BODY_TOO_LARGE', 'MAX_BODY_BYTES', 'bytes in the body'],
  headerBytes: [
    'HEADERS_TOO_LARGE',
    '--max-http-header-size of Node',
    'bytes of address and headers',
  ],
  requestTime: ['REQUEST_TIMEOUT', 'REQUEST_TIMEOUT_MS', 'milliseconds to send the request'],
  documentLength: ['DOCUMENT_TOO_LONG', 'MAX_DOCUMENT_LENGTH', 'characters in the document'],
  tokens: ['TOO_MANY_TOKENS', 'MAX_TOKENS', 'tokens in the document'],
  depth: ['TOO_DEEP', 'MAX_DEPTH', 'levels of nested fields'],
  aliases: ['TOO_MANY_ALIASES', 'MAX_ALIASES', 'aliases in the document'],
  rootFields: ['TOO_MANY_ROOT_FIELDS', 'MAX_ROOT_FIELDS', 'fields at the root'],
  directives: ['TOO_MANY_DIRECTIVES', 'MAX_DIRECTIVES', 'directives in the document'],
  cost: ['COST_LIMIT', 'MAX_COST', 'values in the answer, estimated from its page sizes'],
  executionTime: ['EXECUTION_TIMEOUT', 'EXECUTION_TIMEOUT_MS', 'milliseconds to execute'],
  executions: ['TOO_BUSY', 'MAX_EXECUTIONS', 'operations that execute at once'],
  fieldComparisons: ['TOO_MANY_EQUAL_FIELDS', fixed, 'comparisons of fields with the same name'],
  validationErrors: ['TOO_MANY_ERRORS', fixed, 'errors in the document; others are not listed'],
  introspectionDepth: [
    'INTROSPECTION_TOO_DEEP',
    fixed,
    'lists of fields, types or values within each other in introspection',
  ],
  variableDepth: [
    'VARIABLES_TOO_DEEP',
    'MAX_VARIABLE_DEPTH',
    'levels of nested lists and objects in the variables or extensions',
  ],
};

const limitNames = Object.keys(limitTexts) as readonly LimitName[];

const namesByCode = new Map(limitNames.map((name) => [limitTexts[name][0], name]));

/** The limit of an error code, if the code belongs to one. */
export function limitOfCode(code: string): LimitName | undefined {
  return namesByCode.get(code);
}

/**
 * The message and details for a request that a limit refuses; `actual` is null if it was not fully
 * counted.
 */
export function limitProblem(
  name: LimitName,
  maximum: number,
  actual: number | null,
): { readonly message: string; readonly extensions: Record<string, unknown> } {
  const [code, limit, counted] = limitTexts[name];
  const got = actual === null ? 'more' : String(actual);
  return {
    message: `Expected at most ${maximum} ${counted} (${limit}), got ${got}.`,
    extensions: { code, limit, maximum, ...(actual === null ? {} : { actual }) },
  };
}

/** The same as an error, at the nodes of the document if they are known. */
export function limitError(
  name: LimitName,
  maximum: number,
  actual: number | null,
  nodes?: readonly ASTNode[],
): GraphQLError {
  const { message, extensions } = limitProblem(name, maximum, actual);
  return new GraphQLError(message, { ...(nodes && { nodes }), extensions });
}
