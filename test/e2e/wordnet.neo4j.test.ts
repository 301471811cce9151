import neo4j from 'neo4j-driver';
import { afterAll } from 'vitest';
import type { Neo4jInfo } from '../neo4j/bolt.ts';
import { describeOnNeo4j } from '../neo4j/describe.ts';
import { wordNetImport } from './wordnet.ts';

async function wipe({ uri, user, password }: Neo4jInfo): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
  } finally {
    await driver.close();
  }
}

describeOnNeo4j('glossgraph import wordnet, into Neo4j', (server) => {
  afterAll(() => wipe(server));
  wordNetImport(async () => {
    await wipe(server);
    const { uri, user, password } = server;
    return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  });
});
