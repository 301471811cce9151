import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LineName } from '../../test/neo4j/lines.ts';
import { startNeo4j } from '../../test/neo4j/server.ts';
import type { Place } from '../texts/place.ts';
import type { Asked } from './ask.ts';
import type { PeerAsked } from './ask-peer.ts';

export interface ScaleOptions {
  /** The numbers of models in embedded files. */
  readonly embedded: readonly number[];
  /** The numbers of models in a Neo4j. */
  readonly neo4j: readonly number[];
  readonly line: LineName;
  /** The heap limit of each process, in megabytes. */
  readonly heapMegabytes: number;
  readonly log: (text: string) => void;
}

export interface ScaleResult {
  readonly store: Place['store'];
  readonly models: number;
  readonly entities: number;
  readonly relations: number;
  readonly claims: number;
  readonly classes: number;
  readonly readSeconds: number;
  readonly loadSeconds: number;
  /** The processor seconds of all threads of the loader. They hardly depend on other processes. */
  readonly loadProcessorSeconds: number;
  readonly loadPeakBytes: number;
  /** The bytes of each table of the file with its indexes; empty for a Neo4j. */
  readonly tables: Readonly<Record<string, number>>;
  readonly diskBytes: number;
  readonly startSeconds: number;
  readonly servedBytes: number;
  readonly asked: readonly Asked[];
  /** What the peer took for those that it has; empty for an embedded file. */
  readonly peer: readonly PeerAsked[];
}

/**
 * Loads hubs of several sizes into both stores and measures every operation. Each step has its own
 * process.
 */
export async function runScale(options: ScaleOptions): Promise<readonly ScaleResult[]> {
  const results: ScaleResult[] = [];
  for (const models of options.embedded) results.push(await onEmbedded(models, options));
  for (const models of options.neo4j) results.push(await onNeo4j(models, options));
  return results;
}

async function onEmbedded(models: number, options: ScaleOptions): Promise<ScaleResult> {
  const folder = await mkdtemp(join(tmpdir(), 'glossgraph-bench-scale-'));
  try {
    const file = join(folder, 'hub.db');
    const bytes = async () => (await stat(file)).size;
    return await measure(models, { store: 'embedded', file }, bytes, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onNeo4j(models: number, options: ScaleOptions): Promise<ScaleResult> {
  const { line, log } = options;
  log(`starting Neo4j ${line}`);
  const server = await startNeo4j(line, { tuning: 'throughput', heap: '1g', pageCache: '512m' });
  try {
    const { uri, user, password } = server;
    // The data of a Neo4j is beside its log.
    const data = join(dirname(server.started.log), 'data', 'databases');
    const bytes = async () => {
      const { stdout } = await promisify(execFile)('du', ['-sk', data]);
      return Number(stdout.split('\t')[0]) * 1024;
    };
    return await measure(models, { store: 'neo4j', uri, user, password }, bytes, options);
  } finally {
    await server.stop();
  }
}

async function measure(
  models: number,
  place: Place,
  bytes: () => Promise<number>,
  options: ScaleOptions,
): Promise<ScaleResult> {
  options.log(`${place.store}: loading ${models} models`);
  const loaded = (await child('load', place, models, options)) as {
    sizes: { entities: number; relations: number; claims: number };
    classes: number;
    readSeconds: number;
    seconds: number;
    peakBytes: number;
    processorSeconds: number;
    tables: Readonly<Record<string, number>>;
  };
  const diskBytes = await bytes();
  options.log(`${place.store}: asking ${models} models`);
  const served = (await child('ask', place, models, options)) as {
    startSeconds: number;
    residentBytes: number;
    asked: readonly Asked[];
    peer: readonly PeerAsked[];
  };
  const { entities, relations, claims } = loaded.sizes;
  return {
    ...{ store: place.store, models, entities, relations, claims, classes: loaded.classes },
    readSeconds: loaded.readSeconds,
    loadSeconds: loaded.seconds,
    loadProcessorSeconds: loaded.processorSeconds,
    loadPeakBytes: loaded.peakBytes,
    tables: loaded.tables,
    diskBytes,
    startSeconds: served.startSeconds,
    servedBytes: served.residentBytes,
    asked: served.asked,
    peer: served.peer,
  };
}

async function child(
  step: 'load' | 'ask',
  place: Place,
  models: number,
  { heapMegabytes }: ScaleOptions,
): Promise<unknown> {
  const script = fileURLToPath(new URL(`./${step}-child.ts`, import.meta.url));
  const heap = `--max-old-space-size=${heapMegabytes}`;
  const args = [heap, '--import', 'tsx', script, JSON.stringify(place), String(models)];
  const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  started.stdout.on('data', (data: Buffer) => {
    printed += data;
  });
  const [code] = await once(started, 'close');
  if (code !== 0) throw new Error(`${step} ended with ${code}`);
  return JSON.parse(printed);
}
