import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, run, type Serving, scratchFolder, serve, smallSeeds } from './cli.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let env: Record<string, string>;
let serving: Serving;
beforeAll(async () => {
  scratch = await scratchFolder();
  env = { DATA_DIR: join(scratch.path, 'data'), SEEDS_DIR: join(scratch.path, 'seeds') };
  await smallSeeds(join(scratch.path, 'seeds'));
  serving = await serve(env);
});
afterAll(async () => {
  serving.signal('SIGKILL');
  await serving.ended;
  await scratch.remove();
});

/** A request with an unfinished body. `finish` sends the rest. */
async function slowRequest(origin: string) {
  const body = '{"query":"{ graph { revision } }"}';
  const socket = connect(Number(new URL(origin).port), 'localhost');
  await once(socket, 'connect');
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  // An answer to another request shows that the server has read the bytes before.
  await ask(origin, '{ __typename }');
  return {
    answer: text(socket),
    finish: () => socket.write(body.slice(5)),
  };
}

describe('glossgraph serve', () => {
  it('says in one screen what it serves, where, and from which store', () => {
    const lines = serving.banner.split('\n');
    expect(lines.length).toBeLessThan(15);
    expect(lines[0]).toMatch(
      /^Glossgraph \d+\.\d+\.\d+ serves 1 organization: 0 claims by 1 source$/,
    );
    expect(serving.banner).toContain(`${serving.origin}/graphql`);
    expect(serving.banner).toMatch(/Store {4}embedded, .*glossgraph\.db/);
    expect(serving.banner).toMatch(/Seeds {4}.*seeds: entities: 1 added; sources: 1 added/);
  });

  it('answers queries over the seeds', async () => {
    const answer = await ask(serving.origin, '{ organizations { nodes { name } } }');
    expect(await answer.json()).toEqual({ data: { organizations: { nodes: [{ name: 'Ai2' }] } } });
  });

  it('names the home page first, and serves it as it was built, with its files', async () => {
    const [first] = serving.banner.match(/http:\S+/) ?? [];
    expect(first).toBe(`${serving.origin}/`);
    const page = await fetch(`${serving.origin}/`, { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    const files = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    expect(files.length).toBeGreaterThan(2);
    for (const path of files) expect((await fetch(`${serving.origin}${path}`)).status).toBe(200);
    const entity = await fetch(`${serving.origin}/organizations/ai2`);
    expect(await entity.text()).toContain('<h1>Ai2</h1>');
  });

  it('refuses a port that is taken', async () => {
    const { code, stdout, stderr } = await run(['serve'], {
      ...env,
      PORT: new URL(serving.origin).port,
    });
    expect([code, stdout]).toEqual([78, '']);
    expect(stderr).toMatch(/^glossgraph: PORT: another program uses \d+/);
  });

  it('finishes requests in progress on SIGTERM and exits with 0; after a restart, it has nothing to load', async () => {
    const other = await serve(env);
    expect(other.banner).toMatch(/Seeds {4}.*seeds: nothing to change/);
    const slow = await slowRequest(other.origin);
    other.signal('SIGTERM');
    await other.logged('shutting down');
    await expect(ask(other.origin, '{ __typename }')).rejects.toThrow();
    slow.finish();
    expect(await slow.answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*"revision":\d+/);
    const { code, stderr } = await other.ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining('"msg":"shut down"')]);
  });

  it('exits at once on a second signal', async () => {
    const other = await serve({ ...env, SHUTDOWN_TIMEOUT_MS: '86400000' });
    const slow = await slowRequest(other.origin);
    other.signal('SIGTERM');
    await other.logged('shutting down');
    other.signal('SIGINT');
    expect((await other.ended).code).toBe(130);
    await slow.answer.catch(() => {});
  });

  it('gives up at the deadline', async () => {
    const other = await serve({ ...env, SHUTDOWN_TIMEOUT_MS: '1' });
    const slow = await slowRequest(other.origin);
    other.signal('SIGINT');
    const { code, stderr } = await other.ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('cut off at the deadline')]);
    await slow.answer.catch(() => {});
  });

  it('does not start on seeds that are wrong', async () => {
    const { code, stdout, stderr } = await run(['serve'], { ...env, SEEDS_DIR: 'src', PORT: '0' });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('the seeds have errors');
  });
});
