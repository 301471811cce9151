import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { isAlive } from './alive.ts';

/** A server, for tests. It is plain data, so that it can be passed between threads. */
export interface Neo4jInfo {
  /** The name of its release line, or "external" for a server from NEO4J_URI. */
  readonly line: string;
  readonly version: string;
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The process and the log of a server that the harness started. */
  readonly started?: { readonly pid: number; readonly log: string };
}

/** How long a server may take to answer. */
export const START_DEADLINE_MS = 90_000;

const LOG_LINES = 40;

async function logTail(info: Neo4jInfo): Promise<string> {
  if (info.started === undefined) return '';
  const text = await readFile(info.started.log, 'utf8').catch(() => '');
  const tail = text.trimEnd().split('\n').slice(-LOG_LINES).join('\n');
  return `\nThe end of ${info.started.log}:\n${tail}`;
}

function code(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

async function versionOf(driver: Driver): Promise<string> {
  const session = driver.session();
  try {
    // The check is a statement, since Bolt opens before the default database does.
    const result = await session.run('RETURN 1');
    return (result.summary.server.agent ?? '').replace(/^Neo4j\//, '');
  } finally {
    await session.close();
  }
}

/**
 * Waits until the server answers a statement, and returns its version. The error gives the reason
 * and, for a server of the harness, the end of its log.
 */
export async function waitForBolt(
  info: Neo4jInfo,
  deadlineMs = START_DEADLINE_MS,
): Promise<string> {
  const end = Date.now() + deadlineMs;
  const driver = neo4j.driver(info.uri, neo4j.auth.basic(info.user, info.password), {
    connectionTimeout: 3_000,
    connectionAcquisitionTimeout: 5_000,
    telemetryDisabled: true,
  });
  try {
    for (;;) {
      // Checked before the attempt, so that an answer just before the end still counts.
      const gone = info.started !== undefined && !isAlive(info.started.pid);
      try {
        return await versionOf(driver);
      } catch (error) {
        const refused = code(error).startsWith('Neo.ClientError.Security');
        const late = Date.now() > end;
        if (refused || gone || late) {
          const seconds = Math.round(deadlineMs / 1000);
          // For a process that ended, the log says more than the error of the closed port.
          const what = gone ? 'ended' : refused ? 'refused the login' : `kept silent ${seconds} s`;
          const cause = gone ? '' : `: ${error}`;
          throw new Error(
            `Neo4j ${info.version} at ${info.uri} ${what}${cause}${await logTail(info)}`,
          );
        }
      }
      await sleep(100);
    }
  } finally {
    await driver.close();
  }
}
