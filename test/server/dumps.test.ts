import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import type { Dump } from '../../src/server/http/dump-handler.ts';
import { StoreError } from '../../src/store/graph-store.ts';
import { type Probe, startProbe } from './start-probe.ts';

let probe: Probe | undefined;
afterEach(() => probe?.close());

const part = 'x'.repeat(64_000);

/** A dump of so many parts; tells how many were taken from it, and how many of it have ended. */
function dumpOf(parts: number) {
  const told = { taken: 0, ended: 0 };
  const dump: Dump = {
    mediaType: 'text/turtle',
    async *text() {
      try {
        for (let n = 0; n < parts; n += 1) {
          told.taken += 1;
          yield part;
        }
      } finally {
        told.ended += 1;
      }
    },
  };
  return { dump, told };
}

async function serving(dump: Dump): Promise<string> {
  probe = await startProbe({ dumps: new Map([['/dump.ttl', dump]]) });
  return `${probe.origin}/dump.ttl`;
}

/** An answer of which nothing is read yet. */
async function unread(url: string): Promise<IncomingMessage> {
  const [answer] = (await once(get(url), 'response')) as [IncomingMessage];
  answer.pause();
  return answer;
}

it('sends the whole graph, compressed if the client accepts it, and not again to a client that has it', async () => {
  const { dump } = dumpOf(5);
  const url = await serving(dump);
  const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  expect(await plain.text()).toBe(part.repeat(5));
  expect(plain.headers.get('vary')).toContain('accept-encoding');
  const [packed] = (await once(
    get(url, { headers: { 'accept-encoding': 'gzip' } }),
    'response',
  )) as [IncomingMessage];
  expect(packed.headers['content-encoding']).toBe('gzip');
  const bytes: Buffer[] = [];
  for await (const chunk of packed) bytes.push(chunk as Buffer);
  expect(gunzipSync(Buffer.concat(bytes)).toString()).toBe(part.repeat(5));
  const etag = plain.headers.get('etag') ?? '';
  const again = await fetch(url, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('HEAD has the headers alone, and other methods find nothing', async () => {
  const { dump, told } = dumpOf(5);
  const url = await serving(dump);
  const head = await fetch(url, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
    ...[200, 'text/turtle; charset=utf-8', ''],
  ]);
  expect(told.taken).toBe(0);
  expect((await fetch(url, { method: 'POST' })).status).toBe(404);
});

it('reads only as much as its client, and stops when the client leaves', async () => {
  const { dump, told } = dumpOf(100_000);
  const answer = await unread(await serving(dump));
  let before = -1;
  // Until the buffers between the two are full.
  while (told.taken !== before) {
    before = told.taken;
    await pause(200);
  }
  expect(told.taken).toBeLessThan(1000);
  answer.destroy();
  while (told.ended === 0) await pause(20);
  expect(told.taken).toBeLessThan(1000);
});

it('refuses more than a few at once, and has room again when one has ended', async () => {
  const { dump } = dumpOf(100_000);
  const url = await serving(dump);
  const answers = await Promise.all([1, 2, 3, 4].map(() => unread(url)));
  const refused = await fetch(url);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('10');
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_BUSY' } }] });
  answers[0]?.destroy();
  let status = 503;
  while (status === 503) {
    await pause(20);
    const next = await unread(url);
    status = next.statusCode ?? 0;
    answers.push(next);
  }
  expect(status).toBe(200);
  for (const answer of answers) answer.destroy();
});

it('says that the store is away if nothing was sent yet, otherwise cuts the connection', async () => {
  let first = true;
  let clientHasIt = () => {};
  const had = new Promise<void>((resolve) => {
    clientHasIt = resolve;
  });
  const failing: Dump = {
    mediaType: 'text/turtle',
    async *text() {
      if (!first) {
        yield part;
        await had;
      }
      throw new StoreError('STORE_UNAVAILABLE', 'no route to 10.0.0.7');
    },
  };
  const url = await serving(failing);
  const answer = await fetch(url);
  expect(answer.status).toBe(503);
  const said = await answer.text();
  expect(said).toContain('STORE_UNAVAILABLE');
  expect(said).not.toContain('10.0.0.7');
  first = false;
  const cut = await fetch(url);
  expect(cut.status).toBe(200);
  clientHasIt();
  await expect(cut.text()).rejects.toThrow();
});
