import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';

const members = ['query', 'variables', 'operationName', 'extensions'] as const;

/** Reads the GraphQL request out of the HTTP request; what is malformed gets an error that says what was expected. */
export function useRequestParams(): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      if (request.method === 'GET') setRequestParser(() => paramsOfUrl(request.url));
      else setRequestParser(async () => paramsOfBody(await request.text()));
    },
  };
}

function paramsOfUrl(url: string): GraphQLParams {
  const start = url.indexOf('?');
  const search = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  return checked({
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName') || undefined,
    variables: parsed(search.get('variables') || 'null', 'The URL parameter "variables"'),
    extensions: parsed(search.get('extensions') || 'null', 'The URL parameter "extensions"'),
  });
}

function paramsOfBody(text: string): GraphQLParams {
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
  return checked(body);
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(`${where} is not valid JSON.`, 'valid JSON');
  }
}

function checked(params: Readonly<Record<string, unknown>>): GraphQLParams {
  const { query, variables, operationName, extensions } = params;
  const unknown = Object.keys(params).find(
    (name) => params[name] != null && !members.some((member) => member === name),
  );
  if (unknown !== undefined) {
    throw malformed(`Unknown member "${unknown.slice(0, 64)}".`, `only ${members.join(', ')}`);
  }
  if (query == null) throw malformed('"query" is missing.', 'a GraphQL document in "query"');
  if (typeof query !== 'string') {
    throw malformed(`"query" is ${kindOf(query)}.`, 'a GraphQL document, as text');
  }
  if (query.trim() === '') throw malformed('"query" is empty.', 'a GraphQL document');
  if (operationName != null && typeof operationName !== 'string') {
    throw malformed(`"operationName" is ${kindOf(operationName)}.`, 'text, or nothing');
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
