import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnNeo4j } from '../neo4j/describe.ts';
import { wipe } from '../neo4j/wipe.ts';
import { ask, run, type Serving, scratchFolder, serve, smallSeeds } from './cli.ts';
import { TcpProxy } from './tcp-proxy.ts';

const query = '{ organizations { nodes { name } } }';
const found = { data: { organizations: { nodes: [{ name: 'Ai2' }] } } };

describeOnNeo4j(
  'glossgraph serve',
  (server) => {
    const proxy = new TcpProxy(server.uri);
    let scratch: Awaited<ReturnType<typeof scratchFolder>>;
    let serving: Serving;
    const env = { NEO4J_USER: server.user, NEO4J_PASSWORD: server.password };

    beforeAll(async () => {
      await wipe(server);
      scratch = await scratchFolder();
      await smallSeeds(scratch.path);
      await proxy.open();
      serving = await serve({
        ...env,
        NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`,
        SEEDS_DIR: scratch.path,
        REVISION_CHECK_MS: '0',
      });
    });
    afterAll(async () => {
      serving.signal('SIGKILL');
      await serving.ended;
      await proxy.cut();
      await scratch.remove();
      await wipe(server);
    });

    it('does not seed Neo4j, and says how to', async () => {
      expect(serving.banner).toContain('serves an empty graph');
      expect(serving.banner).toContain('Load the seeds with: npx glossgraph seed');
      expect(serving.banner).not.toContain('Seeds ');
      expect(serving.banner).toMatch(new RegExp(`Store {4}neo4j, 127\\.0\\.0\\.1:${proxy.port}`));
    });

    it('serves what "seed" loads meanwhile', async () => {
      const args = ['seed', join(scratch.path), '--json'];
      const loaded = await run(args, { ...env, NEO4J_URI: server.uri });
      expect([loaded.code, JSON.parse(loaded.stdout)]).toEqual([
        0,
        expect.objectContaining({ store: 'neo4j', revision: 1 }),
      ]);
      expect(await (await ask(serving.origin, query)).json()).toEqual(found);
    });

    it('reports in coded errors that Neo4j is unreachable, and recovers by itself', async () => {
      await proxy.cut();
      const away = await ask(serving.origin, query);
      const text = await away.text();
      expect([away.status, JSON.parse(text)]).toMatchObject([
        200,
        {
          errors: [{ path: ['organizations'], extensions: { code: 'STORE_UNAVAILABLE' } }],
          data: { organizations: null },
        },
      ]);
      expect(text).not.toMatch(/127\.0\.0\.1|ECONN|bolt/);
      expect((await fetch(`${serving.origin}/health/ready`)).status).toBe(503);
      expect((await fetch(`${serving.origin}/health/live`)).status).toBe(200);

      await proxy.open();
      expect((await fetch(`${serving.origin}/health/ready`)).status).toBe(200);
      expect(await (await ask(serving.origin, query)).json()).toEqual(found);
    });

    it('ends with SIGTERM', async () => {
      serving.signal('SIGTERM');
      expect((await serving.ended).code).toBe(0);
    });
  },
  { lines: 'one' },
);
