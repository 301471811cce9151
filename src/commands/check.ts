import { formatProblems, problemsToJson } from '../exchange/seed-problems.ts';
import { type ExitCode, exitCode } from './command-error.ts';
import { readCheckedSeeds } from './load-seeds.ts';

export interface CheckOptions {
  readonly json?: boolean;
}

/** Prints every problem of the seeds of a directory, with file and line. */
export async function check(directory: string, { json = false }: CheckOptions): Promise<ExitCode> {
  const { ok, problems } = await readCheckedSeeds(directory);
  process.stdout.write(json ? problemsToJson(problems) : `${formatProblems(problems)}\n`);
  return ok ? exitCode.ok : exitCode.problems;
}
