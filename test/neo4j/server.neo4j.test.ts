import neo4j from 'neo4j-driver';
import { expect, it } from 'vitest';
import { waitForBolt } from './bolt.ts';
import { describeOnNeo4j } from './describe.ts';

describeOnNeo4j(
  'the harness',
  (server) => {
    it('names the version that answers', async () => {
      expect(await waitForBolt(server)).toContain(server.version);
    });

    it('serves routed connections at the address of the request', async () => {
      const driver = neo4j.driver(
        server.uri.replace('bolt:', 'neo4j:'),
        neo4j.auth.basic(server.user, server.password),
      );
      try {
        const { records, summary } = await driver.executeQuery('RETURN 1 AS one');
        expect(records[0]?.get('one').toNumber()).toBe(1);
        expect(`bolt://${summary.server.address}`).toBe(server.uri);
      } finally {
        await driver.close();
      }
    });

    it('refuses wrong passwords, however often, without locking the user', async () => {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const wrong = waitForBolt({ ...server, password: `wrong-${attempt}` }, 1_000);
        await expect(wrong).rejects.toThrow('refused the login');
      }
      await waitForBolt(server, 1_000);
    });
  },
  { lines: 'one' },
);
