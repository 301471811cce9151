import { once } from 'node:events';
import { maxHeaderSize } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Probe, startProbe } from './start-probe.ts';

let probe: Probe;
let hasty: Probe;
beforeAll(async () => {
  probe = await startProbe();
  hasty = await startProbe({ requestTimeoutMs: 200 });
});
afterAll(() => Promise.all([probe.close(), hasty.close()]));

/** The answer to bytes on a connection that then stays open. */
async function answerTo(to: Probe, bytes: string) {
  const socket = connect(to.server.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  const answer = await text(socket);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, body: JSON.parse(body) };
}

const start = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

describe('a broken request', () => {
  it.each([
    [
      'headers',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(maxHeaderSize)}\r\n\r\n`,
    ],
    ['an address', `GET /?${'x'.repeat(maxHeaderSize)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
  ])('by %s beyond the bound is told the bound', async (_what, bytes) => {
    const { status, body } = await answerTo(probe, bytes);
    expect([status, body.errors]).toEqual([
      431,
      [
        {
          message: `Expected at most ${maxHeaderSize} bytes of address and headers (--max-http-header-size of Node), got more.`,
          extensions: {
            code: 'HEADERS_TOO_LARGE',
            limit: '--max-http-header-size of Node',
            maximum: maxHeaderSize,
          },
        },
      ],
    ]);
  });

  it.each([
    ['headers', start],
    ['body', `${start}Content-Length: 100\r\n\r\n{"query":`],
  ])('by slow %s is told how long it has', async (_what, bytes) => {
    const { status, head, body } = await answerTo(hasty, bytes);
    expect([status, body.errors[0].extensions]).toEqual([
      408,
      { code: 'REQUEST_TIMEOUT', limit: 'REQUEST_TIMEOUT_MS', maximum: 200 },
    ]);
    expect(head).toContain('Connection: close');
  });

  it('that is not HTTP gets an error', async () => {
    const { status, body } = await answerTo(probe, 'hello\r\n\r\n');
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('is counted', async () => {
    const metrics = await (await fetch(`${probe.origin}/metrics`)).text();
    expect(metrics).toContain('glossgraph_limit_rejections_total{limit="headerBytes"} 2');
  });
});
