/**
 * A server for hand-written statements: bare HTTP, with one auto-commit statement for each request.
 * The "query" of a request is the name of a statement. The first line of output is the server's
 * address. Environment: NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { benchDriver } from '../peer/driver.ts';
import { autoCommit } from '../peer/execution-context.ts';
import { handStatements } from './statements.ts';

const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = process.env;
const run = autoCommit(benchDriver({ uri, user, password }));

interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

async function answerTo({ query, variables }: Asked): Promise<unknown> {
  const statement = handStatements[query];
  if (statement === undefined) throw new Error(`There is no statement ${query}.`);
  const { records } = await run(statement.text, variables);
  const [record] = records;
  return { data: { it: record === undefined ? null : statement.answer([...record.values()]) } };
}

const server = createServer(async (request, response) => {
  const answer = await answerTo((await json(request)) as Asked).catch((error: unknown) => {
    return { errors: [{ message: String(error) }] };
  });
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`GraphQL  http://127.0.0.1:${port}/graphql\n`);
});
