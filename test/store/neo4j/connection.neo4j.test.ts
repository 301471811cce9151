import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { StatementEvent } from '../../../src/store/graph-store.ts';
import { Connection, type ConnectionOptions } from '../../../src/store/neo4j/bolt-connection.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import { describeOnNeo4j } from '../../neo4j/describe.ts';
import { Tunnel } from './tunnel.ts';

/** Takes about a second. */
const slow = { name: 'slow', text: 'UNWIND range(1, 5000000) AS i RETURN count(i * i)' };
/** Takes longer than any test. */
const endless = {
  name: 'endless',
  text: 'UNWIND range(1, 100000000000) AS i WITH i WHERE i < 0 RETURN count(i)',
};
const one = { name: 'one', text: 'RETURN 1' };

describeOnNeo4j(
  'the connection',
  (server) => {
    const connect = (more: Partial<ConnectionOptions> = {}) => {
      const connection = new Connection({ ...server, timeoutMs: 20_000, ...more });
      onTestFinished(() => connection.close());
      return connection;
    };
    const running = async (connection: Connection) => {
      const text = `SHOW TRANSACTIONS YIELD metaData, currentQuery
      WHERE metaData.name = 'endless' RETURN count(*)`;
      const [row] = await connection.read({ name: 'running', text });
      return Number(row?.[0]);
    };

    it('reports the version', async () => {
      const connection = connect();
      expect(() => connection.version()).toThrow('not open');
      await connection.verify();
      expect(connection.version()).toContain(server.version);
    });

    it('refuses a wrong password', async () => {
      await expect(connect({ password: 'wrong' }).verify()).rejects.toMatchObject({
        code: 'STORE_AUTHENTICATION',
        message: expect.stringContaining('NEO4J_PASSWORD'),
      });
    });

    it('refuses a database that is not there', async () => {
      const store = createNeo4jStore({ ...server, database: 'no-such-database', timeoutMs: 5000 });
      onTestFinished(() => store.close());
      await expect(store.open()).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('no database named no-such-database'),
      });
    });

    it('names the client to the server, and reports the time to observers', async () => {
      const seen: StatementEvent[] = [];
      const connection = connect({ observe: (event) => seen.push(event) });
      const text = 'SHOW TRANSACTIONS YIELD metaData, currentQuery RETURN metaData';
      const rows = await connection.read(
        { name: 'who', text },
        { onStatement: (event) => seen.push(event) },
      );
      expect(rows.flat()).toContainEqual({ name: 'who', application: 'glossgraph' });
      expect(seen).toEqual(Array(2).fill({ name: 'who', milliseconds: expect.any(Number) }));
    });

    it('ends a statement when its client has left', async () => {
      const connection = connect();
      const abort = new AbortController();
      const read = connection.read(endless, { signal: abort.signal });
      await expect.poll(() => running(connection)).toBe(1);
      const started = performance.now();
      abort.abort();
      await expect(read).rejects.toMatchObject({ code: 'STORE_ABORTED' });
      expect(performance.now() - started).toBeLessThan(100);
      await expect.poll(() => running(connection), { timeout: 2000 }).toBe(0);
      expect(await connection.read(one)).toEqual([[1]]);
    });

    it('sends nothing for a client that left before', async () => {
      const seen: StatementEvent[] = [];
      const reading = connect({ observe: (event) => seen.push(event) }).read(endless, {
        signal: AbortSignal.abort(),
      });
      await expect(reading).rejects.toMatchObject({ code: 'STORE_ABORTED' });
      expect(seen).toEqual([]);
    });

    it('ends a statement that takes too long', async () => {
      const connection = connect({ timeoutMs: 300 });
      const started = performance.now();
      await expect(connection.read(endless)).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
      expect(performance.now() - started).toBeLessThan(1500);
      await expect.poll(() => running(connect()), { timeout: 3000 }).toBe(0);
    });

    it('waits at most some seconds for a free connection', async () => {
      const connection = connect({ maxPoolSize: 1 });
      const abort = new AbortController();
      const first = connection.read(endless, { signal: abort.signal });
      const started = performance.now();
      await expect(connection.read(one)).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('all connections are in use'),
      });
      expect(performance.now() - started).toBeLessThan(6000);
      abort.abort();
      await expect(first).rejects.toMatchObject({ code: 'STORE_ABORTED' });
      expect(await connection.read(one)).toEqual([[1]]);
    });

    it('answers requests before it closes, and none after', async () => {
      const connection = new Connection({ ...server, timeoutMs: 20_000 });
      const read = connection.read(slow);
      await connection.close();
      expect(await read).toEqual([[5_000_000]]);
      await expect(connection.read(one)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    });
  },
  { lines: 'one' },
);

describeOnNeo4j(
  'a server that goes and comes back',
  (server) => {
    const tunnel = new Tunnel(server.uri);
    let connection: Connection;
    beforeAll(async () => {
      await tunnel.start();
      connection = new Connection({ ...server, uri: tunnel.uri, timeoutMs: 10_000 });
    });
    afterAll(async () => {
      await connection.close();
      await tunnel.stop();
    });

    it('is found again', async () => {
      expect(await connection.read(one)).toEqual([[1]]);
      await tunnel.stop();
      await expect(connection.read(one)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await tunnel.start();
      expect(await connection.read(one)).toEqual([[1]]);
    });

    it('costs no answer where it was away for a moment', async () => {
      for (let round = 0; round < 5; round++) {
        tunnel.cut();
        expect(await connection.read(one)).toEqual([[1]]);
      }
    });

    it('costs no answer to a statement that was running', async () => {
      const read = connection.read(slow);
      setTimeout(() => tunnel.cut(), 50);
      expect(await read).toEqual([[5_000_000]]);
    });
  },
  { lines: 'one' },
);
