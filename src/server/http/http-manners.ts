import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import Negotiator from 'negotiator';

/** The shortest answer that is compressed. A shorter one fits in one packet. */
const shortest = 1400;
const compress = promisify(gzip);

/**
 * Compresses long answers for clients that accept it, and answers a GET with 304 if the client
 * already has the answer. `maxAge` is the number of seconds for which caches may keep an answer
 * without errors.
 */
export function useHttpManners(maxAgeSeconds: number): Plugin {
  return {
    onResponse({ request, response, setResponse, fetchAPI }) {
      const isGet = request.method === 'GET';
      const encodings = request.headers.get('accept-encoding');
      // Most programs end here. Reading the headers of an answer makes it slower to send.
      if (!isGet && encodings === null) return;
      const isLong = Number(response.headers.get('content-length')) >= shortest;
      const inGzip = isLong && takesGzip(encodings);
      if (!isGet && !inGzip) return;
      const known = request.headers.get('if-none-match');
      const wishes = { isGet, inGzip, known, maxAgeSeconds };
      return mannered(response, wishes, fetchAPI).then(setResponse);
    },
  };
}

interface Wishes {
  readonly isGet: boolean;
  readonly inGzip: boolean;
  /** The ETags that the client has. */
  readonly known: string | null;
  readonly maxAgeSeconds: number;
}

async function mannered(
  response: Response,
  { isGet, inGzip, known, maxAgeSeconds }: Wishes,
  { Response }: FetchAPI,
): Promise<Response> {
  const { status, statusText } = response;
  const text = await response.text();
  const headers: Record<string, string> = Object.fromEntries(response.headers);
  if (isGet) {
    headers['cache-control'] = status === 200 ? keeping(text, maxAgeSeconds) : 'no-store';
    if (status === 200) {
      headers.etag = etagOf(text);
      if (known !== null && isKnownTag(headers.etag, known)) {
        delete headers['content-length'];
        return new Response(null, { status: 304, headers });
      }
    }
  }
  if (!inGzip) return new Response(text, { status, statusText, headers });
  const body = await compress(text, { level: constants.Z_BEST_SPEED });
  headers['content-encoding'] = 'gzip';
  headers['content-length'] = String(body.length);
  return new Response(body, { status, statusText, headers });
}

/** By default, clients must ask again each time, since the next write may change the answer. */
function keeping(text: string, maxAgeSeconds: number): string {
  // An answer with errors is not kept, since the next one may have none. Errors come first in an
  // answer.
  const isWhole = !text.startsWith('{"errors"');
  return isWhole && maxAgeSeconds > 0 ? `public, max-age=${maxAgeSeconds}` : 'no-cache';
}

function takesGzip(encodings: string | null): boolean {
  const headers = { 'accept-encoding': encodings ?? 'identity' };
  return new Negotiator({ headers }).encodings(['gzip']).includes('gzip');
}

/** The ETag is weak, since the same answer is sent both compressed and plain. */
function etagOf(text: string): string {
  return `W/"${createHash('sha1').update(text).digest('base64url')}"`;
}

/** Whether one of the client's ETags is this one. */
export function isKnownTag(etag: string, known: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return known.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}
