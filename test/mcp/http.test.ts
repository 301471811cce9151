import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OlderTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMcpEndpoint } from '../../src/mcp/http.ts';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { rawRequest } from '../server/raw-http.ts';
import { defaultOptions } from '../server/start-probe.ts';
import { seededStore } from '../support/seeds.ts';
import { saidBy } from './tools-client.ts';

const maxBodyBytes = 50_000;
let server: RunningServer;
let url: URL;
const unexpected: unknown[] = [];

beforeAll(async () => {
  const store = await seededStore();
  const publicUrl = 'https://graph.example.org';
  const onError = (error: unknown) => unexpected.push(error);
  server = await startServer({
    ...defaultOptions,
    store,
    maxBodyBytes,
    graph: createServedGraph(store, {
      reader: { revisionCheckMs: 1000, cacheRows: 100_000 },
      publicUrl,
    }),
    logger: pino({ level: 'silent' }),
    mcp: {
      publicUrl: () => publicUrl,
      allowedHosts: ['inner.example.org'],
      allowedOrigins: ['https://app.example.org'],
      endpoint: createMcpEndpoint({ version: '1.2.3', onError }),
    },
  });
  url = new URL(`http://127.0.0.1:${server.port}/mcp`);
});
afterAll(() => server.close(0));

const question = { name: 'resolve_license', arguments: { text: 'apache2' } };
const answer = { text: expect.stringContaining('is the Apache License 2.0'), isError: false };

describe('clients of both eras of the protocol', () => {
  it.each([
    ['2026-07-28', { mode: { pin: '2026-07-28' } }],
    ['2026-07-28', { mode: 'auto' }],
    ['2025-11-25', { mode: 'legacy' }],
  ] as const)('speak %s where they ask for %j', async (version, versionNegotiation) => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation });
    await client.connect(new StreamableHTTPClientTransport(url));
    expect(client.getNegotiatedProtocolVersion()).toBe(version);
    expect(client.getServerVersion()).toMatchObject({ name: 'glossgraph', version: '1.2.3' });
    expect((await client.listTools()).tools).toHaveLength(7);
    expect(saidBy(await client.callTool(question))).toEqual(answer);
    await client.close();
  });

  it('are answered where they know only the older', async () => {
    const client = new OlderClient({ name: 'test', version: '1' });
    // Its types do not know exactOptionalPropertyTypes.
    await client.connect(new OlderTransport(url) as Parameters<typeof client.connect>[0]);
    expect((await client.listTools()).tools).toHaveLength(7);
    const { content } = await client.callTool(question);
    expect(content).toMatchObject([{ type: 'text', text: answer.text }]);
    await client.close();
  });
});

it('counts calls by tool and outcome', async () => {
  server.metrics.registry.resetMetrics();
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(url));
  await client.callTool(question);
  await client.callTool(question);
  await client.callTool({ name: 'describe', arguments: { name: 'nothing of this name' } });
  await client.close();
  const text = await server.metrics.registry.metrics();
  const counts = text.match(/(?<=^glossgraph_mcp_tool_duration_seconds_count).*$/gm);
  expect(counts).toEqual([
    '{tool="resolve_license",outcome="answered"} 2',
    '{tool="describe",outcome="refused"} 1',
  ]);
});

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'raw', version: '1' },
  },
};
const call = (id: number) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: question });

/** Posts a body as a program would, with headers of one's own. */
async function post(body: string, headers: Record<string, string> = {}) {
  const given = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    ...headers,
  };
  return rawRequest(url.href, { method: 'POST', headers: given }, (request) => request.end(body));
}

describe('whoever is not at home here', () => {
  const asked = JSON.stringify(initialize);

  it.each([
    [{ host: 'evil.example.com' }],
    [{ host: 'localhost.evil.example.com' }],
    [{ host: 'graph.example.org@evil.example.com' }],
    [{ origin: 'https://evil.example.com' }],
    [{ origin: 'http://graph.example.org' }],
    [{ origin: 'null' }],
  ])('is refused: %j', async (headers) => {
    const { status, text } = await post(asked, headers);
    expect([status, JSON.parse(text)]).toEqual([
      403,
      {
        jsonrpc: '2.0',
        id: null,
        error: {
          code: -32_600,
          message: expect.stringContaining('Expected'),
          data: { code: 'FORBIDDEN' },
        },
      },
    ]);
  });

  it.each([
    [{}],
    [{ host: 'localhost:4000' }],
    [{ host: '[::1]:4000' }],
    [{ host: '10.0.0.7' }],
    [{ host: 'graph.example.org' }],
    [{ host: 'inner.example.org:8080' }],
    [{ origin: 'http://localhost:6274' }],
    [{ origin: 'https://graph.example.org' }],
    [{ origin: 'https://app.example.org' }],
  ])('and whoever is, is answered: %j', async (headers) => {
    expect((await post(asked, headers)).status).toBe(200);
  });
});

describe('bad requests', () => {
  it.each<[string, string, Record<string, string>, number]>([
    ['no JSON', '{"jsonrpc":', {}, 400],
    ['no message', '{}', {}, 400],
    ['a number', '7', {}, 400],
    ['an empty body', '', {}, 400],
    ['another media type', JSON.stringify(initialize), { 'content-type': 'text/plain' }, 415],
    ['an answer that no client reads', JSON.stringify(initialize), { accept: 'text/html' }, 406],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, {}, 400],
    [
      'deep arguments',
      JSON.stringify(call(1)).replace('"apache2"', `${'['.repeat(9000)}${']'.repeat(9000)}`),
      {},
      200,
    ],
    ['too many messages', JSON.stringify(Array.from({ length: 21 }, (_, id) => call(id))), {}, 400],
  ])('%s: a clear error', async (_, body, headers, status) => {
    const said = await post(body, headers);
    expect([said.status, said.text]).toEqual([status, expect.stringMatching(/error|isError/i)]);
    expect(said.text).not.toMatch(/\\n\s+at |node_modules|Maximum call stack/);
  });

  it('are not read beyond what a body may hold', async () => {
    const long = 'x'.repeat(maxBodyBytes + 1);
    const lengthy = await post(long);
    const chunked = await post(long, { 'transfer-encoding': 'chunked' });
    for (const { status, text } of [lengthy, chunked]) {
      expect([status, text]).toEqual([413, expect.stringContaining('MAX_BODY_BYTES')]);
    }
  });

  it.each(['GET', 'DELETE', 'PUT'])('with %s get 405', async (method) => {
    const headers = { accept: 'text/event-stream' };
    const { status } = await rawRequest(url.href, { method, headers });
    expect(status).toBe(405);
  });

  it('of a tool that is not there', async () => {
    const body = JSON.stringify({ ...call(1), params: { name: 'delete_all', arguments: {} } });
    const { text } = await post(body);
    expect(text).toContain('Tool delete_all not found');
  });

  it('keep nobody waiting for changes', async () => {
    const mode = { pin: '2026-07-28' } as const;
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(url));
    await expect(client.listen({ toolsListChanged: true })).rejects.toThrow();
    await client.close();
  });

  it('surprise nobody', () => expect(unexpected).toEqual([]));
});

it('answers several messages of an older client at once', async () => {
  const { status, text } = await post(JSON.stringify([call(1), call(2)]));
  expect(status).toBe(200);
  expect(text.match(/is the Apache License 2\.0/g)).toHaveLength(2);
});
