import { afterAll } from 'vitest';
import { describeOnNeo4j } from '../neo4j/describe.ts';
import { wipe } from '../neo4j/wipe.ts';
import { wordNetImport } from './wordnet.ts';

describeOnNeo4j(
  'glossgraph import wordnet, into Neo4j',
  (server) => {
    afterAll(() => wipe(server));
    wordNetImport(async () => {
      await wipe(server);
      const { uri, user, password } = server;
      return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    });
  },
  { lines: 'one' },
);
