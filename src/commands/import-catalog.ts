import type { Config } from '../config.ts';
import { type CatalogFormat, type CatalogImport, readCatalog } from '../exchange/read-catalog.ts';
import { formatProblems } from '../exchange/seed-problems.ts';
import { isPartialDate } from '../ontology/partial-date.ts';
import { shownText } from '../ontology/plain-text.ts';
import { CommandError, type ExitCode, exitCode } from './command-error.ts';
import { loadOwned, loadSummary } from './load-seeds.ts';
import { storePlace, withStore } from './open-store.ts';
import { showProgress } from './progress.ts';
import { shownPath } from './shown-path.ts';

interface ImportOptions {
  /** The name of the data set. */
  readonly name?: string;
  readonly asOf?: string;
  readonly dryRun?: boolean;
  /** Whether it may remove more than half of the data set's entities. */
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Loads a catalog into the configured store as a separate data set, and prints the changes. */
export async function importCatalog(
  config: Config,
  format: CatalogFormat,
  path: string,
  { name, asOf, dryRun = false, yes = false, json = false }: ImportOptions,
): Promise<ExitCode> {
  if (asOf !== undefined && !isPartialDate(asOf)) {
    const message = `--as-of: expected a date as YYYY, YYYY-MM or YYYY-MM-DD, not "${asOf}"`;
    throw new CommandError(exitCode.usage, message);
  }
  if (name !== undefined && !/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(name)) {
    const message = `--name: expected lower-case letters and digits, joined by "." or "-", not "${name}"`;
    throw new CommandError(exitCode.usage, message);
  }
  const place = storePlace(config);
  return withStore(config, async (store) => {
    const options = { name: name ?? null, asOf: asOf ?? null };
    const reading = await readCatalog(store, format, shownPath(path), options);
    if (!reading.ok) {
      const message = `this cannot be imported, so nothing was loaded\n\n${formatProblems(reading.problems)}`;
      throw new CommandError(exitCode.problems, message);
    }
    const { stream, ...found } = reading.value;
    const report = await loadOwned(store, stream, {
      dataset: found.dataset,
      dryRun,
      mayRemoveMost: yes,
      onProgress: json ? undefined : showProgress(process.stderr),
    }).finally(() => stream.close());
    process.stdout.write(
      json
        ? `${JSON.stringify({ store: store.name, place, dryRun, ...found, ...report }, null, 2)}\n`
        : `${summaryOf(found)}\n${store.name}, ${place}: ${loadSummary(report, dryRun)} (graph revision ${report.revision})\n`,
    );
    return exitCode.ok;
  });
}

const shownNames = 10;

/** The counts of things read, known, new and left out. */
function summaryOf(found: Omit<CatalogImport, 'stream'>): string {
  const { dataset, read, known, added, leftOut } = found;
  const lines = [
    `${dataset}: ${read} read; ${known.count} of them known here, ${added.count} new`,
    ...(added.count === 0 ? [] : [`  new: ${some(added.slugs)}`]),
    ...(known.count === 0 ? [] : [`  known: ${some(known.slugs)}`]),
    ...(leftOut.length === 0 ? [] : ['left out:']),
    ...leftOut.map(({ what, count, examples }) => {
      return `  ${count} × ${what}${examples.length === 0 ? '' : `, such as ${some(examples, 3)}`}`;
    }),
  ];
  return lines.map(shownText).join('\n');
}

function some(names: readonly string[], most = shownNames): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} …` : shown;
}
