import { beforeAll, describe, inject, it } from 'vitest';
import { type Neo4jInfo, START_DEADLINE_MS, waitForBolt } from './bolt.ts';
// For the type of inject('neo4j').
import type {} from './global-setup.ts';

/**
 * Describes tests once for every Neo4j that this run has, each when it answers; where it has none,
 * they show up as skipped. The servers are shared with other test files: write under own labels.
 */
export function describeOnNeo4j(name: string, tests: (server: Neo4jInfo) => void): void {
  const servers = inject('neo4j');
  if (servers === undefined) {
    throw new Error(`"${name}" needs test/neo4j/global-setup.ts in its Vitest project`);
  }
  if (servers.length === 0) {
    describe.skip(`${name} on Neo4j`, () => {
      it('has no server to run on', () => {});
    });
  }
  for (const server of servers) {
    describe(`${name} on Neo4j ${server.version}`, () => {
      beforeAll(async () => {
        await waitForBolt(server);
      }, START_DEADLINE_MS + 15_000);
      tests(server);
    });
  }
}
