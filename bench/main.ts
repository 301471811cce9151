/**
 * Runs a measurement and prints its report: `npm run bench -- NAME`.
 *
 * - serving, explore: this server compared with others
 * - licensing: verdicts on uses
 * - license-resolver: precision and recall of texts resolved to licenses
 * - pages: pages for people
 * - texts: the cost of search as the number of models grows
 * - faults: faults and hostile load
 * - scale: loads, memory and every operation on a hub of many models
 *
 * --quick is a check of a few minutes that everything works. --write also writes the report to
 * bench/results.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isLineName, LINE_NAMES } from '../test/neo4j/lines.ts';
import { fullExplore, quickExplore } from './explore/options.ts';
import { runExplore } from './explore/run.ts';
import { faultRowNames, runFaults } from './faults/run.ts';
import { runLicenseResolver } from './license-resolver/run.ts';
import { runLicensing } from './licensing/run.ts';
import { runPages } from './pages/run.ts';
import { exploreReport } from './report/explore-report.ts';
import { faultsReport } from './report/faults-report.ts';
import { licenseResolverReport } from './report/license-resolver-report.ts';
import { licensingReport } from './report/licensing-report.ts';
import { pagesReport } from './report/pages-report.ts';
import { scaleReport } from './report/scale-report.ts';
import { servingReport } from './report/serving-report.ts';
import { textsReport } from './report/texts-report.ts';
import { runScale } from './scale/run.ts';
import { fullSize, type MeasuringOptions, quickSize } from './serving/options.ts';
import { runServing } from './serving/run.ts';
import { runTexts } from './texts/run.ts';

const usage = `usage: npm run bench -- [serving | explore | licensing | license-resolver | pages | faults | scale] [--quick] [--write]
         [--cells term,hub] [--rounds 5] [--seconds 3] [--growth-rounds 9]
         [--terms 100000] [--neo4j ${LINE_NAMES.join(' | ')}]
       npm run bench -- faults [--rows ${faultRowNames.join(',')}]
         [--kills 60] [--seconds 60] [--seed 1] [--write]
       npm run bench -- texts [--terms 200000] [--write]
       npm run bench -- scale [--models 20000,100000,200000] [--neo4j-models 20000]
         [--heap 400] [--beside 'what else runs'] [--write]`;

interface Command {
  /** Measures, and returns the report. */
  readonly report: () => Promise<string>;
  /** The name of its report, after the date. */
  readonly name: string;
  readonly write: boolean;
}

function readCommand(): Command {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      cells: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      'growth-rounds': { type: 'string' },
      terms: { type: 'string' },
      rows: { type: 'string' },
      kills: { type: 'string' },
      seed: { type: 'string' },
      models: { type: 'string' },
      'neo4j-models': { type: 'string' },
      heap: { type: 'string' },
      beside: { type: 'string' },
      neo4j: { type: 'string', default: '5.26' },
    },
  });
  const line = values.neo4j;
  const [name = 'serving', ...others] = positionals;
  if (others.length > 0 || !isLineName(line)) throw new Error(usage);
  const measuring = <Size extends Omit<MeasuringOptions, 'cells' | 'line' | 'log'>>(
    size: Size,
  ) => ({
    ...size,
    rounds: positive(values.rounds, size.rounds),
    roundSeconds: positive(values.seconds, size.roundSeconds),
    growthRounds: positive(values['growth-rounds'], size.growthRounds),
    cells: values.cells?.split(',') ?? null,
    line,
    log,
  });
  const { quick, write, terms } = values;
  if (name === 'serving') {
    const size = measuring(quick ? quickSize : fullSize);
    const options = { ...size, terms: positive(terms, size.terms) };
    return { name, write, report: async () => servingReport(await runServing(options)) };
  }
  if (name === 'licensing') {
    const options = measuring(quick ? quickSize : fullSize);
    return { name, write, report: async () => licensingReport(await runLicensing(options)) };
  }
  if (name === 'license-resolver') {
    return { name, write, report: async () => licenseResolverReport(runLicenseResolver()) };
  }
  if (name === 'pages') {
    const options = { times: quick ? 20 : 200, log };
    return { name, write, report: async () => pagesReport(await runPages(options)) };
  }
  if (name === 'faults') {
    const options = {
      kills: positive(values.kills, quick ? 5 : 60),
      seconds: positive(values.seconds, quick ? 5 : 60),
      seed: positive(values.seed, 1),
      log,
    };
    const rows = values.rows?.split(',') ?? null;
    return { name, write, report: async () => faultsReport(await runFaults(rows, options)) };
  }
  if (name === 'texts') {
    const most = positive(terms, quick ? 10_000 : 200_000);
    const embedded = [Math.ceil(most / 20), most];
    const options = { embedded, neo4j: [Math.ceil(most / 10)], line, log };
    return { name, write, report: async () => textsReport(await runTexts(options)) };
  }
  if (name === 'scale') {
    const sizes = (given: string | undefined, fallback: readonly number[]) =>
      given === 'none' ? [] : (given?.split(',').map((size) => positive(size, 0)) ?? fallback);
    const options = {
      embedded: sizes(values.models, quick ? [2000] : [20_000, 100_000, 200_000]),
      neo4j: sizes(values['neo4j-models'], quick ? [2000] : [20_000]),
      line,
      heapMegabytes: positive(values.heap, 400),
      log,
    };
    const beside = values.beside ?? 'nothing else';
    return { name, write, report: async () => scaleReport(await runScale(options), beside) };
  }
  if (name !== 'explore') throw new Error(usage);
  const size = measuring(quick ? quickExplore : fullExplore);
  const options = { ...size, synsets: positive(terms, size.synsets) };
  return { name, write, report: async () => exploreReport(await runExplore(options)) };
}

function log(text: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
}

function positive(text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!(value > 0)) throw new Error(usage);
  return value;
}

async function writeResult(report: string, name: string): Promise<void> {
  const folder = fileURLToPath(new URL('./results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const file = join(
    folder,
    `${new Date().toISOString().slice(0, 10)}${name === 'serving' ? '' : `-${name}`}.md`,
  );
  await writeFile(file, report);
}

async function main(): Promise<void> {
  const command = readCommand();
  const report = await command.report();
  process.stdout.write(report);
  if (command.write) await writeResult(report, command.name);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
