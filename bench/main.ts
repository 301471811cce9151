/**
 * Measures this server beside others: `npm run bench -- serving`. With --quick in a few minutes,
 * to see that everything works; with --write the report goes to bench/results as well.
 */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { isLineName, LINE_NAMES } from '../test/neo4j/lines.ts';
import { servingReport } from './report/serving-report.ts';
import { fullSize, quickSize, type ServingOptions } from './serving/options.ts';
import { runServing } from './serving/run.ts';

const usage = `usage: npm run bench -- [serving] [--quick] [--write]
         [--cells term,hub] [--rounds 5] [--seconds 3] [--growth-rounds 9]
         [--terms 100000] [--neo4j ${LINE_NAMES.join(' | ')}]`;

interface Command {
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
  const known = positionals.every((name) => name === 'serving');
  if (!known || !isLineName(line)) throw new Error(usage);
  const size = values.quick ? quickSize : fullSize;
  return {
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

async function writeResult(report: string): Promise<void> {
  const folder = fileURLToPath(new URL('./results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().slice(0, 10)}.md`);
  await writeFile(file, report);
  const biome = fileURLToPath(new URL('../node_modules/.bin/biome', import.meta.url));
  await promisify(execFile)(biome, ['format', '--write', file]);
}

async function main(): Promise<void> {
  const { options, write } = readCommand();
  const report = servingReport(await runServing(options));
  process.stdout.write(report);
  if (write) await writeResult(report);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
