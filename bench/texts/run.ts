import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { Asked } from './ask.ts';
import { changesOf, hubModels } from './hub-models.ts';

const run = promisify(execFile);

export interface TextsOptions {
  readonly sizes: readonly number[];
  readonly log: (text: string) => void;
}

/** What texts cost at one size. */
export interface TextsAtSize {
  readonly models: number;
  readonly loadSeconds: number;
  readonly bytes: number;
  readonly asked: Asked;
}

/** Fills files with models of a hub, and asks each from a process of its own. */
export async function runTexts({ sizes, log }: TextsOptions): Promise<readonly TextsAtSize[]> {
  const folder = await mkdtemp(join(tmpdir(), 'glossgraph-texts-'));
  try {
    const results: TextsAtSize[] = [];
    for (const models of sizes) {
      const file = join(folder, `${models}.db`);
      const loadSeconds = await fill(file, models);
      log(`${models} models: written in ${loadSeconds.toFixed(0)} s`);
      const script = fileURLToPath(new URL('./ask.ts', import.meta.url));
      const args = ['--import', 'tsx', script, file, String(models)];
      const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 26 });
      const { size: bytes } = await stat(file);
      results.push({ models, loadSeconds, bytes, asked: JSON.parse(stdout) as Asked });
      log(`${models} models: asked`);
      await rm(file);
    }
    return results;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function fill(file: string, models: number): Promise<number> {
  const store = createEmbeddedStore({ file });
  await store.open();
  const begun = performance.now();
  for (const change of changesOf(hubModels(models))) await store.write(change);
  const seconds = (performance.now() - begun) / 1000;
  await store.close();
  return seconds;
}
