import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { type Neo4jInfo, START_DEADLINE_MS, waitForBolt } from './bolt.ts';
// For the type of inject('neo4j').
import type {} from './global-setup.ts';
import { withLock } from './lock.ts';

const turnDeadlineMs = 900_000;

export interface DescribeOptions {
  /**
   * One line is enough where other tests run the same statements on all of them. Half of these tests
   * take the first line and half the last, so that neither waits for the other.
   */
  readonly lines?: 'all' | 'first' | 'last';
}

/**
 * Describes tests for every Neo4j of this run. Each test file waits until its server answers and no
 * other file uses it, so that files run in parallel on different servers. Without a server, the
 * tests are skipped.
 */
export function describeOnNeo4j(
  name: string,
  tests: (server: Neo4jInfo) => void,
  { lines = 'all' }: DescribeOptions = {},
): void {
  const all = inject('neo4j');
  if (all === undefined) {
    throw new Error(`"${name}" needs test/neo4j/global-setup.ts in its Vitest project`);
  }
  const one = lines === 'first' ? all.slice(0, 1) : all.slice(-1);
  const servers = lines === 'all' ? all : one;
  if (servers.length === 0) {
    describe.skip(`${name} on Neo4j`, () => {
      it('has no server to run on', () => {});
    });
  }
  for (const server of servers) {
    describe(`${name} on Neo4j ${server.version}`, () => {
      let leave: () => void = () => {};
      beforeAll(async () => {
        leave = await turnAt(server);
        await waitForBolt(server);
      }, turnDeadlineMs + START_DEADLINE_MS);
      afterAll(() => leave());
      tests(server);
    });
  }
}

/** Waits until no other file uses the server. Returns a function that ends the turn. */
function turnAt({ uri }: Neo4jInfo): Promise<() => void> {
  const path = join(tmpdir(), 'glossgraph-neo4j-turns', encodeURIComponent(uri));
  return new Promise((taken, failed) => {
    withLock(path, () => new Promise<void>((end) => taken(end))).catch(failed);
  });
}
