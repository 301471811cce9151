import type { IncomingMessage } from 'node:http';

/** Whether a request has a body whose length it does not say beforehand. */
export function isChunked({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined;
}

/** What became of a body: its bytes; "long" where it has too many; "gone" where its sender left. */
export type ChunkedBody = Buffer | 'long' | 'gone';

/** Reads a body that comes in chunks, and no more of it than the bound. */
export function readChunked(request: IncomingMessage, maxBytes: number): Promise<ChunkedBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (body: ChunkedBody) => {
      request.off('data', take).off('end', done).off('close', left).off('error', left);
      // Nobody else will say what went wrong with it.
      request.on('error', () => {});
      if (body === 'long') request.pause();
      resolve(body);
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) settle('long');
      else chunks.push(chunk);
    };
    const done = () => settle(Buffer.concat(chunks));
    const left = () => settle('gone');
    request.on('data', take).on('end', done).on('close', left).on('error', left);
  });
}
