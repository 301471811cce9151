import type { IncomingMessage } from 'node:http';

/** Whether a request has a body of unknown length. */
export function isChunked({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined;
}

/**
 * The result of reading a body: its bytes; "long" if it exceeds the bound; "gone" if the client
 * left.
 */
type ChunkedBody = Buffer | 'long' | 'gone';

/** Reads a body that comes in chunks, up to the bound. */
export function readChunked(request: IncomingMessage, maxBytes: number): Promise<ChunkedBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (body: ChunkedBody) => {
      request.off('data', take).off('end', done).off('close', left).off('error', left);
      // Without a listener, an error of the request would end the process.
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
