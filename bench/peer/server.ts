/**
 * The peer as a process: @neo4j/graphql on Yoga. The first line of output is the server's address.
 * Environment: NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, PEER_CONTRACT (managed or auto-commit),
 * PEER_COMPILED (1: with @envelop/graphql-jit).
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useGraphQlJit } from '@envelop/graphql-jit';
import { createYoga } from 'graphql-yoga';
import { benchDriver } from './driver.ts';
import { executionContext } from './execution-context.ts';
import { peerSchema } from './schema.ts';

const {
  NEO4J_URI: uri = '',
  NEO4J_USER: user = '',
  NEO4J_PASSWORD: password = '',
  PEER_CONTRACT: contract = 'managed',
  PEER_COMPILED: compiled = '0',
} = process.env;

const driver = benchDriver({ uri, user, password });
const sender = executionContext(driver, contract === 'auto-commit' ? 'auto-commit' : 'managed');
const plugins = compiled === '1' ? [useGraphQlJit()] : [];

// The same settings as our server: bodies do not pass through a stream, and nothing is logged.
const yoga = createYoga({
  schema: await peerSchema(),
  context: () => ({ executionContext: sender, sessionConfig: { database: 'neo4j' } }),
  maxRequestBodySize: false,
  batching: false,
  multipart: false,
  graphiql: false,
  landingPage: false,
  cors: false,
  logging: false,
  // If an answer fails, the bench shows the reason.
  maskedErrors: false,
  plugins,
});

const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`GraphQL  http://127.0.0.1:${port}${yoga.graphqlEndpoint}\n`);
});
