import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsBy } from '../../src/server/http/client.ts';
import { rawRequest } from './raw-http.ts';
import { type Probe, startProbe } from './start-probe.ts';

const request = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

describe('a client', () => {
  it('is an address or, for IPv6, the network of a customer', () => {
    const clientOf = clientsBy(null);
    const of = (address: string | undefined) => clientOf(request(address));
    expect([of('192.0.2.7'), of('::ffff:192.0.2.7'), of(undefined)]).toEqual([
      '192.0.2.7',
      '192.0.2.7',
      '',
    ]);
    const same = ['2001:db8:0:7::1', '2001:DB8::7:0:0:0:2', '2001:0db8:0000:0007:1:2:3:4'];
    expect(new Set(same.map(of)).size).toBe(1);
    expect(of('2001:db8:0:8::1')).not.toBe(of('2001:db8:0:7::1'));
    expect(of('2001:db8::1')).toBe(of('2001:db8::2'));
  });

  it('is the last address that the proxy names, and none that the client names', () => {
    const clientOf = clientsBy('x-forwarded-for');
    const of = (list: string) => clientOf(request('10.0.0.1', { 'x-forwarded-for': list }));
    expect(of('198.51.100.1')).toBe('198.51.100.1');
    for (const claimed of ['203.0.113.9', '10.0.0.1', 'junk', '', '::1, 203.0.113.9']) {
      expect(of(`${claimed}, 198.51.100.1`)).toBe('198.51.100.1');
    }
    expect([of('198.51.100.1:4711'), of('[2001:db8::7]:443'), of('2001:db8::9')]).toEqual([
      '198.51.100.1',
      '2001:db8:0:0',
      '2001:db8:0:0',
    ]);
  });

  it('is the address of the connection if the header is missing or not an address', () => {
    const clientOf = clientsBy('x-forwarded-for');
    expect(clientOf(request('10.0.0.1'))).toBe('10.0.0.1');
    const junk = fc.string().filter((text) => !/[\d:]/.test(text));
    fc.assert(
      fc.property(junk, (text) => {
        expect(clientOf(request('10.0.0.1', { 'x-forwarded-for': text }))).toBe('10.0.0.1');
      }),
    );
  });

  it('is not taken from a header that nobody said to trust', () => {
    const headers = { 'x-forwarded-for': '198.51.100.1', 'x-real-ip': '198.51.100.1' };
    expect(clientsBy(null)(request('10.0.0.1', headers))).toBe('10.0.0.1');
  });
});

describe('a server behind a proxy', () => {
  let probe: Probe;
  beforeAll(async () => {
    probe = await startProbe({ clientAddressHeader: 'x-real-ip' });
  });
  afterAll(() => probe.close());

  it('gives each client of the proxy a turn of its own', async () => {
    const clients: unknown[] = [];
    const { contextFor } = probe.graph;
    probe.graph.contextFor = (scope) => {
      clients.push(Reflect.get(scope.turn, 'client'));
      return contextFor(scope);
    };
    for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.1']) {
      const headers = { 'content-type': 'application/json', 'x-real-ip': address };
      const body = JSON.stringify({ query: '{ hello }' });
      const { status } = await rawRequest(
        probe.url,
        { method: 'POST', headers: { ...headers, 'content-length': body.length } },
        (sent) => sent.end(body),
      );
      expect(status).toBe(200);
    }
    expect(clients).toEqual(['198.51.100.1', '198.51.100.2', '198.51.100.1']);
  });
});
