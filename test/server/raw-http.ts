import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** An HTTP request as fetch would not send it; `write` may keep the body open. */
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
