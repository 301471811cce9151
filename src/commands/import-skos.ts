import type { Config } from '../config.ts';
import { knownTermsIn } from '../exchange/rdf/import/known-terms.ts';
import { importRdf, type RdfImport } from '../exchange/rdf/import/rdf-import.ts';
import {
  formatRdfProblems,
  type RdfProblem,
  UnreadableRdf,
} from '../exchange/rdf/read/rdf-problem.ts';
import { type RdfReading, readRdfFiles } from '../exchange/rdf/read/read-files.ts';
import { CommandError, type ExitCode, exitCode } from './command-error.ts';
import { loadOwned, loadSummary } from './load-seeds.ts';
import { storePlace, withStore } from './open-store.ts';
import { showProgress } from './progress.ts';
import { shownPath } from './shown-path.ts';

interface ImportOptions {
  /** The name of the data set. By default, it is made from the content of the files. */
  readonly name?: string;
  /** The preferred language of names. */
  readonly language?: string;
  /** Prints the changes without writing them. */
  readonly dryRun?: boolean;
  /** Whether it may remove more than half of the data set's entities. */
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * Loads SKOS vocabularies, or an export of ours, into the configured store as one data set. Prints
 * the changes, and what could not be imported. If a file has an error, nothing is loaded.
 */
export async function importSkos(
  config: Config,
  files: readonly string[],
  { name, language, dryRun = false, yes = false, json = false }: ImportOptions,
): Promise<ExitCode> {
  const reading = await readOrRefuse(files.map(shownPath));
  const place = storePlace(config);
  return withStore(config, async (store) => {
    const known = knownTermsIn(store, config.publicUrl);
    const imported = await importRdf(reading, {
      ...{ known, language: language ?? null, dataset: name ?? null },
    });
    const { statements, problems, found } = imported;
    if (statements === null) throw refusal(problems);
    if (!json && problems.length > 0) process.stderr.write(`${formatRdfProblems(problems)}\n`);
    const report = await loadOwned(store, statements, {
      ...{ dataset: imported.dataset, dryRun, mayRemoveMost: yes },
      onProgress: json ? undefined : showProgress(process.stderr),
    });
    const noPlace = Object.fromEntries(imported.noPlace);
    process.stdout.write(
      json
        ? `${JSON.stringify({ store: store.name, place, dataset: imported.dataset, dryRun, statements: reading.statements, found, noPlace, problems, ...report }, null, 2)}\n`
        : `${foundSummary(reading, imported)}\n${store.name}, ${place}, data set ${imported.dataset}: ${loadSummary(report, dryRun)} (graph revision ${report.revision})\n`,
    );
    return exitCode.ok;
  });
}

async function readOrRefuse(files: readonly string[]): Promise<RdfReading> {
  try {
    return await readRdfFiles(files);
  } catch (error) {
    if (!(error instanceof UnreadableRdf)) throw error;
    throw refusal([error.problem]);
  }
}

function refusal(problems: readonly RdfProblem[]): CommandError {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const warnings = problems.length - errors.length;
  const more = warnings === 0 ? '' : `\n\nThere are ${counted(warnings, 'warning')} besides.`;
  const head = `${counted(errors.length, 'error')}, so nothing was loaded`;
  return new CommandError(exitCode.problems, `${head}\n\n${formatRdfProblems(errors)}${more}`);
}

/** The counts of things read, and of things that could not be imported. */
function foundSummary({ statements }: RdfReading, { found, noPlace }: RdfImport): string {
  const { concepts, schemes, entities } = found;
  const parts = [
    ...(concepts > 0 ? [`${concepts} concepts in ${schemes} schemes`] : []),
    ...(entities > 0 ? [`${entities} entities of an export`] : []),
  ];
  const lines = [`${statements} statements: ${parts.join(', ')}`];
  if (noPlace.size > 0) {
    const named = [...noPlace].sort(([, one], [, other]) => other - one);
    lines.push(`No place here: ${named.map(([what, count]) => `${what} (${count})`).join(', ')}`);
  }
  return lines.join('\n');
}
