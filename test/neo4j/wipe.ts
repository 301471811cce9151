import neo4j from 'neo4j-driver';
import type { Neo4jInfo } from './bolt.ts';

/** Deletes the whole content of the database, with the graph revision. */
export async function wipe({ uri, user, password }: Neo4jInfo): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    const session = driver.session();
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
    await session.close();
  } finally {
    await driver.close();
  }
}
