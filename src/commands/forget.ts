import type { Config } from '../config.ts';
import { type ExitCode, exitCode } from './command-error.ts';
import { forgetOwned, loadSummary } from './load-seeds.ts';
import { storePlace, withStore } from './open-store.ts';

interface ForgetOptions {
  /** Even where that removes more than half of the graph. */
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Withdraws a data set from the configured store, and prints the removals. */
export async function forget(
  config: Config,
  dataset: string,
  { yes = false, dryRun = false, json = false }: ForgetOptions,
): Promise<ExitCode> {
  const place = storePlace(config);
  return withStore(config, async (store) => {
    const report = await forgetOwned(store, { dataset, mayRemoveMost: yes, dryRun });
    process.stdout.write(
      json
        ? `${JSON.stringify({ store: store.name, place, dryRun, ...report }, null, 2)}\n`
        : `${store.name}, ${place}: ${loadSummary(report, dryRun)} (graph revision ${report.revision})\n`,
    );
    return exitCode.ok;
  });
}
