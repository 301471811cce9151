import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Probe, startProbe } from './start-probe.ts';

const app = 'https://app.example.org';
let open: Probe;
let few: Probe;
let none: Probe;
beforeAll(async () => {
  open = await startProbe();
  few = await startProbe({ allowedOrigins: [app, 'http://localhost:3000'] });
  none = await startProbe({ allowedOrigins: [] });
});
afterAll(() => Promise.all([open.close(), few.close(), none.close()]));

/**
 * The headers that a browser gets before it sends a query with these headers, and with the answer.
 */
async function asked(probe: Probe, origin: string, path = '/graphql') {
  const url = `${probe.origin}${path}`;
  const preflight = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    },
  });
  const answer = await fetch(url, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: '{"query":"{ hello }"}',
  });
  return [preflight, answer] as const;
}

describe('pages of other origins', () => {
  it('may send queries, without credentials, unless origins are listed', async () => {
    for (const { headers } of await asked(open, 'https://anywhere.example')) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('may send any header; those that "*" does not cover are listed', async () => {
    const [preflight] = await asked(open, app);
    expect(preflight.status).toBe(204);
    const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ');
    expect(allowed).toEqual(expect.arrayContaining(['*', 'Authorization', 'Content-Type']));
  });

  it('may read the headers that help them', async () => {
    const [, answer] = await asked(open, app);
    expect(answer.headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after');
  });

  it('may send queries if listed, and caches keep origins apart', async () => {
    for (const origin of [app, 'http://localhost:3000']) {
      for (const { headers } of await asked(few, origin)) {
        expect(headers.get('access-control-allow-origin')).toBe(origin);
        expect(headers.get('vary')).toMatch(/\borigin\b/);
      }
    }
  });

  it.each([
    'https://other.example',
    'http://app.example.org',
    'https://app.example.org:8443',
    'https://app.example.org.evil.example',
    'null',
  ])('may not where they are not: %s', async (origin) => {
    for (const probe of [few, none]) {
      for (const path of ['/graphql', '/nothing', '/health/live']) {
        for (const { headers } of await asked(probe, origin, path)) {
          expect(headers.get('access-control-allow-origin')).toBeNull();
          expect(headers.get('vary')).toMatch(/\borigin\b/);
        }
      }
    }
  });
});
