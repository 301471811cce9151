import { afterAll, beforeAll } from 'vitest';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { Connection } from '../../../src/store/neo4j/bolt-connection.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import type { Neo4jInfo } from '../../neo4j/bolt.ts';

/** A server as tests of its schema use it. */
export interface SchemaAt {
  /** There while tests run. */
  readonly connection: Connection;
  opened(): Promise<GraphStore>;
  /** The names of our constraints or indexes, in order. */
  names(what: 'CONSTRAINTS' | 'INDEXES'): Promise<readonly string[]>;
}

/** Connects before the tests of the suite, and closes the connection after them. */
export function schemaAt(server: Neo4jInfo): SchemaAt {
  const settings = { ...server, timeoutMs: 20_000 };
  let connection: Connection;
  beforeAll(() => {
    connection = new Connection(settings);
  });
  afterAll(() => connection.close());
  return {
    get connection() {
      return connection;
    },
    opened: async () => {
      const store = createNeo4jStore(settings);
      await store.open();
      return store;
    },
    names: async (what) => {
      const text = `SHOW ${what} YIELD name WHERE name STARTS WITH 'glossgraph' RETURN name`;
      const rows = await connection.read({ name: 'schema', text });
      return rows.map(([name]) => String(name)).sort();
    },
  };
}
