import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Neo4jInfo, waitForBolt } from './bolt.ts';
import { makeHome } from './home.ts';
import { findJava } from './java.ts';
import { type LineName, NEO4J_LINES } from './lines.ts';
import { neo4jClasspath } from './maven.ts';
import { claimHome, sweepOrphans } from './orphans.ts';
import { freePort } from './port.ts';
import { spawnServer } from './process.ts';

export interface Neo4jOptions {
  /** A password for the user "neo4j" (default: a random one), or false for no authentication. */
  readonly auth?: { readonly password: string } | false;
  /** The Bolt port of 127.0.0.1 (default: a free one). */
  readonly port?: number;
  /** The heap in Java's notation, allocated at once (default: 512m, growing to 1g). */
  readonly heap?: string;
  /** The page cache in the notation of neo4j.conf (default: 128m). */
  readonly pageCache?: string;
  /**
   * "start-up" (the default) compiles less: it starts sooner and uses less memory, but queries are
   * slower.
   */
  readonly tuning?: 'start-up' | 'throughput';
  /** More settings of neo4j.conf, such as a limit that a test needs. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Neo4jServer extends Neo4jInfo {
  readonly line: LineName;
  readonly started: { readonly pid: number; readonly log: string };
  /** Resolves when the process has ended for any reason. */
  readonly exited: Promise<void>;
  /** Kills the server and deletes its data. */
  stop(): Promise<void>;
  /** Kills the server as a crash would, and keeps its data. */
  crash(): Promise<void>;
  /** Starts the server again after a crash, with its data and port. Returns when Bolt answers. */
  again(): Promise<Neo4jServer>;
}

const USER = 'neo4j';

const MODULE_FLAGS = [
  ...['java.nio', 'java.io', 'sun.nio.ch'].map((p) => `--add-opens=java.base/${p}=ALL-UNNAMED`),
  '--enable-native-access=ALL-UNNAMED',
];

// Measured: 350 MB resident instead of 600 MB, and a start 0.7 s sooner on an idle machine. By default,
// code compiled like this gets 48 MB. The planner needs more, and would be compiled again and again.
const START_UP_FLAGS = [
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:ReservedCodeCacheSize=256m',
];

// Tests empty and fill the graph all the time. By default, each time means to plan every statement again.
const START_UP_SETTINGS = { 'dbms.cypher.min_replan_interval': '1h' };

function javaArguments(mainClass: string, home: string, options: Neo4jOptions): string[] {
  return [
    `-Xms${options.heap ?? '512m'}`,
    `-Xmx${options.heap ?? '1g'}`,
    ...MODULE_FLAGS,
    ...(options.tuning === 'throughput' ? ['-XX:+UseG1GC'] : START_UP_FLAGS),
    mainClass,
    // The home comes first, so that an orphan can be recognized by it.
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
    '--console-mode',
  ];
}

/**
 * Starts the process of a server and returns at once. Bolt answers some seconds later; {@link
 * waitForBolt} waits for it. Throws Neo4jUnavailable if this machine cannot start it.
 */
export async function launchNeo4j(
  lineName: LineName,
  options: Neo4jOptions = {},
): Promise<Neo4jServer> {
  const line = NEO4J_LINES[lineName];
  const [java, classpath] = await Promise.all([findJava(line), neo4jClasspath(line)]);
  await sweepOrphans();
  const port = options.port ?? (await freePort());
  const password =
    options.auth === false ? '' : (options.auth?.password ?? randomBytes(12).toString('base64url'));
  const home = await makeHome({
    port,
    pageCache: options.pageCache ?? '128m',
    auth: options.auth === false ? undefined : { user: USER, password },
    settings: {
      ...line.settings,
      ...(options.tuning === 'throughput' ? {} : START_UP_SETTINGS),
      ...options.settings,
    },
  });
  const log = join(home, 'console.log');
  const launch = async (): Promise<Neo4jServer> => {
    const server = await spawnServer({
      java: java.path,
      arguments: javaArguments(line.mainClass, home, options),
      classpath,
      home,
      log,
    });
    await claimHome(home, server.pid);
    return {
      line: lineName,
      version: line.version,
      uri: `bolt://127.0.0.1:${port}`,
      user: USER,
      password,
      started: { pid: server.pid, log },
      exited: server.exited,
      stop: server.stop,
      async crash() {
        process.kill(server.pid, 'SIGKILL');
        await server.exited;
      },
      again: async () => answering(await launch()),
    };
  };
  return launch();
}

/** Starts an empty server, and returns when Bolt answers. */
export async function startNeo4j(
  lineName: LineName,
  options: Neo4jOptions = {},
): Promise<Neo4jServer> {
  return answering(await launchNeo4j(lineName, options));
}

/** Waits until Bolt answers. */
async function answering(server: Neo4jServer): Promise<Neo4jServer> {
  try {
    return { ...server, version: await waitForBolt(server) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
