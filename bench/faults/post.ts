import { type Agent, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

interface PostOptions {
  readonly accept?: string;
  /** The milliseconds after which the client leaves. */
  readonly abortMs?: number | null;
}

/** Posts JSON over a connection of the agent. */
export function post(
  url: URL,
  agent: Agent,
  body: object,
  { accept = 'application/json', abortMs = null }: PostOptions = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', accept };
    const request = httpRequest(url, { agent, method: 'POST', headers }, (response) => {
      text(response).then(
        (read) => resolve({ status: response.statusCode ?? 0, body: read }),
        reject,
      );
    });
    request.once('error', reject);
    request.end(JSON.stringify(body));
    if (abortMs !== null) setTimeout(() => request.destroy(), abortMs);
  });
}
