import { once } from 'node:events';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { rawRequest } from './raw-http.ts';
import { post, startProbe } from './start-probe.ts';

const json = { 'content-type': 'application/json' };
const minute = 60_000;

describe('shutting down', () => {
  it('finishes answers in progress, refuses new ones, then closes the store', async () => {
    const { server, graph, url, storeCalls } = await startProbe();
    const waiting = once(graph.events, 'waiting');
    const answer = post(url, '{ wait }');
    await waiting;
    const closed = server.close(minute);
    await expect(post(url, '{ hello }')).rejects.toThrow();
    expect(storeCalls).toEqual([]);
    graph.events.emit('release');
    expect((await answer).body).toEqual({ data: { wait: 'done' } });
    expect(await closed).toBe(true);
    expect(storeCalls).toEqual(['close']);
  });

  it('closes kept-alive connections: idle ones at once, busy ones with the answer', async () => {
    const { server, graph, url } = await startProbe();
    const agent = new Agent({ keepAlive: true });
    const send = (query: string) => {
      const body = JSON.stringify({ query });
      const headers = { ...json, 'content-length': Buffer.byteLength(body) };
      return rawRequest(url, { method: 'POST', headers, agent }, (request) => request.end(body));
    };
    await send('{ hello }');
    const idle = Object.values(agent.freeSockets).flat()[0];
    const idleClosed = idle && once(idle, 'close');
    const waiting = once(graph.events, 'waiting');
    const other = new Agent({ keepAlive: true });
    const body = JSON.stringify({ query: '{ wait }' });
    const busy = rawRequest(
      url,
      {
        method: 'POST',
        headers: { ...json, 'content-length': Buffer.byteLength(body) },
        agent: other,
      },
      (request) => request.end(body),
    );
    await waiting;
    const closed = server.close(minute);
    await idleClosed;
    graph.events.emit('release');
    const answer = await busy;
    expect([answer.status, answer.headers.connection]).toEqual([200, 'close']);
    expect(await closed).toBe(true);
  });

  it('reports that it is not ready while it still serves', async () => {
    const { server, url } = await startProbe();
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /health/ready HTTP/1.1\r\nhost: x\r\n');
    // An answer to another request shows that the server has read the bytes before.
    await post(url, '{ hello }');
    const closed = server.close(minute);
    socket.write('\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    expect(answer).toContain('{"status":"shutting-down","store":"embedded"}');
    expect(await closed).toBe(true);
  });

  it('cuts off unfinished answers at the deadline', async () => {
    const { server, graph, url, storeCalls } = await startProbe();
    const waiting = once(graph.events, 'waiting');
    const answer = post(url, '{ wait }');
    await waiting;
    const cut = expect(answer).rejects.toThrow();
    expect(await server.close(1)).toBe(false);
    await cut;
    expect(storeCalls).toEqual(['close']);
    graph.events.emit('release');
  });

  it('does not wait for a client that never sends its body', async () => {
    const { server } = await startProbe();
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{',
    );
    const ended = once(socket, 'close');
    socket.on('error', () => {});
    expect(await server.close(50)).toBe(false);
    await ended;
  });
});

describe('a client that is slow to send its body', () => {
  it('is cut off in the end', async () => {
    const probe = await startProbe({ requestTimeoutMs: 50 });
    const socket = connect(probe.server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{',
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
    await probe.close();
  });
});

describe('a client that leaves before its body is sent', () => {
  it('is logged as gone, and affects no other client', async () => {
    const probe = await startProbe();
    const socket = connect(probe.server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\nx-request-id: early-leaver\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{',
    );
    // An answer to another request shows that the server has read the bytes before.
    await post(probe.url, '{ hello }');
    socket.destroy();
    expect(await probe.linesOf('early-leaver')).toMatchObject([{ status: 499 }]);
    expect((await post(probe.url, '{ hello }')).status).toBe(200);
    await probe.close();
  });
});
