import type { IncomingMessage, ServerResponse } from 'node:http';

const jsonTypes = ['application/graphql-response+json', 'application/json'] as const;

/** Ends a response with text; HEAD gets the headers alone. */
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
  sendText(request, response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** Ends a response with one error, in the shape of a GraphQL answer. */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  error: { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> },
): void {
  const type = request.headers.accept?.includes(jsonTypes[0]) ? jsonTypes[0] : jsonTypes[1];
  const text = JSON.stringify({ errors: [error] });
  sendText(request, response, status, `${type}; charset=utf-8`, text);
}

/** Whether a client takes one of the media types that GraphQL answers have. */
export function acceptsGraphql(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const ranges = accept.split(',').map((range) => range.split(';', 1)[0]?.trim().toLowerCase());
  return ranges.some(
    (range) =>
      range === '*/*' || range === 'application/*' || jsonTypes.some((type) => type === range),
  );
}
