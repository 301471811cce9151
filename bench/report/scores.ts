import { type Spread, spreadOf } from '../measure/statistics.ts';
import { isSafe } from '../servers/contestant.ts';
import { type Measurement, rates } from '../serving/measurement.ts';
import type { ServingResult } from '../serving/run.ts';
import type { Cell } from '../workload/cell.ts';

/** The result of one cell: each entrant's rate, and the peer's best. */
export interface Score {
  readonly cell: Cell;
  readonly measurements: readonly Measurement[];
  /** The peer's fastest safe set-up, by the median; null where the peer was not measured. */
  readonly bestPeer: Measurement | null;
}

export function scoresOf({ measurements }: ServingResult): readonly Score[] {
  const cells = [...new Set(measurements.map(({ cell }) => cell))];
  return cells.map((cell) => {
    const own = measurements.filter((each) => each.cell === cell);
    const peers = own.filter(({ entrant }) => entrant.side === 'peer' && isSafe(entrant));
    peers.sort((a, b) => rateOf(b).median - rateOf(a).median);
    return { cell, measurements: own, bestPeer: peers[0] ?? null };
  });
}

export function rateOf(measurement: Measurement): Spread {
  return spreadOf(rates(measurement));
}

/** Our median divided by that of the peer's fastest safe set-up. */
export function ratioOf(score: Score, entrantId: string): number {
  return ratioOver(score, entrantId, score.bestPeer);
}

/** Our median divided by that of the peer with graphql-jit, which runs clients' strings as code. */
export function unsafeRatioOf(score: Score, entrantId: string): number {
  const unsafe = score.measurements.find(
    ({ entrant }) => entrant.side === 'peer' && !isSafe(entrant),
  );
  return ratioOver(score, entrantId, unsafe ?? null);
}

function ratioOver(score: Score, entrantId: string, peer: Measurement | null): number {
  const ours = score.measurements.find(({ entrant }) => entrant.id === entrantId);
  if (ours === undefined || peer === null) return Number.NaN;
  return rateOf(ours).median / rateOf(peer).median;
}
