/**
 * Fills an empty Neo4j with a generated hub of models, and prints a line after each transaction. A
 * test kills this process.
 */
import { built } from '../support/built.ts';
import { hubStream } from '../support/hub-stream.ts';

type Load = typeof import('../../src/exchange/load/load.ts');
type Neo4j = typeof import('../../src/store/neo4j/neo4j-store.ts');
const { loadStream } = await built<Load>('exchange/load/load.ts');
const { createNeo4jStore } = await built<Neo4j>('store/neo4j/neo4j-store.ts');

const [uri = '', user = '', password = '', models, batchSize] = process.argv.slice(2);
const store = createNeo4jStore({ uri, user, password, timeoutMs: 60_000 });
await store.open();
await loadStream(store, hubStream(Number(models)), {
  dataset: 'hub',
  batchSize: Number(batchSize),
  fillsFrom: 1,
  now: new Date('2026-01-01T00:00:00Z'),
  onProgress: ({ done, total }) => process.stdout.write(`${done} of ${total}\n`),
});
await store.close();
