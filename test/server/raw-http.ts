import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** Sends an HTTP request that fetch would not send. `write` may keep the body open. */
export function rawRequest(
  url: string,
  options: RequestOptions,
  write: (request: ReturnType<typeof httpRequest>) => void = (request) => request.end(),
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, options, (response) => {
      text(response).then(
        (body) =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: body }),
        reject,
      );
    });
    request.on('error', reject);
    write(request);
  });
}

/** The server's answer to bytes that no client would send, until the connection ends. */
export function rawText(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}
