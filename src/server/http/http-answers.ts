import type { IncomingMessage, ServerResponse } from 'node:http';
import Negotiator from 'negotiator';

/** The media types of GraphQL answers. A client without a preference gets the first. */
const graphqlTypes = ['application/json', 'application/graphql-response+json'] as const;
type GraphqlType = (typeof graphqlTypes)[number];

/** The character set of answers. A client may ask for it. */
const charset = 'charset=utf-8';

/** Ends a response with text. HEAD gets only the headers. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  text: string | Buffer,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

/** Ends a response with a JSON value that must not be cached. */
export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  value: unknown,
): void {
  response.setHeader('cache-control', 'no-store');
  sendText(request, response, status, `application/json; ${charset}`, JSON.stringify(value));
}

/** Ends a response with one error, in the shape of a GraphQL answer. */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  error: { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> },
): void {
  const type = graphqlTypeFor(request) ?? graphqlTypes[0];
  const text = JSON.stringify({ errors: [error] });
  sendText(request, response, status, `${type}; ${charset}`, text);
}

/** The media type of GraphQL answers that the client prefers; null where it accepts none. */
export function graphqlTypeFor(request: Pick<IncomingMessage, 'headers'>): GraphqlType | null {
  return preferred(request, graphqlTypes);
}

/** Whether the client prefers a page to JSON. */
export function prefersPage(request: IncomingMessage): boolean {
  return preferred(request, [...graphqlTypes, 'text/html']) === 'text/html';
}

/** Whether the client accepts gzip. */
export function takesGzip(request: IncomingMessage): boolean {
  return new Negotiator(request).encodings(['gzip']).includes('gzip');
}

function preferred<Type extends string>(
  { headers }: Pick<IncomingMessage, 'headers'>,
  types: readonly Type[],
): Type | null {
  const accept = headers.accept?.trim() || '*/*';
  const offered = types.map((type) => `${type}; ${charset}`);
  const best = new Negotiator({ headers: { accept } }).mediaType(offered);
  return best === undefined ? null : (types[offered.indexOf(best)] ?? null);
}
