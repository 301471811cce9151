import { seedsToDataset } from '../exchange/dataset.ts';
import { type DatasetReading, readingOf } from '../exchange/dataset-reading.ts';
import { type LoadOptions, type LoadReport, loadReading, RemovesMost } from '../exchange/load.ts';
import { type CheckedSeeds, checkSeeds } from '../exchange/seed-check.ts';
import { formatProblems } from '../exchange/seed-problems.ts';
import { readSeeds } from '../exchange/seed-reader.ts';
import { readStatements, UnfitStatements } from '../exchange/spooled-dataset.ts';
import type { StatementStream } from '../exchange/statement-stream.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { CommandError, exitCode } from './command-error.ts';
import { shownPath } from './shown-path.ts';

/** Reads and checks the seeds of a directory; problems name files as seen from here. */
export async function readCheckedSeeds(directory: string): Promise<CheckedSeeds> {
  return checkSeeds(await readSeeds(shownPath(directory)));
}

/** Loads the seeds of a directory into a store, unless it holds them already. */
export async function loadSeeds(
  store: GraphStore,
  directory: string,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const checked = await readCheckedSeeds(directory);
  if (!checked.ok) {
    const message = `the seeds have errors, so nothing was loaded\n\n${formatProblems(checked.problems)}`;
    throw new CommandError(exitCode.problems, message);
  }
  // One transaction where the store can, so that nobody reads half of a graph.
  const batchSize = store.writesWhole ? Number.MAX_SAFE_INTEGER : undefined;
  return loadOrRefuse(store, readingOf(seedsToDataset(checked)), { batchSize, ...options });
}

/** Loads what an importer states, entity by entity, in memory that does not grow with it. */
export async function loadStream(
  store: GraphStore,
  stream: StatementStream,
  options: LoadOptions & { readonly onRead?: ((entities: number) => void) | undefined },
): Promise<LoadReport> {
  const { Spool } = await import('../store/embedded/spool.ts');
  const spool = new Spool();
  try {
    return await loadOrRefuse(store, await readStatements(stream, spool, options.onRead), options);
  } catch (error) {
    if (!(error instanceof UnfitStatements)) throw error;
    throw new CommandError(exitCode.problems, `${error.message}; nothing was loaded`);
  } finally {
    spool.close();
  }
}

/** Loads a dataset. If that would remove most of the graph, the error says how to do it anyway. */
async function loadOrRefuse(
  store: GraphStore,
  reading: DatasetReading,
  options: LoadOptions,
): Promise<LoadReport> {
  try {
    return await loadReading(store, reading, options);
  } catch (error) {
    if (!(error instanceof RemovesMost)) throw error;
    throw new CommandError(exitCode.usage, `${error.message}; use --yes to do it anyway`);
  }
}

const things = ['entities', 'relations', 'claims', 'sources', 'disagreements'] as const;

/** What a load did, in one line. */
export function loadSummary(report: LoadReport): string {
  const parts = things.flatMap((thing) => {
    const { added, changed, removed } = report[thing];
    const counts = { added, changed, removed };
    const said = Object.entries(counts).flatMap(([what, count]) =>
      count === 0 ? [] : [`${count} ${what}`],
    );
    return said.length === 0 ? [] : [`${thing}: ${said.join(', ')}`];
  });
  const said = parts.length === 0 ? nothing : parts.join('; ');
  return `${said}${keptSummary(report.entities.kept)}`;
}

const nothing = 'nothing to change';

/** The same for a store that holds the seeds already. */
export function unchangedSummary(kept: number): string {
  return `${nothing}${keptSummary(kept)}`;
}

function keptSummary(kept: number): string {
  if (kept === 0) return '';
  return `; ${kept} ${kept === 1 ? 'entity' : 'entities'} from elsewhere kept`;
}
