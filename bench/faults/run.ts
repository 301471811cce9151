import type { FaultOptions, FaultRow, Outcome } from './row.ts';
import { fullDisk } from './rows/full-disk.ts';
import { hostileLoad } from './rows/hostile-load.ts';
import { killSeed } from './rows/kill-seed.ts';
import { killServe } from './rows/kill-serve.ts';
import { manyDocuments } from './rows/many-documents.ts';
import { neo4jAway } from './rows/neo4j-away.ts';
import { neo4jKilled } from './rows/neo4j-killed.ts';
import { twoProcesses } from './rows/two-processes.ts';
import { unreadable } from './rows/unreadable.ts';

const rows: readonly FaultRow[] = [
  killSeed,
  killServe,
  twoProcesses,
  unreadable,
  fullDisk,
  neo4jKilled,
  neo4jAway,
  manyDocuments,
  hostileLoad,
];

export const faultRowNames: readonly string[] = rows.map(({ name }) => name);

/** The results of one row of the table. */
export interface FaultResult {
  readonly name: string;
  readonly options: FaultOptions;
  readonly outcomes: readonly Outcome[];
}

/** Runs the named faults, or all of them, one after another. */
export async function runFaults(
  names: readonly string[] | null,
  options: FaultOptions,
): Promise<readonly FaultResult[]> {
  const unknown = names?.find((name) => !faultRowNames.includes(name));
  if (unknown !== undefined) {
    throw new Error(`Expected rows of ${faultRowNames.join(', ')}, got ${unknown}.`);
  }
  const results: FaultResult[] = [];
  for (const row of rows) {
    if (names !== null && !names.includes(row.name)) continue;
    options.log(row.name);
    results.push({ name: row.name, options, outcomes: await row.run(options) });
  }
  return results;
}
