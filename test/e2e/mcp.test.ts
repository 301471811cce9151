import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OlderTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main, run, scratchFolder, smallSeeds } from './cli.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let env: Record<string, string>;
beforeAll(async () => {
  scratch = await scratchFolder();
  await smallSeeds(join(scratch.path, 'seeds'));
  env = {
    PATH: process.env.PATH ?? '',
    SEEDS_DIR: join(scratch.path, 'seeds'),
    DATA_DIR: join(scratch.path, 'data'),
    PUBLIC_URL: 'https://graph.example.org',
  };
});
afterAll(() => scratch.remove());

const jsonrpc = '2.0';
const clientInfo = { name: 'raw', version: '1' };
const question = { name: 'describe', arguments: { name: 'Ai2' } };
const answer = [
  { type: 'text', text: expect.stringContaining('graph.example.org/organizations/ai2') },
];

describe('glossgraph mcp', () => {
  it('speaks the newest version of the protocol over stdin and stdout', async () => {
    const mode = { pin: '2026-07-28' } as const;
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    const server = { command: process.execPath, args: [main, 'mcp'], env };
    await client.connect(new StdioClientTransport(server));
    expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
    expect((await client.callTool(question)).content).toEqual(answer);
    await client.close();
  });

  it('answers a client that knows only the older', async () => {
    const client = new OlderClient({ name: 'test', version: '1' });
    await client.connect(
      new OlderTransport({ command: process.execPath, args: [main, 'mcp'], env }),
    );
    expect((await client.callTool(question)).content).toEqual(answer);
    await client.close();
  });

  it('writes nothing but the protocol to stdout and no file, and ends with stdin', async () => {
    const child = spawn(process.execPath, [main, 'mcp'], { env: { ...env, LOG_LEVEL: 'trace' } });
    const stderr = text(child.stderr);
    const asked = {
      jsonrpc,
      id: 1,
      method: 'initialize',
      params: {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo,
      },
    };
    child.stdin.write(`no message\n${JSON.stringify(asked)}\n`);
    const [first] = await once(child.stdout.setEncoding('utf8'), 'data');
    expect(JSON.parse(first)).toMatchObject({ id: 1, result: { protocolVersion: '2025-06-18' } });
    const rest = text(child.stdout);
    child.stdin.end();
    const [code] = await once(child, 'close');
    expect([code, await rest]).toEqual([0, '']);
    expect(await stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(env.DATA_DIR ?? '')).toBe(false);
  });

  it('answers what was asked before stdin ended, and no more', async () => {
    const child = spawn(process.execPath, [main, 'mcp'], { env });
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
    const calls = [1, 2, 3].map((id) => ({ id, method: 'tools/call', params: question }));
    const messages = [
      { id: 0, method: 'initialize', params },
      { method: 'notifications/initialized' },
      ...calls,
      { id: 4, method: 'tools/call', params: { name: 'nothing', arguments: {} } },
    ];
    child.stdin.end(messages.map((each) => `${JSON.stringify({ jsonrpc, ...each })}\n`).join(''));
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    const answers = said.split('\n').filter((line) => line !== '');
    const all = answers.map((line) => JSON.parse(line) as { id: number; result?: object });
    expect(all.map(({ id }) => id).sort()).toEqual([0, 1, 2, 3, 4]);
    for (const { id, result } of all) {
      if (id > 0 && id < 4) expect(result).toMatchObject({ content: answer });
    }
    expect(code).toBe(0);
  });

  it('ends with the exit code of the error, and says so on stderr', async () => {
    const missing = await run(['mcp'], { ...env, SEEDS_DIR: join(scratch.path, 'nowhere') });
    expect([missing.code, missing.stdout]).toEqual([78, '']);
    expect(missing.stderr).toMatch(/^glossgraph: /);
  });
});
