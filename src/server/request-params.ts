import { isUtf8 } from 'node:buffer';
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Turn } from '../base/turns.ts';
import { limitError } from './limits/limit-error.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

const members = ['query', 'documentId', 'variables', 'operationName', 'extensions'] as const;

interface RequestParamsOptions {
  readonly maxVariableDepth: number;
  /** Null: clients must send their documents. */
  readonly trusted: TrustedDocuments | null;
}

/**
 * Reads the GraphQL request from the HTTP request. A malformed one gets an error that says what was
 * expected. The depth of variables is bounded, because they are read recursively.
 */
export function useRequestParams(
  options: RequestParamsOptions,
): Plugin<object, { turn: Turn; body?: Buffer }> {
  return {
    onRequestParse({ request, serverContext, setRequestParser }) {
      setRequestParser(async () => {
        const { turn, body } = serverContext;
        const isGet = request.method === 'GET';
        const bytes = isGet ? null : (body ?? Buffer.from(await request.arrayBuffer()));
        // All real work on a request comes after this. The steps before cost almost nothing.
        await turn.pause();
        if (request.signal.aborted) throw left();
        const params = bytes === null ? paramsOfUrl(request.url) : paramsOfBody(textOf(bytes));
        return checked(params, options);
      });
    },
  };
}

/** The text of a body in UTF-8, without a byte order mark. */
function textOf(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw malformed('The body is not UTF-8.', 'JSON in UTF-8');
  const text = bytes.toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

type Params = Readonly<Record<string, unknown>>;

function paramsOfUrl(url: string): Params {
  const start = url.indexOf('?');
  const text = start < 0 ? '' : url.slice(start + 1);
  if (!isPercentEncoded(text)) {
    throw malformed('The URL is not percent-encoded UTF-8.', 'parameters in percent-encoded UTF-8');
  }
  const search = new URLSearchParams(text);
  return {
    query: search.get('query') ?? undefined,
    documentId: search.get('documentId') ?? undefined,
    operationName: search.get('operationName') || undefined,
    variables: parsed(search.get('variables') || 'null', 'The URL parameter "variables"'),
    extensions: parsed(search.get('extensions') || 'null', 'The URL parameter "extensions"'),
  };
}

/** Whether a text is valid percent-encoding. In invalid text, characters would be replaced. */
function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function paramsOfBody(text: string): Params {
  if (text.trim() === '') {
    throw malformed('The body is empty.', 'a JSON object with a member "query"');
  }
  const body = parsed(text, 'The body');
  if (Array.isArray(body)) {
    throw malformed(
      'The body is a list; batches are not served.',
      'one JSON object with a member "query"',
    );
  }
  if (!isObject(body)) {
    throw malformed(`The body is ${kindOf(body)}.`, 'a JSON object with a member "query"');
  }
  return body;
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(`${where} is not valid JSON.`, 'valid JSON');
  }
}

function checked(
  params: Params,
  { maxVariableDepth, trusted }: RequestParamsOptions,
): GraphQLParams {
  const { variables, operationName, extensions } = params;
  const unknown = Object.keys(params).find(
    (name) => params[name] != null && !members.some((member) => member === name),
  );
  if (unknown !== undefined) {
    throw malformed(`Unknown member "${unknown.slice(0, 64)}".`, `only ${members.join(', ')}`);
  }
  const query = params.query || trustedText(params, trusted);
  if (query == null) throw malformed('"query" is missing.', 'a GraphQL document in "query"');
  if (typeof query !== 'string') {
    throw malformed(`"query" is ${kindOf(query)}.`, 'a GraphQL document, as text');
  }
  if (query.trim() === '') throw malformed('"query" is empty.', 'a GraphQL document');
  if (trusted?.only && !trusted.has(query)) throw notTrusted();
  if (operationName != null && typeof operationName !== 'string') {
    throw malformed(`"operationName" is ${kindOf(operationName)}.`, 'text, or nothing');
  }
  if (isDeeperThan(maxVariableDepth, variables) || isDeeperThan(maxVariableDepth, extensions)) {
    throw limitError('variableDepth', maxVariableDepth, null);
  }
  return {
    query,
    ...(operationName ? { operationName } : {}),
    ...asObject('variables', variables),
    ...asObject('extensions', extensions),
  };
}

function asObject(name: 'variables' | 'extensions', value: unknown) {
  if (value == null) return {};
  if (!isObject(value)) {
    throw malformed(
      `"${name}" is ${kindOf(value)}.`,
      'an object with a member for each, or nothing',
    );
  }
  return { [name]: value };
}

/**
 * The text of the trusted document that a request names. It is named by "documentId", or by a hash
 * in the form of Apollo Client and urql. If no document is named, the value of "query".
 */
function trustedText({ query, documentId, extensions }: Params, trusted: TrustedDocuments | null) {
  const persisted = isObject(extensions) ? extensions.persistedQuery : null;
  if (documentId == null && persisted == null) return query;
  const id = documentId ?? (isObject(persisted) ? persisted.sha256Hash : null);
  const text = typeof id === 'string' ? trusted?.get(id) : undefined;
  if (text !== undefined) return text;
  if (documentId != null) {
    throw refusedDocument('PERSISTED_QUERY_NOT_FOUND', 'There is no trusted document of this id.');
  }
  // Clients know these two messages. After the first one, a client stops sending hashes without
  // documents.
  if (trusted === null) {
    throw refusedDocument('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
  }
  throw refusedDocument('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
}

function refusedDocument(code: string, message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, expected: 'a GraphQL document in "query"' },
  });
}

/** The error for a document that the operator did not allow. */
function notTrusted(): GraphQLError {
  const expected = 'the id of a trusted document in "documentId"';
  return new GraphQLError(`Only trusted documents are executed here. Expected ${expected}.`, {
    extensions: { code: 'DOCUMENT_NOT_TRUSTED', expected },
  });
}

/** Whether lists and objects are nested deeper than the bound. The check stops at the bound. */
function isDeeperThan(bound: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (bound === 0) return true;
  return Object.values(value).some((inner) => isDeeperThan(bound - 1, inner));
}

/** The error for a client that left while its request waited. Nobody reads it. */
function left(): GraphQLError {
  return new GraphQLError('The client has left.', { extensions: { code: 'CLIENT_LEFT' } });
}

function malformed(message: string, expected: string): GraphQLError {
  return new GraphQLError(`${message} Expected ${expected}.`, {
    extensions: { code: 'BAD_REQUEST', expected, http: { status: 400 } },
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
