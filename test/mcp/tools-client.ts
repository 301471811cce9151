import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { pino } from 'pino';
import { createMcpServer } from '../../src/mcp/server.ts';
import { createLocalAsker } from '../../src/server/local-asker.ts';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { defaultLimits } from '../server/start-probe.ts';
import { seededStore } from '../support/seeds.ts';

export const publicUrl = 'https://glossary.example.org';

/** What a tool answered. */
export interface Said {
  readonly text: string;
  readonly isError: boolean;
}

export type Arguments = Readonly<Record<string, unknown>>;

/** A client of the tools over the seeds of the repository. */
export async function connectTools() {
  const store = await seededStore();
  const graph = createServedGraph(store, {
    reader: { revisionCheckMs: 1000, cacheRows: 100_000 },
    publicUrl,
  });
  const ask = createLocalAsker(graph, { limits: defaultLimits, logger: pino({ level: 'silent' }) });
  const unexpected: unknown[] = [];
  const server = createMcpServer(ask, {
    version: '0.0.0',
    onError: (error) => unexpected.push(error),
  });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1' });
  await Promise.all([server.connect(ours), client.connect(theirs)]);
  return {
    client,
    /** What nobody expected, of all calls so far. */
    unexpected,
    async call(name: string, given: Arguments): Promise<Said> {
      return saidBy(await client.callTool({ name, arguments: { ...given } }));
    },
    async close() {
      await client.close();
      await store.close();
    },
  };
}

export type ToolsClient = Awaited<ReturnType<typeof connectTools>>;

/** The text of a result. */
export function saidBy(result: Awaited<ReturnType<Client['callTool']>>): Said {
  const [content] = result.content as readonly { readonly type: string; readonly text?: string }[];
  return { text: content?.text ?? '', isError: result.isError === true };
}
