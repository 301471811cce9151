import { answersTo, type Exchange, type Round, runRound } from '../client/load.ts';
import { processorSeconds } from '../measure/processor-time.ts';
import { type OurCounts, ourCounts, since } from '../servers/our-metrics.ts';
import type { Cell } from '../workload/cell.ts';
import type { Entrant } from './entrant.ts';

/** The rounds of one entrant on one cell. */
export interface Measurement {
  readonly cell: Cell;
  readonly entrant: Entrant;
  readonly exchanges: readonly Exchange[];
  /** The name of the query, where the peer has several. */
  readonly spelling: string;
  readonly rounds: Round[];
  /** The counts of our server in all rounds; null for the peer. */
  counts: OurCounts | null;
  /** The processor seconds used in all rounds. */
  readonly processor: { server: number; database: number };
}

/** Measures one more round. */
export async function measure(
  measurement: Measurement,
  seconds: number,
  connections: number,
): Promise<void> {
  const { entrant, exchanges, rounds, processor } = measurement;
  const { url, pid } = entrant.server;
  if (entrant.side === 'ours' && !entrant.id.endsWith('-off')) {
    // Requests for other cells may have pushed its pages out of the cache.
    await answersTo(
      url,
      exchanges.map(({ request }) => request),
    );
  }
  const counted = entrant.side === 'ours' ? await ourCounts(url) : null;
  const server = await processorSeconds(pid);
  const database = await databaseSeconds(entrant);
  rounds.push(await runRound(url, exchanges, seconds, connections));
  processor.server += (await processorSeconds(pid)) - server;
  processor.database += (await databaseSeconds(entrant)) - database;
  if (counted === null) return;
  const more = since(counted, await ourCounts(url));
  measurement.counts = measurement.counts === null ? more : sum(measurement.counts, more);
}

async function databaseSeconds({ databasePid }: Entrant): Promise<number> {
  return databasePid === null ? 0 : processorSeconds(databasePid);
}

/** A new measurement of the same, without any rounds. */
export function again(measurement: Measurement): Measurement {
  return { ...measurement, rounds: [], counts: null, processor: { server: 0, database: 0 } };
}

function sum(a: OurCounts, b: OurCounts): OurCounts {
  return {
    statements: a.statements + b.statements,
    revisionChecks: a.revisionChecks + b.revisionChecks,
    hits: a.hits + b.hits,
    misses: a.misses + b.misses,
    answerHits: a.answerHits + b.answerHits,
  };
}

/** The number of answered requests in all rounds. */
export function requestsOf({ rounds }: Pick<Measurement, 'rounds'>): number {
  return rounds.reduce((total, { requests }) => total + requests, 0);
}

/** Requests per second, round by round. */
export function rates({ rounds }: Measurement): readonly number[] {
  return rounds.map(({ perSecond }) => perSecond);
}
