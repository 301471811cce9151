import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';
import { exportGraph } from '../exchange/rdf/export-graph.ts';
import { type ExportFormat, exportFormatNames, exportFormats } from '../exchange/rdf/formats.ts';
import { type GraphStore, StoreError } from '../store/graph-store.ts';
import { CommandError, type ExitCode, exitCode, reasonOf } from './command-error.ts';
import { withStore } from './open-store.ts';
import { serveSeeds } from './serve-seeds.ts';

interface ExportOptions {
  readonly format?: string;
  /** The file to write; standard output by default. */
  readonly output?: string;
}

/** Writes the whole graph of the configured store to a file, or to standard output. */
export async function exportAll(config: Config, options: ExportOptions): Promise<ExitCode> {
  const format = formatOf(options);
  return withStore(config, async (store) => {
    // An empty embedded store first gets the seeds, as in `serve`.
    if (config.neo4j === null && (await store.revision()) === 0) await serveSeeds(store, config);
    const before = await store.state();
    const text = exportGraph(store, config.publicUrl, format);
    const { output } = options;
    if (output === undefined) await pipeline(Readable.from(text), process.stdout, { end: false });
    else await writeWhole(output, text);
    await warnOfChange(store, before);
    return exitCode.ok;
  });
}

/** The given format, otherwise the one that the suffix of the file means. */
function formatOf({ format, output = '' }: ExportOptions): ExportFormat {
  const named = exportFormatNames.find((name) => name === format);
  if (named !== undefined) return named;
  if (format !== undefined) {
    const message = `--format: expected ${exportFormatNames.join(', ')}, not "${format}"`;
    throw new CommandError(exitCode.usage, message);
  }
  const suffix = extname(output).slice(1);
  return exportFormatNames.find((name) => exportFormats[name].suffix === suffix) ?? 'turtle';
}

/** The file appears when it is complete, and not before. */
async function writeWhole(file: string, text: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await pipeline(Readable.from(text), createWriteStream(partial));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof StoreError) throw error;
    throw new CommandError(exitCode.cannotWrite, `${file} cannot be written: ${reasonOf(error)}`);
  }
}

/** An export takes some time. Writes of other processes meanwhile may be missing from it. */
async function warnOfChange(
  store: GraphStore,
  before: Awaited<ReturnType<GraphStore['state']>>,
): Promise<void> {
  const after = await store.state();
  if (after.revision === before.revision && after.changedAt === before.changedAt) return;
  process.stderr.write(
    `glossgraph: the graph changed while it was exported, from revision ${before.revision} to ${after.revision}\n`,
  );
}
