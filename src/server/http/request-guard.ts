import type { IncomingMessage, ServerResponse } from 'node:http';
import { MIMEType } from 'node:util';
import { limitProblem } from '../limits/limit-error.ts';
import { isChunked } from './chunked-body.ts';
import { graphqlTypeFor, sendError } from './http-answers.ts';

/** The part of a request that is checked before its body is read. */
type RequestHead = Pick<IncomingMessage, 'method' | 'headers'>;

/** The reason why a request is refused before its body is read. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code?: unknown };
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Refuses a request whose headers show that it is not a GraphQL request. Returns the error code, or
 * null if it was not refused. A body that is too long is refused unread if its length is given,
 * otherwise as soon as it exceeds the bound. Only application/json is accepted: a page of another
 * site can send it only after the browser asks the server (CSRF).
 */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  maxBodyBytes: number,
): string | null {
  const refusal = refusalOf(request, maxBodyBytes);
  return refusal === null ? null : refuse(request, response, refusal);
}

/** Refuses a body that exceeded the bound while it was read, and ignores the rest of it. */
export function refuseLongBody(
  request: IncomingMessage,
  response: ServerResponse,
  maxBodyBytes: number,
): string {
  return refuse(request, response, {
    ...longBody(maxBodyBytes),
    headers: { connection: 'close' },
  });
}

/** The refusal of a body that exceeded the bound while it was read. */
export function longBody(maxBodyBytes: number): Refusal {
  return { status: 413, ...limitProblem('bodyBytes', maxBodyBytes, null) };
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): string {
  for (const [name, value] of Object.entries(refusal.headers ?? {}))
    response.setHeader(name, value);
  const { status, message, extensions } = refusal;
  sendError(request, response, status, { message, extensions });
  return String(extensions.code);
}

/**
 * The reason to refuse a request because of its headers; null if there is none. If it is not
 * refused, its "Accept" header then names one media type.
 */
export function refusalOf(request: RequestHead, maxBodyBytes: number): Refusal | null {
  const { method, headers } = request;
  if (!URL.canParse(`http://${headers.host ?? 'localhost'}/`)) {
    return problem(
      400,
      'BAD_REQUEST',
      '"Host" is not a valid host name',
      'a host name with an optional port',
    );
  }
  if (method !== 'GET' && method !== 'POST') {
    return {
      ...problem(405, 'METHOD_NOT_ALLOWED', `The method ${method} is not supported`, 'GET or POST'),
      headers: { allow: 'GET, POST, OPTIONS' },
    };
  }
  const type = graphqlTypeFor(request);
  if (type === null) {
    const expected = 'application/graphql-response+json or application/json';
    return problem(406, 'NOT_ACCEPTABLE', 'No media type in "Accept" is supported', expected);
  }
  // Yoga does not read preferences, so the header names one type.
  headers.accept = type;
  return method === 'GET' ? null : refusalOfBody(request, maxBodyBytes);
}

/** Refuses a body that is not JSON in UTF-8, or that is too long. */
function refusalOfBody(request: RequestHead, maxBodyBytes: number): Refusal | null {
  const { headers } = request;
  const type = mediaType(headers['content-type']);
  if (type?.essence !== 'application/json') {
    const got =
      headers['content-type'] === undefined
        ? 'The "Content-Type" is missing'
        : 'Unsupported "Content-Type"';
    return unsupported(got, 'application/json', { 'accept-post': 'application/json' });
  }
  if (!/^utf-?8$/i.test(type.params.get('charset') ?? 'utf-8')) {
    const expected = 'application/json in UTF-8';
    return unsupported('Unsupported charset in "Content-Type"', expected, {
      'accept-post': 'application/json; charset=utf-8',
    });
  }
  const encoding = headers['content-encoding']?.trim() ?? '';
  if (encoding !== '' && encoding.toLowerCase() !== 'identity') {
    const expected = 'a body without "Content-Encoding"';
    return unsupported('Unsupported "Content-Encoding"', expected, {
      'accept-encoding': 'identity',
    });
  }
  if (isChunked(request)) return null;
  const length = headers['content-length'];
  if (length === undefined) {
    return problem(
      411,
      'LENGTH_REQUIRED',
      'The "Content-Length" is missing',
      'the length of the body',
    );
  }
  const bytes = Number(length);
  if (bytes > maxBodyBytes) {
    return { status: 413, ...limitProblem('bodyBytes', maxBodyBytes, bytes) };
  }
  return null;
}

function mediaType(header: string | undefined): MIMEType | null {
  try {
    return new MIMEType(header ?? '');
  } catch {
    return null;
  }
}

function unsupported(what: string, expected: string, headers: Refusal['headers']): Refusal {
  return { ...problem(415, 'UNSUPPORTED_MEDIA_TYPE', what, expected), ...(headers && { headers }) };
}

function problem(status: number, code: string, what: string, expected: string): Refusal {
  return {
    status,
    message: `${what}. Expected ${expected}.`,
    extensions: { code, expected },
  };
}
