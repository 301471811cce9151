import type { IncomingMessage, ServerResponse } from 'node:http';

/** Origins of pages that may read answers; null means all. */
export type AllowedOrigins = readonly string[] | null;

// "*" covers every header but Authorization. The others are listed for older browsers.
const requestHeaders = [
  '*',
  'Authorization',
  'Content-Type',
  'Accept',
  'X-Request-Id',
  'Apollo-Require-Preflight',
  'Apollographql-Client-Name',
  'Apollographql-Client-Version',
  'GraphQL-Client-Name',
  'GraphQL-Client-Version',
  'X-Apollo-Operation-Name',
].join(', ');

/**
 * Lets pages of the allowed origins read an answer. Without a list all may, since there are no
 * cookies or other credentials to abuse.
 */
export function setCorsHeaders(
  { headers }: IncomingMessage,
  response: ServerResponse,
  allowed: AllowedOrigins,
): void {
  if (allowed !== null) {
    response.appendHeader('vary', 'origin');
    if (headers.origin === undefined || !allowed.includes(headers.origin)) return;
  }
  response.setHeader(
    'access-control-allow-origin',
    allowed === null ? '*' : (headers.origin ?? ''),
  );
  response.setHeader('access-control-expose-headers', 'x-request-id, retry-after');
}

/** Answers a preflight request. */
export function sendPreflight(_request: IncomingMessage, response: ServerResponse): void {
  // Without an allowed origin a browser ignores the rest.
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': requestHeaders,
    'access-control-max-age': '7200',
  });
  response.end();
}
