import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Turns } from '../../base/turns.ts';
import { type AskerOptions, type AskGraph, askerFor } from '../asker.ts';
import { limitProblem } from '../limits/limit-error.ts';
import type { ToolCall } from '../metrics.ts';
import type { RequestTrace } from '../request-trace.ts';
import { readChunked } from './chunked-body.ts';
import type { ClientOf } from './client.ts';
import { foreignness, type Home } from './foreign-request.ts';
import { sendResponse } from './page-handler.ts';

/** The path of the Model Context Protocol. */
export const mcpPath = '/mcp';

/** Answers a request of the Model Context Protocol, and reports the calls of tools. */
type McpEndpoint = (
  request: Request,
  ask: AskGraph,
  onCall: (call: ToolCall) => void,
) => Promise<Response>;

/** The settings of the endpoint. */
export interface McpService extends Home {
  readonly endpoint: McpEndpoint;
}

interface McpHandlerOptions extends AskerOptions, McpService {
  readonly turns: Turns;
  readonly clientOf: ClientOf;
  readonly maxBodyBytes: number;
}

export type McpHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  trace: RequestTrace,
) => Promise<void>;

/** Serves the Model Context Protocol, under the execution bounds of GraphQL. */
export function createMcpHandler(options: McpHandlerOptions): McpHandler {
  return async (request, response, trace) => {
    const refuse = (status: number, message: string, code: string) => {
      trace.errorCodes.add(code);
      const error = { code: -32_600, message, data: { code } };
      const body = JSON.stringify({ jsonrpc: '2.0', id: null, error });
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
      // The rest of the body is not read.
      if (!request.complete) response.setHeader('connection', 'close');
      return sendResponse(new Response(body, { status, headers }), request, response);
    };
    const foreign = foreignness(request.headers, options);
    if (foreign !== null) return refuse(403, foreign, 'FORBIDDEN');
    const client = new AbortController();
    response.once('close', () => client.abort());
    const body = await bodyOf(request, options.maxBodyBytes);
    if (body === 'gone') return;
    if (body === 'long') {
      const { message } = limitProblem('bodyBytes', options.maxBodyBytes, null);
      return refuse(413, message, 'BODY_TOO_LARGE');
    }
    const turn = options.turns.begin(options.clientOf(request));
    await turn.pause();
    if (client.signal.aborted) return;
    const ask = askerFor(options, { trace, turn, signal: client.signal });
    const answer = await options.endpoint(
      requestOf(request, body, client.signal),
      ask,
      options.metrics.toolCall,
    );
    return sendResponse(answer, request, response);
  };
}

function bodyOf(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'long' | 'gone'> {
  const isLong = Number(request.headers['content-length'] ?? 0) > maxBytes;
  return isLong ? Promise.resolve('long') : readChunked(request, maxBytes);
}

/** The request as fetch represents it, with the headers that the protocol knows. */
function requestOf(
  { method = 'GET', headers }: IncomingMessage,
  body: Buffer,
  signal: AbortSignal,
): Request {
  const given = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    const known = /^(accept|content-type|last-event-id|mcp-.+)$/.test(name);
    if (known && typeof value === 'string') given.set(name, value);
  }
  const withBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
  return new Request(`http://localhost${mcpPath}`, {
    method,
    headers: given,
    signal,
    ...(withBody && { body: new Uint8Array(body) }),
  });
}
