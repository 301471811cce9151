import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LineName } from '../../test/neo4j/lines.ts';
import { startNeo4j } from '../../test/neo4j/server.ts';
import type { Asked } from './ask.ts';
import { changesOf, hubModels } from './hub-models.ts';
import { openStore, type Place } from './place.ts';

const run = promisify(execFile);

export interface TextsOptions {
  readonly embedded: readonly number[];
  readonly neo4j: readonly number[];
  readonly line: LineName;
  readonly log: (text: string) => void;
}

/** The cost of texts at one size. */
export interface TextsAtSize {
  readonly store: Place['store'];
  readonly models: number;
  readonly loadSeconds: number;
  /** The size of the file; null where a server stores the data. */
  readonly bytes: number | null;
  readonly asked: Asked;
}

/** Fills stores with the models of a hub, and searches each from its own process. */
export async function runTexts(options: TextsOptions): Promise<readonly TextsAtSize[]> {
  const results: TextsAtSize[] = [];
  for (const models of options.embedded) results.push(await onEmbedded(models, options.log));
  for (const models of options.neo4j) results.push(await onNeo4j(models, options));
  return results;
}

async function onEmbedded(models: number, log: TextsOptions['log']): Promise<TextsAtSize> {
  const folder = await mkdtemp(join(tmpdir(), 'glossgraph-texts-'));
  try {
    const file = join(folder, 'graph.db');
    const result = await measure({ store: 'embedded', file }, models, log);
    return { ...result, bytes: (await stat(file)).size };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function onNeo4j(models: number, { line, log }: TextsOptions): Promise<TextsAtSize> {
  const server = await startNeo4j(line, { tuning: 'throughput', heap: '1g', pageCache: '512m' });
  try {
    const { uri, user, password } = server;
    return await measure({ store: 'neo4j', uri, user, password }, models, log);
  } finally {
    await server.stop();
  }
}

async function measure(
  place: Place,
  models: number,
  log: TextsOptions['log'],
): Promise<TextsAtSize> {
  const loadSeconds = await fill(place, models);
  log(`${place.store}: ${models} models written in ${loadSeconds.toFixed(0)} s`);
  const script = fileURLToPath(new URL('./ask.ts', import.meta.url));
  const args = ['--import', 'tsx', script, JSON.stringify(place), String(models)];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 26 });
  log(`${place.store}: ${models} models asked`);
  const asked = JSON.parse(stdout) as Asked;
  return { store: place.store, models, loadSeconds, bytes: null, asked };
}

async function fill(place: Place, models: number): Promise<number> {
  const store = await openStore(place);
  const begun = performance.now();
  for (const change of changesOf(hubModels(models))) await store.write(change);
  const seconds = (performance.now() - begun) / 1000;
  await store.close();
  return seconds;
}
