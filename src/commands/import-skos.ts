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
  /** The name of the data set; by what the files describe unless given. */
  readonly name?: string;
  /** The language of names where there is a choice. */
  readonly language?: string;
  /** Say what would come, change and go, and write nothing. */
  readonly dryRun?: boolean;
  /** Even where more than half of the data set goes. */
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Things in one transaction: enough that a server is not kept busy by transactions alone. */
const batchSize = 5000;

/**
 * Loads vocabularies in SKOS, or an export of ours, into the configured store, as one data set; says what
 * changed and what has no place here. Files with an error load nothing.
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
      ...{ dataset: imported.dataset, dryRun, mayRemoveMost: yes || dryRun, batchSize },
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

/** What the files hold, and what of it has no place here. */
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
