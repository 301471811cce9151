import type { TestProject } from 'vitest/node';
import type { Neo4jInfo } from './bolt.ts';
import { chooseServers, isCi } from './choice.ts';
import { externalNeo4j } from './external.ts';
import { type LineName, NEO4J_LINES } from './lines.ts';
import { launchNeo4j, type Neo4jServer } from './server.ts';
import { Neo4jUnavailable } from './unavailable.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: readonly Neo4jInfo[];
  }
}

function data(server: Neo4jServer): Neo4jInfo {
  const { line, version, uri, user, password, started } = server;
  return { line, version, uri, user, password, started };
}

async function stopAll(servers: readonly Neo4jServer[]): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
}

async function launchAll(lines: readonly LineName[]): Promise<Neo4jServer[]> {
  const outcomes = await Promise.allSettled(lines.map((line) => launchNeo4j(line)));
  const servers: Neo4jServer[] = [];
  const failures: unknown[] = [];
  outcomes.forEach((outcome, index) => {
    if (outcome.status === 'fulfilled') servers.push(outcome.value);
    else if (outcome.reason instanceof Neo4jUnavailable && !isCi(process.env)) {
      const line = lines[index];
      const version = line === undefined ? '' : NEO4J_LINES[line].version;
      console.warn(`Tests on Neo4j ${version} are skipped: ${outcome.reason.message}`);
    } else failures.push(outcome.reason);
  });
  if (failures.length === 0) return servers;
  await stopAll(servers);
  // Vitest prints the message of a failed setup, but not the content of an AggregateError.
  throw new Error(failures.map(String).join('\n'), { cause: failures });
}

/**
 * Vitest's global setup of the Neo4j tests. It provides the servers as `inject('neo4j')`. Their
 * processes only start here, and describeOnNeo4j waits for them, so that other tests can run in the
 * meantime.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const choice = chooseServers(process.env);
  if (choice.kind === 'external') {
    project.provide('neo4j', [await externalNeo4j(choice, choice.mayHoldData)]);
    return async () => {};
  }
  const servers = await launchAll(choice.lines);
  project.provide('neo4j', servers.map(data));
  return () => stopAll(servers);
}
