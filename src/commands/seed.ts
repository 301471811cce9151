import type { Config } from '../config.ts';
import { type ExitCode, exitCode } from './command-error.ts';
import { loadSeeds, loadSummary } from './load-seeds.ts';
import { storePlace, withStore } from './open-store.ts';
import { showProgress } from './progress.ts';

interface SeedOptions {
  readonly prune?: boolean;
  /** Whether it may remove more than half of the graph. */
  readonly yes?: boolean;
  /** Prints the changes without writing them. */
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Loads the seeds into the configured store, and prints the changes. */
export async function seed(
  config: Config,
  directories: readonly string[],
  { prune = false, yes = false, dryRun = false, json = false }: SeedOptions,
): Promise<ExitCode> {
  const place = storePlace(config);
  return withStore(config, async (store) => {
    const onProgress = json ? undefined : showProgress(process.stderr);
    const options = { prune, mayRemoveMost: yes, dryRun, onProgress };
    const report = await loadSeeds(store, directories, options);
    process.stdout.write(
      json
        ? `${JSON.stringify({ store: store.name, place, dryRun, ...report }, null, 2)}\n`
        : `${store.name}, ${place}: ${loadSummary(report, dryRun)} (graph revision ${report.revision})\n`,
    );
    return exitCode.ok;
  });
}
