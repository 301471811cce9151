/**
 * Runs a Neo4j without Docker until Ctrl-C: `node --import tsx test/neo4j/run.ts 5.26`. The
 * variables for Glossgraph go to standard output, everything else to standard error.
 */
import { parseArgs } from 'node:util';
import { isLineName, LINE_NAMES } from './lines.ts';
import { type Neo4jServer, startNeo4j } from './server.ts';
import { shellExports } from './shell-exports.ts';

const USAGE = `usage: node --import tsx test/neo4j/run.ts [${LINE_NAMES.join(' | ')}]
         [--port 7687] [--password …] [--no-auth] [--heap 1g] [--page-cache 256m]`;

function start(): Promise<Neo4jServer> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      password: { type: 'string' },
      'no-auth': { type: 'boolean', default: false },
      heap: { type: 'string', default: '1g' },
      'page-cache': { type: 'string', default: '256m' },
    },
  });
  const line = positionals[0] ?? '5.26';
  const port = Number(values.port ?? 1);
  const portFits = Number.isInteger(port) && port > 0 && port < 65_536;
  if (!isLineName(line) || positionals.length > 1 || !portFits) throw new Error(USAGE);
  return startNeo4j(line, {
    tuning: 'throughput',
    heap: values.heap,
    pageCache: values['page-cache'],
    ...(values.port === undefined ? {} : { port }),
    ...(values.password === undefined ? {} : { auth: { password: values.password } }),
    ...(values['no-auth'] ? { auth: false as const } : {}),
  });
}

async function main(): Promise<void> {
  const begun = performance.now();
  const server = await start();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.error(`Neo4j ${server.version}, process ${server.started.pid}, up in ${seconds} s.`);
  const { uri, user, password } = server;
  console.error('Paste this into another shell, then: npm run --silent glossgraph -- seed');
  console.log(shellExports({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password }));
  console.error('Ctrl-C stops it and deletes its data.');
  // Ctrl-C ends this process, and process.ts then ends the server.
  await server.exited;
  await server.stop();
  throw new Error('Neo4j ended by itself');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
