import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest, rawText } from './raw-http.ts';
import { type Probe, startProbe } from './start-probe.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.close());

const json = { 'content-type': 'application/json' };
const long = 'x'.repeat(5000);

/** The answer as sent over the network. */
async function wire(name: string, headers: Record<string, string>) {
  const body = JSON.stringify({ query: `{ hello(name: "${name}") }` });
  const response = await fetch(probe.url, {
    method: 'POST',
    headers: { ...json, ...headers },
    body,
  });
  return { headers: response.headers, json: await response.json() };
}

function asked(query: string): string {
  return `${probe.url}?${new URLSearchParams({ query })}`;
}

describe('compression', () => {
  it('is for long answers and clients that accept it', async () => {
    const { headers, json: answer } = await wire(long, { 'accept-encoding': 'br, gzip' });
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(Number(headers.get('content-length'))).toBeLessThan(1000);
    expect(headers.get('vary')).toContain('accept-encoding');
    expect(answer).toEqual({ data: { hello: `Hello, ${long}!` } });
    for (const encodings of ['identity', 'gzip;q=0', 'br', '']) {
      const plain = await wire(long, { 'accept-encoding': encodings });
      expect([encodings, plain.headers.get('content-encoding')]).toEqual([encodings, null]);
      expect(plain.json).toEqual(answer);
    }
    const short = await wire('Zoë', { 'accept-encoding': 'gzip' });
    expect(short.headers.get('content-encoding')).toBeNull();
  });

  it('gives the same text to the byte', async () => {
    const body = JSON.stringify({ query: `{ hello(name: "Zoë 🦙 ${long}") }` });
    const headers = { ...json, 'content-length': String(Buffer.byteLength(body)) };
    const plain = await rawRequest(probe.url, { method: 'POST', headers }, (r) => r.end(body));
    const response = await fetch(probe.url, {
      method: 'POST',
      headers: { ...json, 'accept-encoding': 'gzip' },
      body,
    });
    expect(await response.text()).toBe(plain.text);
  });
});

describe('GET', () => {
  it('answers 304 to a client that has the answer', async () => {
    const first = await fetch(asked('{ hello }'));
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect(await first.json()).toEqual({ data: { hello: 'Hello, world!' } });
    for (const known of [etag, `"other", ${etag}`, '*']) {
      const again = await fetch(asked('{ hello }'), { headers: { 'if-none-match': known } });
      expect([known, again.status, await again.text()]).toEqual([known, 304, '']);
      expect(again.headers.get('etag')).toBe(etag);
    }
    const other = await fetch(asked('{ hello(name: "you") }'), {
      headers: { 'if-none-match': etag },
    });
    expect(other.status).toBe(200);
  });

  it('forbids caching of errors', async () => {
    const refused = await fetch(asked('{ nothing }'), {
      headers: { accept: 'application/graphql-response+json' },
    });
    expect([
      refused.status,
      refused.headers.get('cache-control'),
      refused.headers.get('etag'),
    ]).toEqual([400, 'no-store', null]);
  });

  it('without its body is HEAD', async () => {
    const get = await fetch(asked('{ hello }'), { headers: { 'accept-encoding': 'identity' } });
    const head = await fetch(asked('{ hello }'), {
      method: 'HEAD',
      headers: { 'accept-encoding': 'identity' },
    });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'vary']) {
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
    }
  });

  it('may name the host in its target, as proxies do', async () => {
    for (const target of [
      `http://elsewhere.example/graphql?query=${encodeURIComponent('{ hello }')}`,
      `HTTPS://elsewhere.example:8443/graphql?query=${encodeURIComponent('{ hello }')}`,
    ]) {
      const answer = await rawText(
        probe.server.port,
        `GET ${target} HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*Hello, world!/);
    }
  });
});
