import { staleStatements } from '../exchange/checks/stale.ts';
import { formatProblems, problemsToJson } from '../exchange/seed-problems.ts';
import { CommandError, type ExitCode, exitCode } from './command-error.ts';
import { readCheckedSeeds } from './load-seeds.ts';

interface CheckOptions {
  readonly json?: boolean;
  /** For example "180d": also lists statements that were not checked for that long. */
  readonly stale?: string;
}

const agePattern = /^(\d{1,5})d$/;
const dayInMs = 86_400_000;

/** The day that is a number of days ago, as YYYY-MM-DD. */
function dayBefore(age: string, now: Date): string {
  const [, days] = agePattern.exec(age) ?? [];
  if (days === undefined) {
    const message = `--stale: expected a number of days, such as 180d, not "${age}"`;
    throw new CommandError(exitCode.usage, message);
  }
  return new Date(now.getTime() - Number(days) * dayInMs).toISOString().slice(0, 10);
}

/**
 * Prints every problem of the seeds in some directories, with file and line, and stale statements
 * on request. Stale statements are not errors and do not change the exit code.
 */
export async function check(
  directories: readonly string[],
  { json = false, stale }: CheckOptions,
  now: Date = new Date(),
): Promise<ExitCode> {
  const since = stale === undefined ? null : dayBefore(stale, now);
  const { ok, problems, index } = await readCheckedSeeds(directories);
  const found = since === null ? problems : [...problems, ...staleStatements(index, since)];
  process.stdout.write(json ? problemsToJson(found) : `${formatProblems(found)}\n`);
  return ok ? exitCode.ok : exitCode.problems;
}
