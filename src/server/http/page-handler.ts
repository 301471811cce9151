import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Turns } from '../../base/turns.ts';
import { type AskerOptions, type AskGraph, askerFor } from '../asker.ts';
import type { RequestTrace } from '../request-trace.ts';
import type { ClientOf } from './client.ts';

/** Web pages, for every path that is not one of the server's own. */
export type Pages = (request: Request, ask: AskGraph) => Promise<Response>;

interface PageHandlerOptions extends AskerOptions {
  readonly pages: Pages;
  readonly turns: Turns;
  readonly clientOf: ClientOf;
}

export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  trace: RequestTrace,
) => Promise<void>;

/** Answers GET and HEAD with pages, under the execution bounds of GraphQL. */
export function createPageHandler(options: PageHandlerOptions): PageHandler {
  return async (request, response, trace) => {
    const client = new AbortController();
    response.once('close', () => client.abort());
    const turn = options.turns.begin(options.clientOf(request));
    await turn.pause();
    if (client.signal.aborted) return;
    const asked = requestOf(request, client.signal);
    const ask = askerFor(options, { trace, turn, signal: client.signal });
    await sendResponse(await options.pages(asked, ask), request, response);
  };
}

/**
 * The request in the form of fetch. Only the path and query count, not "Host". HEAD becomes GET, so
 * that its headers are equal.
 */
function requestOf({ url = '/', headers }: IncomingMessage, signal: AbortSignal): Request {
  const target = url.startsWith('/') ? url : '/';
  const given = new Headers();
  for (const name of ['accept', 'accept-encoding', 'if-none-match'] as const) {
    const value = headers[name];
    if (value !== undefined) given.set(name, value);
  }
  // The target is concatenated, since "//elsewhere" as a relative reference would name a host.
  return new Request(`http://localhost${target}`, { headers: given, signal });
}

/** Sends what fetch would have got. */
export async function sendResponse(
  answer: Response,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of answer.headers) {
    if (name === 'vary') response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  const body = Buffer.from(await answer.arrayBuffer());
  response.statusCode = answer.status;
  if (answer.status !== 304) response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}
