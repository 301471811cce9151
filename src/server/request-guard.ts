import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptsGraphql, sendError } from './http-answers.ts';
import { limitProblem } from './limit-error.ts';

/** Why a request is refused before its body is read. */
interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code?: unknown };
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Refuses what is no GraphQL request by its headers alone; true if it did. A body must say its
 * length beforehand, so that it can be refused unread. Only application/json is taken: a page of
 * another site cannot send that without the browser asking first (CSRF).
 */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  maxBodyBytes: number,
): string | null {
  const refusal = refusalOf(request, maxBodyBytes);
  if (refusal === null) return null;
  for (const [name, value] of Object.entries(refusal.headers ?? {}))
    response.setHeader(name, value);
  const { status, message, extensions } = refusal;
  sendError(request, response, status, { message, extensions });
  return String(extensions.code);
}

function refusalOf({ method, headers }: IncomingMessage, maxBodyBytes: number): Refusal | null {
  if (!URL.canParse(`http://${headers.host ?? 'localhost'}/`)) {
    return problem(
      400,
      'BAD_REQUEST',
      '"Host" is no host name',
      'a host name, with a port or none',
    );
  }
  if (method !== 'GET' && method !== 'POST') {
    return {
      ...problem(405, 'METHOD_NOT_ALLOWED', `${method} is not served`, 'GET or POST'),
      headers: { allow: 'GET, POST, OPTIONS' },
    };
  }
  if (!acceptsGraphql(headers.accept)) {
    const expected = 'application/graphql-response+json or application/json';
    return problem(406, 'NOT_ACCEPTABLE', 'No media type in "Accept" can be served', expected);
  }
  if (method === 'GET') return null;
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    const got = type === undefined ? 'There is no "Content-Type"' : '"Content-Type" is another';
    return {
      ...problem(415, 'UNSUPPORTED_MEDIA_TYPE', got, 'application/json'),
      headers: { 'accept-post': 'application/json' },
    };
  }
  const length = headers['content-length'];
  if (length === undefined) {
    return problem(
      411,
      'LENGTH_REQUIRED',
      'There is no "Content-Length"',
      'the length of the body',
    );
  }
  const bytes = Number(length);
  if (bytes > maxBodyBytes) {
    return { status: 413, ...limitProblem('bodyBytes', maxBodyBytes, bytes) };
  }
  return null;
}

function problem(status: number, code: string, what: string, expected: string): Refusal {
  return {
    status,
    message: `${what}. Expected ${expected}.`,
    extensions: { code, expected },
  };
}
