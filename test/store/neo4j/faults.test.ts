import { createServer } from 'node:net';
import neo4j from 'neo4j-driver';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreError } from '../../../src/store/graph-store.ts';
import {
  isStaleBookmark,
  isWorthRetrying,
  toStoreError,
} from '../../../src/store/neo4j/neo4j-errors.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import { supportedVersion } from '../../../src/store/neo4j/server-version.ts';
import { freePort } from '../../neo4j/port.ts';

const uri = 'bolt://graph.example:7687';
const fault = (code: string) => new neo4j.Neo4jError('what the server said', code, '50N42', '');
const translated = (code: string) => {
  const { code: ours, message } = toStoreError(fault(code), { uri, database: 'papers' });
  return { code: ours, message };
};

describe('faults of Neo4j', () => {
  it.each([
    ['Neo.ClientError.Security.Unauthorized', 'STORE_AUTHENTICATION', 'NEO4J_PASSWORD'],
    ['Neo.ClientError.Security.CredentialsExpired', 'STORE_AUTHENTICATION', 'initial'],
    ['Neo.ClientError.Database.DatabaseNotFound', 'STORE_UNAVAILABLE', 'database named papers'],
    ['ServiceUnavailable', 'STORE_UNAVAILABLE', 'check NEO4J_URI'],
    ['SessionExpired', 'STORE_UNAVAILABLE', uri],
    ['N/A', 'STORE_UNAVAILABLE', 'all connections are in use'],
    ['Neo.ClientError.Transaction.TransactionTimedOut', 'STORE_TIMEOUT', 'time limit'],
    [
      'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
      'STORE_TIMEOUT',
      'time limit',
    ],
    ['Neo.ClientError.Statement.SyntaxError', 'STORE_FAILURE', 'SyntaxError'],
    ['Neo.TransientError.General.OutOfMemoryError', 'STORE_FAILURE', 'OutOfMemory'],
  ])('say what to do about %s', (code, ours, words) => {
    expect(translated(code)).toEqual({ code: ours, message: expect.stringContaining(words) });
  });

  it.each([
    'ServiceUnavailable',
    'SessionExpired',
    'Neo.TransientError.Transaction.DeadlockDetected',
  ])('are worth another try where %s', (code) => {
    expect(isWorthRetrying(fault(code))).toBe(true);
  });

  it.each([
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    'Neo.TransientError.General.OutOfMemoryError',
    'Neo.TransientError.Transaction.Terminated',
    'Neo.ClientError.Statement.SyntaxError',
    'N/A',
  ])('are not where %s', (code) => {
    expect(isWorthRetrying(fault(code))).toBe(false);
  });

  it('recognize a server that was set up again', () => {
    expect(isStaleBookmark(fault('Neo.TransientError.Transaction.BookmarkTimeout'))).toBe(true);
    expect(isStaleBookmark(fault('ServiceUnavailable'))).toBe(false);
  });
});

describe('the version', () => {
  it.each([
    ['Neo4j/5.26.0', '5.26.0'],
    ['Neo4j/5.27-aura', '5.27-aura'],
    ['Neo4j/2026.08.1', '2026.08.1'],
  ])('is taken from %s', (agent, version) => {
    expect(supportedVersion(agent, uri)).toBe(version);
  });

  it.each(['Neo4j/5.25.1', 'Neo4j/4.4.40', 'Memgraph/v2', ''])('is refused in "%s"', (agent) => {
    expect(() => supportedVersion(agent, uri)).toThrow(
      expect.objectContaining({ code: 'STORE_VERSION', message: expect.stringContaining('5.26') }),
    );
  });
});

describe('a server that is not there', () => {
  const storeAt = (uri: string, timeoutMs = 10_000) => {
    const store = createNeo4jStore({ uri, user: 'neo4j', password: 'any', timeoutMs });
    onTestFinished(() => store.close());
    return store;
  };

  it.each(['bolt', 'neo4j'])('is reported soon (%s)', async (scheme) => {
    const uri = `${scheme}://127.0.0.1:${await freePort()}`;
    const started = performance.now();
    for (const attempt of [() => storeAt(uri).open(), () => storeAt(uri).revision()]) {
      await expect(attempt()).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining(uri),
      });
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('is reported within five seconds if it accepts and stays silent', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    const started = performance.now();
    const opening = storeAt(`bolt://127.0.0.1:${port}`).open();
    await expect(opening).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is refused if the address is invalid', () => {
    expect(() => storeAt('http://localhost:7474')).toThrow(StoreError);
  });
});
