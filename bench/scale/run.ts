import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageTime } from './first-pages.ts';

export interface ScaleOptions {
  /** Numbers of models. */
  readonly sizes: readonly number[];
  /** Megabytes that a process may have for objects. */
  readonly heapMegabytes: number;
  readonly log: (text: string) => void;
}

export interface ScaleResult {
  readonly models: number;
  readonly entities: number;
  readonly relations: number;
  readonly claims: number;
  readonly readSeconds: number;
  readonly loadSeconds: number;
  /** Of processors, all threads together: what a busy machine does not change. */
  readonly loadProcessorSeconds: number;
  readonly loadPeakBytes: number;
  /** Bytes of each table of the file with its indexes. */
  readonly tables: Readonly<Record<string, number>>;
  readonly diskBytes: number;
  readonly startSeconds: number;
  readonly servedBytes: number;
  readonly pages: readonly PageTime[];
}

/** Loads hubs of several sizes into files and reads from them, each step in a process of its own. */
export async function runScale(options: ScaleOptions): Promise<readonly ScaleResult[]> {
  const results: ScaleResult[] = [];
  for (const models of options.sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'glossgraph-bench-scale-'));
    try {
      results.push(await measure(models, join(folder, 'hub.db'), options));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return results;
}

async function measure(models: number, file: string, options: ScaleOptions): Promise<ScaleResult> {
  options.log(`loading ${models} models`);
  const loaded = (await child(['load', file, String(models)], options)) as {
    sizes: { entities: number; relations: number; claims: number };
    readSeconds: number;
    seconds: number;
    peakBytes: number;
    processorSeconds: number;
    tables: Readonly<Record<string, number>>;
  };
  const { size } = await stat(file);
  options.log(`reading from ${models} models`);
  const served = (await child(['serve', file, String(models)], options)) as {
    startSeconds: number;
    residentBytes: number;
    pages: readonly PageTime[];
  };
  return {
    models,
    ...loaded.sizes,
    readSeconds: loaded.readSeconds,
    loadSeconds: loaded.seconds,
    loadProcessorSeconds: loaded.processorSeconds,
    loadPeakBytes: loaded.peakBytes,
    tables: loaded.tables,
    diskBytes: size,
    startSeconds: served.startSeconds,
    servedBytes: served.residentBytes,
    pages: served.pages,
  };
}

async function child(args: readonly string[], { heapMegabytes }: ScaleOptions): Promise<unknown> {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const started = spawn(
    process.execPath,
    [`--max-old-space-size=${heapMegabytes}`, '--import', 'tsx', script, ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  started.stdout.on('data', (data: Buffer) => {
    printed += data;
  });
  const [code] = await once(started, 'close');
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return JSON.parse(printed);
}
