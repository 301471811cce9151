import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Turn, Turns } from '../../base/turns.ts';
import type { GraphStore, ReadOptions } from '../../store/graph-store.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { presentErrors } from '../present-errors.ts';
import type { RequestTrace } from '../request-trace.ts';
import type { ClientOf } from './client.ts';
import { sendError, takesGzip } from './http-answers.ts';
import { isKnownTag } from './http-manners.ts';

/** The whole graph in one format. */
export interface Dump {
  readonly mediaType: string;
  /** Gives the text in portions. */
  text(options: ReadOptions): AsyncIterable<string>;
}

interface DumpOptions {
  readonly store: GraphStore;
  readonly turns: Turns;
  readonly clientOf: ClientOf;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

export type DumpHandler = (
  dump: Dump,
  request: IncomingMessage,
  response: ServerResponse,
  trace: RequestTrace,
) => Promise<void>;

/**
 * The most dumps at the same time. Each one keeps the store reading as long as its client takes.
 */
const mostAtOnce = 4;
/** A client that reads nothing for this long has left, or is hostile. */
const idleMs = 60_000;

/**
 * Sends the whole graph as fast as the client reads it. The memory does not grow with the graph.
 */
export function createDumpHandler(options: DumpOptions): DumpHandler {
  const { store, turns, clientOf, metrics, logger } = options;
  let sending = 0;
  return async (dump, request, response, trace) => {
    response.appendHeader('vary', 'accept-encoding');
    try {
      const { revision, changedAt } = await store.state();
      const tag = tagOf([dump.mediaType, revision, changedAt]);
      response.setHeader('cache-control', 'no-cache');
      response.setHeader('etag', tag);
      const known = request.headers['if-none-match'];
      if (known !== undefined && isKnownTag(tag, known)) return void response.writeHead(304).end();
      response.setHeader('content-type', `${dump.mediaType}; charset=utf-8`);
      const inGzip = takesGzip(request);
      if (inGzip) response.setHeader('content-encoding', 'gzip');
      if (request.method === 'HEAD') return void response.writeHead(200).end();
      if (sending >= mostAtOnce) return refuse(request, response, trace);
      sending += 1;
      try {
        await send(dump, request, response, inGzip);
      } finally {
        sending -= 1;
      }
    } catch (error) {
      if (response.headersSent || response.destroyed) {
        // The connection is cut, so that the client sees that the dump is incomplete.
        if (!response.destroyed) logFault(error, trace);
        response.destroy();
        return;
      }
      clear(response);
      const [shown] = presentErrors([error], false, trace, logger);
      const { message = '', extensions = {} } = shown ?? {};
      const isStore = String(extensions.code).startsWith('STORE_');
      if (isStore) response.setHeader('retry-after', '5');
      sendError(request, response, isStore ? 503 : 500, { message, extensions });
    }
  };

  function logFault(error: unknown, trace: RequestTrace): void {
    presentErrors([error], false, trace, logger);
  }

  async function send(
    dump: Dump,
    request: IncomingMessage,
    response: ServerResponse,
    inGzip: boolean,
  ): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    response.setTimeout(idleMs, () => response.destroy());
    const reading: ReadOptions = {
      signal: gone.signal,
      onStatement: (event) => metrics.statement(event),
    };
    const turn = turns.begin(clientOf(request));
    const parts = inTurn(dump.text(reading), turn)[Symbol.asyncIterator]();
    // Before anything was sent, an error becomes an HTTP status.
    const first = await parts.next();
    const text = Readable.from(from(first, parts));
    const level = constants.Z_BEST_SPEED;
    if (inGzip) await pipeline(text, createGzip({ level }), response);
    else await pipeline(text, response);
  }

  function refuse(request: IncomingMessage, response: ServerResponse, trace: RequestTrace): void {
    clear(response);
    response.setHeader('retry-after', '10');
    trace.errorCodes.add('TOO_BUSY');
    metrics.errors(['TOO_BUSY']);
    const message = `Expected at most ${mostAtOnce} dumps at once, got more; try again later.`;
    sendError(request, response, 503, { message, extensions: { code: 'TOO_BUSY' } });
  }
}

function clear(response: ServerResponse): void {
  for (const name of ['etag', 'content-encoding', 'content-type']) response.removeHeader(name);
  response.setHeader('cache-control', 'no-store');
}

/** Other requests get a turn between two portions. */
async function* inTurn(parts: AsyncIterable<string>, turn: Turn): AsyncGenerator<string> {
  await turn.pause();
  for await (const part of parts) {
    yield part;
    await turn.pause();
  }
}

async function* from(
  first: IteratorResult<string>,
  rest: AsyncIterator<string>,
): AsyncGenerator<string> {
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The ETag is weak, since the same content is sent both compressed and plain. */
function tagOf(key: readonly unknown[]): string {
  return `W/"${createHash('sha1').update(JSON.stringify(key)).digest('base64url')}"`;
}
