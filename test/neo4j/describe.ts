import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { type Neo4jInfo, START_DEADLINE_MS, waitForBolt } from './bolt.ts';
// For the type of inject('neo4j').
import type {} from './global-setup.ts';
import { withOneLock } from './lock.ts';

const turnDeadlineMs = 900_000;

export interface DescribeOptions {
  /**
   * "one" is enough where other tests run the same statements on every line. It takes the server
   * that no other file uses, so that files run in parallel. "oldest" and "others" divide the lines
   * among two files.
   */
  readonly lines?: 'all' | 'one' | 'oldest' | 'others';
}

/**
 * Describes tests for every Neo4j of this run, or for those of the option. Each test file waits until
 * its server answers and no other file uses it. Without a server, the tests are skipped.
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
  if (all.length === 0) {
    describe.skip(`${name} on Neo4j`, () => {
      it('has no server to run on', () => {});
    });
    return;
  }
  if (lines === 'one') {
    describe(`${name} on Neo4j`, async () => {
      const server = await turnOfFile(all);
      beforeAll(() => waitForBolt(server), START_DEADLINE_MS);
      afterAll(() => leaveFile());
      describe(server.version, () => tests(server));
    });
    return;
  }
  const [from, to] = { all: [0, all.length], oldest: [0, 1], others: [1, all.length] }[lines];
  for (const server of all.slice(from, to)) {
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

/** The turn of the file that runs in this process, and how many of its suites have not ended. */
let ofFile: { turn: Awaited<ReturnType<typeof turnAtOneOf>>; suites: number } | null = null;

/** Takes a turn for the whole file, since its suites are collected before the first of them runs. */
async function turnOfFile(servers: readonly Neo4jInfo[]): Promise<Neo4jInfo> {
  ofFile ??= { turn: await turnAtOneOf(servers), suites: 0 };
  ofFile.suites += 1;
  return ofFile.turn.server;
}

function leaveFile(): void {
  if (ofFile === null) return;
  ofFile.suites -= 1;
  if (ofFile.suites > 0) return;
  ofFile.turn.leave();
  ofFile = null;
}

/** Waits until no other file uses the server. Returns a function that ends the turn. */
async function turnAt(server: Neo4jInfo): Promise<() => void> {
  return (await turnAtOneOf([server])).leave;
}

/** Waits until no other file uses one of the servers, and takes a turn at it. */
async function turnAtOneOf(
  servers: readonly Neo4jInfo[],
): Promise<{ server: Neo4jInfo; leave: () => void }> {
  const folder = join(tmpdir(), 'glossgraph-neo4j-turns');
  const paths = servers.map(({ uri }) => join(folder, encodeURIComponent(uri)));
  return new Promise((taken, failed) => {
    withOneLock(paths, (index) => {
      const server = servers[index] as Neo4jInfo;
      return new Promise<void>((end) => taken({ server, leave: end }));
    }).catch(failed);
  });
}
