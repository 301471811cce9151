import { once } from 'node:events';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { AskGraph } from '../explorer/ask.ts';
import { createMcpServer, type McpOptions } from './server.ts';

export interface StdioOptions extends McpOptions {
  /** Of one message. */
  readonly maxMessageBytes: number;
  /** Ends it before the client does. */
  readonly signal: AbortSignal;
}

/** Serves one client over stdin and stdout until it closes stdin, or the signal is aborted. */
export async function serveMcpOnStdio(ask: AskGraph, options: StdioOptions): Promise<void> {
  const { maxMessageBytes: maxBufferSize, signal, onError } = options;
  const ended = Promise.race([
    once(process.stdin, 'end'),
    once(process.stdin, 'close'),
    once(process.stdin, 'error'),
    once(signal, 'abort'),
  ]);
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize });
  const served = serveStdio(() => createMcpServer(ask, options), {
    transport,
    maxSubscriptions: 0,
    onerror: onError,
  });
  await ended;
  await served.close();
}
