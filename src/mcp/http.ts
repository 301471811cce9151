import { createMcpHandler } from '@modelcontextprotocol/server';
import type { AskGraph } from '../explorer/ask.ts';
import { createMcpServer, type McpOptions, type ToolCall } from './server.ts';

/** Older clients may send several messages in one request, up to this number. */
const mostMessages = 20;

/**
 * Answers requests of the protocol, in its old and new versions. No state is kept between requests.
 */
export function createMcpEndpoint(options: McpOptions) {
  return async (
    request: Request,
    ask: AskGraph,
    onCall: (call: ToolCall) => void,
  ): Promise<Response> => {
    const handler = createMcpHandler(() => createMcpServer(ask, options, onCall), {
      // The tools never change while the server runs, so clients need no subscriptions.
      maxSubscriptions: 0,
    });
    if (request.method !== 'POST') return handler.fetch(request);
    const parsedBody = parsed(await request.clone().text());
    if (Array.isArray(parsedBody) && parsedBody.length > mostMessages) {
      const message = `Expected at most ${mostMessages} messages at once, got ${parsedBody.length}.`;
      const error = { code: -32_600, message };
      return Response.json({ jsonrpc: '2.0', id: null, error }, { status: 400 });
    }
    return handler.fetch(request);
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The handler reports the error.
    return null;
  }
}
