import { pino } from 'pino';
import { expect, it } from 'vitest';
import { dumpsOf, rdfDocumentsOf } from '../../src/commands/rdf-documents.ts';
import { createExplorer } from '../../src/explorer/explorer.tsx';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { startServer } from '../../src/server/server.ts';
import { StoreError } from '../../src/store/graph-store.ts';
import { defaultOptions } from '../server/start-probe.ts';
import { seededStore } from '../support/seeds.ts';
import { publicUrl } from './served-pages.ts';

/** Serves the pages over a graph with a fault. `unexpected` collects unexpected errors. */
async function withFault(
  /** Chooses the error by the read, as JSON. */
  fault: (read: string) => Error | null,
  use: (origin: string, unexpected: readonly unknown[]) => Promise<void>,
): Promise<void> {
  const store = await seededStore();
  const unexpected: unknown[] = [];
  const failing = new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'read') return typeof value === 'function' ? value.bind(target) : value;
      return (...args: Parameters<typeof store.read>) => {
        for (const read of args[0]) {
          const error = fault(JSON.stringify(read));
          if (error !== null) throw error;
        }
        return target.read(...args);
      };
    },
  });
  const server = await startServer({
    ...defaultOptions,
    store: failing,
    graph: createServedGraph(failing, {
      reader: { revisionCheckMs: null, cacheRows: 1000 },
      publicUrl,
    }),
    logger: pino({ level: 'silent' }),
    dumps: dumpsOf(failing, () => publicUrl),
    pages: createExplorer({
      publicUrl: () => publicUrl,
      rdf: rdfDocumentsOf(failing, () => publicUrl),
      onError: (e) => unexpected.push(e),
    }),
  });
  try {
    await use(`http://127.0.0.1:${server.port}`, unexpected);
  } finally {
    await server.close(0);
  }
}

it('asks to retry when the store is unreachable, without its address', async () => {
  const away = () => new StoreError('STORE_UNAVAILABLE', 'no route to 10.0.0.7');
  await withFault(away, async (origin, unexpected) => {
    for (const path of [
      '/',
      '/terms/open-weights',
      '/terms',
      '/models/phi-4.json',
      '/models/phi-4.ttl',
      '/dump.ttl',
      '/.well-known/void',
      '/search?q=open',
    ]) {
      const response = await fetch(`${origin}${path}`, { headers: { accept: 'text/html' } });
      const html = await response.text();
      expect([path, response.status]).toEqual([path, 503]);
      expect(response.headers.get('retry-after')).toBe('5');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(html).toContain('try again later');
      expect(html).not.toContain('10.0.0.7');
    }
    expect(unexpected).toEqual([]);
  });
});

it('shows the rest of a page when a part fails, with a note; JSON fails as a whole', async () => {
  const slow = (read: string) =>
    /disagreements/i.test(read) ? new StoreError('STORE_TIMEOUT', 'too slow') : null;
  await withFault(slow, async (origin) => {
    const page = await fetch(`${origin}/terms/open-weights`, { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('Some of this page could not be loaded');
    expect(html).toContain('What it means');
    expect((await fetch(`${origin}/terms/open-weights.json`)).status).toBe(503);
  });
});
