import neo4j from 'neo4j-driver';
import { type Neo4jInfo, waitForBolt } from './bolt.ts';

const DEADLINE_MS = 15_000;

async function holdsData(info: Neo4jInfo): Promise<boolean> {
  const driver = neo4j.driver(info.uri, neo4j.auth.basic(info.user, info.password));
  try {
    const { records } = await driver.executeQuery('MATCH (n) RETURN 1 LIMIT 1');
    return records.length > 0;
  } finally {
    await driver.close();
  }
}

/**
 * The server of NEO4J_URI, once it answers. Tests write and delete in it, and the same variable may
 * name a developer's own database. A database with content is therefore refused unless allowed.
 */
export async function externalNeo4j(
  server: { readonly uri: string; readonly user: string; readonly password: string },
  mayHoldData: boolean,
): Promise<Neo4jInfo> {
  const { uri, user, password } = server;
  const info: Neo4jInfo = { line: 'external', version: '(NEO4J_URI)', uri, user, password };
  const version = await waitForBolt(info, DEADLINE_MS);
  if (!mayHoldData && (await holdsData(info))) {
    throw new Error(
      `the database at NEO4J_URI (${uri}) is not empty, and the tests delete what they find: ` +
        'empty it, unset NEO4J_URI, or allow it with GLOSSGRAPH_TEST_NEO4J=external',
    );
  }
  return { ...info, version };
}
