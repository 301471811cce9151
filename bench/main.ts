/**
 * Measures this server beside others: `npm run bench -- serving`; verdicts on uses: `npm run bench
 * -- licensing`. With --quick in a few minutes, to see that everything works; with --write the
 * report goes to bench/results as well.
 */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { isLineName, LINE_NAMES } from '../test/neo4j/lines.ts';
import { type LicensingOptions, runLicensing } from './licensing/run.ts';
import { licensingReport } from './report/licensing-report.ts';
import { servingReport } from './report/serving-report.ts';
import { fullSize, quickSize, type ServingOptions } from './serving/options.ts';
import { runServing } from './serving/run.ts';

const usage = `usage: npm run bench -- [serving | licensing] [--quick] [--write]
         [--cells term,hub] [--rounds 5] [--seconds 3] [--growth-rounds 9]
         [--terms 100000] [--neo4j ${LINE_NAMES.join(' | ')}]`;

const subjects = ['serving', 'licensing'] as const;

interface Command {
  readonly subject: (typeof subjects)[number];
  readonly options: ServingOptions;
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
      neo4j: { type: 'string', default: '5.26' },
    },
  });
  const line = values.neo4j;
  const [name = 'serving', ...more] = positionals;
  const subject = subjects.find((each) => each === name);
  if (subject === undefined || more.length > 0 || !isLineName(line)) throw new Error(usage);
  const size = values.quick ? quickSize : fullSize;
  return {
    subject,
    write: values.write,
    options: {
      ...size,
      terms: positive(values.terms, size.terms),
      rounds: positive(values.rounds, size.rounds),
      roundSeconds: positive(values.seconds, size.roundSeconds),
      growthRounds: positive(values['growth-rounds'], size.growthRounds),
      cells: values.cells?.split(',') ?? null,
      line,
      log: (text) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`),
    },
  };
}

function positive(text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!(value > 0)) throw new Error(usage);
  return value;
}

async function writeResult(subject: Command['subject'], report: string): Promise<void> {
  const folder = fileURLToPath(new URL('./results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  const file = join(folder, subject === 'serving' ? `${day}.md` : `${day}-${subject}.md`);
  await writeFile(file, report);
  const biome = fileURLToPath(new URL('../node_modules/.bin/biome', import.meta.url));
  await promisify(execFile)(biome, ['format', '--write', file]);
}

async function main(): Promise<void> {
  const { subject, options, write } = readCommand();
  const report =
    subject === 'serving'
      ? servingReport(await runServing(options))
      : licensingReport(await runLicensing(options satisfies LicensingOptions));
  process.stdout.write(report);
  if (write) await writeResult(subject, report);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
