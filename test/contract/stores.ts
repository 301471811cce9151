import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { HubBounds } from '../../src/store/neo4j/hub-fans.ts';
import { createNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import type { Neo4jInfo } from '../neo4j/bolt.ts';
import { type DescribeOptions, describeOnNeo4j } from '../neo4j/describe.ts';
import { wipe } from '../neo4j/wipe.ts';
import { createBuiltStore } from '../support/built.ts';

/** A store for the suites. */
export interface StoreUnderTest {
  readonly name: string;
  /**
   * An open and empty store at revision 0. A Neo4j has one database, so this also empties the
   * stores returned before: use one at a time.
   */
  empty(): Promise<GraphStore>;
  readonly isEmbedded: boolean;
  /** How much a property test should try. A server must plan every new statement. */
  readonly effort: Effort;
}

export interface Effort {
  readonly worlds: number;
  readonly questionsPerWorld: number;
  /** The depth of nested pages. */
  readonly depth: number;
  /** Series of writes, each with all questions after every write. */
  readonly histories: number;
}

type Suite = (stores: StoreUnderTest) => void;

const thorough: Effort = { worlds: 60, questionsPerWorld: 12, depth: 3, histories: 60 };
const single: Effort = { worlds: 1, questionsPerWorld: 20, depth: 2, histories: 1 };
const brief: Effort = { worlds: 3, questionsPerWorld: 4, depth: 2, histories: 3 };
const onServer: Effort = { ...brief, histories: 1 };

/**
 * Describes a suite for two embedded stores: one in memory, and one in a file. The second has
 * almost no cache, treats every entity as one with very many relations, and removes classes in
 * portions.
 */
export function describeOnEmbedded(name: string, ...suites: readonly Suite[]): void {
  describe(`${name} on the embedded store in memory`, () => {
    const open = closing();
    const empty = () => open(createEmbeddedStore({ file: ':memory:' }));
    for (const suite of suites)
      suite({ name: 'memory', isEmbedded: true, empty, effort: thorough });
  });
  describe(`${name} on the embedded store in a file`, () => {
    const folders: string[] = [];
    const open = closing();
    afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
    const empty = async () => {
      const folder = await mkdtemp(join(tmpdir(), 'glossgraph-contract-'));
      folders.push(folder);
      return open(
        createEmbeddedStore({
          ...{ file: join(folder, 'graph.db'), cacheBytes: 10_000, crowdedFrom: 1 },
          mostReopened: 0,
        }),
      );
    };
    for (const suite of suites) suite({ name: 'file', isEmbedded: true, empty, effort: brief });
  });
}

/** Describes a suite for an embedded store that has threads for what takes long, and takes all for long. */
export function describeOnThreads(name: string, ...suites: readonly Suite[]): void {
  describe(`${name} on the embedded store with threads`, () => {
    const folders: string[] = [];
    const open = closing();
    afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
    const empty = async () => {
      const folder = await mkdtemp(join(tmpdir(), 'glossgraph-contract-'));
      folders.push(folder);
      const file = join(folder, 'graph.db');
      return open(await createBuiltStore({ file, threads: 2, hubFrom: 0 }));
    };
    for (const suite of suites) suite({ name: 'threads', isEmbedded: true, empty, effort: single });
  });
}

/** Describes suites once for every Neo4j that the run has, or for one of them. */
export function describeOnServers(
  name: string,
  suites: readonly Suite[],
  options: DescribeOptions = {},
): void {
  const describeOn = (server: Neo4jInfo) => {
    const open = closing();
    let opened: Promise<GraphStore> | undefined;
    const empty = async () => {
      opened ??= open(neo4jStore(server, options.lines === 'oldest' ? tinyHubs : undefined));
      const store = await opened;
      await wipe(server);
      return store;
    };
    const stores = { name: server.version, isEmbedded: false, empty, effort: onServer };
    for (const suite of suites) suite(stores);
  };
  describeOnNeo4j(name, describeOn, options);
}

/** Entities with a handful of relations are hubs, which every write then lists anew. */
const tinyHubs: HubBounds = { from: 4, least: 3, kept: 4, most: 6, mostDegree: 3 };

/** A store on a server of the harness. */
export function neo4jStore({ uri, user, password }: Neo4jInfo, hubs?: HubBounds): GraphStore {
  // To plan a statement of several drawn questions takes a server 10 seconds, and far more beside others.
  return createNeo4jStore({ uri, user, password, timeoutMs: 120_000, hubs });
}

/** Opens stores, and closes them after the tests. */
function closing() {
  const opened: GraphStore[] = [];
  afterAll(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  return async (store: GraphStore) => {
    opened.push(store);
    await store.open();
    return store;
  };
}
