import { once } from 'node:events';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { AskGraph } from '../explorer/ask.ts';
import { PatientTransport } from './patient-transport.ts';
import { createMcpServer, type McpOptions } from './server.ts';

interface StdioOptions extends McpOptions {
  /** The size limit of one message. */
  readonly maxMessageBytes: number;
  /** Stops serving before the client leaves. */
  readonly signal: AbortSignal;
}

/**
 * Serves one client over stdin and stdout until it closes stdin and has its answers, or the signal is
 * aborted.
 */
export async function serveMcpOnStdio(ask: AskGraph, options: StdioOptions): Promise<void> {
  const { maxMessageBytes, signal, onError } = options;
  const transport = new PatientTransport(maxMessageBytes);
  const served = serveStdio(() => createMcpServer(ask, options), {
    transport,
    maxSubscriptions: 0,
    onerror: onError,
  });
  await Promise.race([transport.closed, once(signal, 'abort')]);
  await transport.closeNow();
  await served.close();
}
