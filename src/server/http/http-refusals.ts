import { maxHeaderSize, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { limitProblem } from '../limits/limit-error.ts';
import type { Metrics } from '../metrics.ts';

interface HttpRefusal {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/**
 * Answers clients whose request is broken: headers that are too long, sent too slowly, or not HTTP.
 * Node alone sends only a status line.
 */
export function refuseBrokenRequests(
  server: Server,
  options: { readonly requestTimeoutMs: number; readonly metrics: Metrics },
): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => answers.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket);
    const answering = answer?.headersSent && !answer.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || answering) {
      socket.destroy();
      return;
    }
    const { status, ...problem } = refusalOf(error.code, options.requestTimeoutMs);
    options.metrics.errors([String(problem.extensions.code)]);
    const text = JSON.stringify({ errors: [problem] });
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        'Content-Type: application/json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(text)}`,
        'Connection: close',
        '',
        text,
      ].join('\r\n'),
    );
  });
}

function refusalOf(code: string | undefined, requestTimeoutMs: number): HttpRefusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, ...limitProblem('headerBytes', maxHeaderSize, null) };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, ...limitProblem('requestTime', requestTimeoutMs, null) };
    default: {
      const expected = 'a request in HTTP/1.1';
      return {
        status: 400,
        message: `The request is not valid HTTP. Expected ${expected}.`,
        extensions: { code: 'BAD_REQUEST', expected },
      };
    }
  }
}
