import type { Config } from '../config.ts';
import { formatProblems } from '../exchange/seed-problems.ts';
import { type StatementStream, streamOf } from '../exchange/statement-stream.ts';
import { linksOf, type PointerTally } from '../exchange/wordnet/links.ts';
import { readWordNet } from '../exchange/wordnet/read-wordnet.ts';
import { wordNetStatements } from '../exchange/wordnet/wordnet-statements.ts';
import { CommandError, type ExitCode, exitCode } from './command-error.ts';
import { loadOwned, loadSummary } from './load-seeds.ts';
import { storePlace, withStore } from './open-store.ts';
import { showProgress, showReading } from './progress.ts';
import { shownPath } from './shown-path.ts';

interface ImportOptions {
  readonly prune?: boolean;
  /** Whether it may remove more than half of the graph. */
  readonly yes?: boolean;
  /** Prints the changes without writing them. */
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * Loads the WordNet in a folder of data files into the configured store, and prints the changes.
 */
export async function importWordNet(
  config: Config,
  directory: string,
  { prune = false, yes = false, dryRun = false, json = false }: ImportOptions,
): Promise<ExitCode> {
  const { stream, ...found } = await statementsIn(directory);
  const place = storePlace(config);
  return withStore(config, async (store) => {
    const onProgress = json ? undefined : showProgress(process.stderr);
    const onRead = json ? undefined : showReading(process.stderr);
    const dataset = `wordnet-${found.wordnet}`;
    const options = { dataset, prune, mayRemoveMost: yes, dryRun, onProgress, onRead };
    const report = await loadOwned(store, stream, options);
    process.stdout.write(
      json
        ? `${JSON.stringify({ store: store.name, place, dryRun, ...found, ...report }, null, 2)}\n`
        : `WordNet ${found.wordnet}: ${found.synsets} synsets; ${pointerSummary(found.pointers)}\n${store.name}, ${place}: ${loadSummary(report, dryRun)} (graph revision ${report.revision})\n`,
    );
    return exitCode.ok;
  });
}

interface Found {
  /** The version of WordNet. */
  readonly wordnet: string;
  readonly synsets: number;
  readonly pointers: PointerTally;
  readonly stream: StatementStream;
}

/** Reads a WordNet. Its records are made while they are loaded. */
async function statementsIn(directory: string): Promise<Found> {
  const reading = await readWordNet(shownPath(directory));
  if (!reading.ok) {
    const message = `this WordNet has errors, so nothing was loaded\n\n${formatProblems(reading.problems)}`;
    throw new CommandError(exitCode.problems, message);
  }
  const { release, synsets } = reading.wordnet;
  const { links, tally } = linksOf(synsets);
  return {
    wordnet: release.version,
    synsets: synsets.size,
    pointers: tally,
    stream: streamOf(wordNetStatements(reading.wordnet, links)),
  };
}

/** The counts of the pointers, in one line. */
function pointerSummary(tally: PointerTally): string {
  const { read, relations, mirrored, repeated, toItself, closingCycles, alreadyBroader } = tally;
  const byType = Object.entries(relations).map(([type, count]) => `${count} ${type}`);
  const total = Object.values(relations).reduce((sum, count) => sum + count, 0);
  return [
    `of ${read.semantic + read.lexical} pointers (${read.semantic} between synsets, ${read.lexical} between words)`,
    `${total} made a relation (${byType.join(', ')}),`,
    `${mirrored} were the inverse of one, ${repeated} were duplicates,`,
    `${toItself} pointed to their own synset,`,
    `${closingCycles} would have closed a cycle,`,
    `${alreadyBroader} related a synset to one that is already broader`,
  ].join(' ');
}
