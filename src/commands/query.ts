import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Config } from '../config.ts';
import { createLocalGraphql } from '../server/local-graphql.ts';
import { createLogger } from '../server/logger.ts';
import { createServedGraph } from '../server/served-graph.ts';
import { CommandError, type ExitCode, exitCode, reasonOf } from './command-error.ts';
import { withStore } from './open-store.ts';
import { serveSeeds } from './serve-seeds.ts';

interface QueryOptions {
  /** The file with the document; "-" means stdin. */
  readonly file?: string;
  /** A JSON object. */
  readonly variables?: string;
  readonly operation?: string;
}

/** Runs a query against the configured store and prints the answer as JSON. */
export async function query(
  config: Config,
  document: string | undefined,
  options: QueryOptions,
): Promise<ExitCode> {
  const request = {
    query: await documentOf(document, options.file),
    ...(options.variables !== undefined && { variables: variablesOf(options.variables) }),
    ...(options.operation !== undefined && { operationName: options.operation }),
  };
  return withStore(config, async (store) => {
    // An empty embedded store first gets the seeds, as in `serve`.
    if (config.neo4j === null) {
      if ((await store.revision()) === 0) await serveSeeds(store, config);
      // A store that cannot be read fails the command, and not only one field.
      await store.read([{ kind: 'graph' }]);
    }
    const graph = createServedGraph(store, config);
    const logger = createLogger(config.logLevel);
    const local = createLocalGraphql({ ...config, graph, logger, answerCacheBytes: 0 });
    const answer = await local.execute(request);
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return answer.errors === undefined ? exitCode.ok : exitCode.problems;
  });
}

async function documentOf(document: string | undefined, file: string | undefined): Promise<string> {
  if ((document === undefined) === (file === undefined)) {
    throw new CommandError(exitCode.usage, 'expected a document, or --file with one');
  }
  if (file === undefined) return document ?? '';
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(exitCode.usage, `--file: cannot be read: ${reasonOf(error)}`);
  }
}

function variablesOf(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
  } catch {
    // The error below reports it.
  }
  throw new CommandError(exitCode.usage, '--variables: expected a JSON object');
}
