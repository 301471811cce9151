import { type CheckedSeeds, checkSeeds } from '../exchange/checks/seed-check.ts';
import {
  forgetDataset,
  type LoadOptions,
  type LoadReport,
  loadStream,
  otherDatasets,
  RemovesMost,
  seedsDataset,
  UnfitStatements,
  UnknownDataset,
} from '../exchange/load/load.ts';
import { formatProblems } from '../exchange/seed-problems.ts';
import { readSeedFolders } from '../exchange/seeds/seed-reader.ts';
import { seedStatements } from '../exchange/seeds/seed-statements.ts';
import { type StatementStream, streamOf } from '../exchange/statement-stream.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { CommandError, exitCode } from './command-error.ts';
import { shownPath } from './shown-path.ts';

/**
 * Reads the seeds of directories and checks them together. Problems name files relative to the
 * current directory.
 */
export async function readCheckedSeeds(directories: readonly string[]): Promise<CheckedSeeds> {
  return checkSeeds(await readSeedFolders(directories.map(shownPath)));
}

type Options = Omit<LoadOptions, 'dataset'> & {
  /** Whether to withdraw all other data sets afterwards. */
  readonly prune?: boolean | undefined;
};

/** Loads the seeds of directories into a store, unless it has them already. */
export async function loadSeeds(
  store: GraphStore,
  directories: readonly string[],
  options: Options = {},
): Promise<LoadReport> {
  const checked = await readCheckedSeeds(directories);
  if (!checked.ok) {
    const message = `the seeds have errors, so nothing was loaded\n\n${formatProblems(checked.problems)}`;
    throw new CommandError(exitCode.problems, message);
  }
  // One transaction if the store allows it, so that no reader sees half of a graph.
  const batchSize = store.writesWhole ? Number.MAX_SAFE_INTEGER : undefined;
  const stream = streamOf(seedStatements(checked.index));
  return loadOwned(store, stream, { batchSize, ...options, dataset: seedsDataset });
}

/**
 * Loads the statements of a data set. A failure becomes an error with advice. With `prune`, all
 * other data sets are withdrawn afterwards.
 */
export async function loadOwned(
  store: GraphStore,
  stream: StatementStream,
  { prune = false, ...options }: Options & Pick<LoadOptions, 'dataset'>,
): Promise<LoadReport> {
  return saying(async () => {
    const { mayRemoveMost = true, dryRun = false } = options;
    const refusal = prune && !mayRemoveMost ? await pruneRefusal(store, options.dataset) : null;
    if (refusal !== null && !dryRun) throw refusal;
    let report = await loadStream(store, stream, options);
    if (refusal !== null) report = { ...report, refusal: refusal.message };
    for (const dataset of prune ? await otherDatasets(store, options.dataset) : []) {
      report = together(
        report,
        await forgetDataset(store, { ...options, mayRemoveMost: true, dataset }),
      );
    }
    return report;
  });
}

/** An error if withdrawing all other data sets would remove more than half of the graph. */
async function pruneRefusal(store: GraphStore, name: string): Promise<RemovesMost | null> {
  const { entities } = await store.held.totals();
  let removed = 0;
  for (const dataset of await otherDatasets(store, name)) {
    removed += (await forgetDataset(store, { dataset, dryRun: true })).entities.removed;
  }
  return removed * 2 > entities ? new RemovesMost(removed, entities) : null;
}

/** Withdraws a data set. */
export function forgetOwned(store: GraphStore, options: LoadOptions): Promise<LoadReport> {
  return saying(() => forgetDataset(store, options));
}

async function saying(load: () => Promise<LoadReport>): Promise<LoadReport> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof RemovesMost) {
      throw new CommandError(
        exitCode.usage,
        `${error.message}, so nothing was changed; use --yes to do it anyway`,
      );
    }
    if (error instanceof UnknownDataset) throw new CommandError(exitCode.usage, error.message);
    if (error instanceof UnfitStatements) {
      throw new CommandError(exitCode.problems, `${error.message}; nothing was loaded`);
    }
    throw error;
  }
}

/** The sum of two loads, one after the other. */
function together(first: LoadReport, then: LoadReport): LoadReport {
  const sums = things.map((thing) => {
    const [one, other] = [first[thing], then[thing]];
    const added = one.added + other.added;
    const changed = one.changed + other.changed;
    const removed = one.removed + other.removed;
    return [thing, { ...one, added, changed, removed, kept: other.kept }];
  });
  return { ...first, ...Object.fromEntries(sums), revision: then.revision };
}

const things = ['entities', 'relations', 'claims', 'sources', 'disagreements'] as const;

/** The changes of a load, or those it would make, in one line. */
export function loadSummary(report: LoadReport, dryRun = false): string {
  const parts = things.flatMap((thing) => {
    const { added, changed, removed } = report[thing];
    const counts = { added, changed, removed };
    const said = Object.entries(counts).flatMap(([what, count]) =>
      count === 0 ? [] : [`${count} ${what}`],
    );
    return said.length === 0 ? [] : [`${thing}: ${said.join(', ')}`];
  });
  const said = parts.length === 0 ? nothing : parts.join('; ');
  const summary = `${said}${keptSummary(report.entities.kept)}`;
  if (!dryRun) return summary;
  const { refusal } = report;
  const needs = refusal === undefined ? '' : `; it needs --yes: ${refusal}`;
  return `nothing was written; there would be ${summary}${needs}`;
}

const nothing = 'nothing to change';

/** The same for a store that already has the seeds. */
export function unchangedSummary(kept: number): string {
  return `${nothing}${keptSummary(kept)}`;
}

function keptSummary(kept: number): string {
  if (kept === 0) return '';
  return `; ${kept} ${kept === 1 ? 'entity' : 'entities'} from elsewhere kept`;
}
