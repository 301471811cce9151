import type { ExploreCell } from '../explore/cells.ts';
import type { ExploreResult } from '../explore/run.ts';
import { spreadOf } from '../measure/statistics.ts';
import type { Measurement } from '../serving/measurement.ts';

/** The median of the rounds' percentiles. */
export function latency(measurement: Measurement | null, which: 'p50' | 'p99'): number {
  if (measurement === null) return Number.NaN;
  return spreadOf(measurement.rounds.map((round) => round[which])).median;
}

/** The measurements of an entrant on a cell. */
export function measurementOf(
  { measurements }: Pick<ExploreResult, 'measurements'>,
  cell: ExploreCell,
  entrantId: string,
): Measurement | null {
  return (
    measurements.find((each) => each.cell.id === cell.id && each.entrant.id === entrantId) ?? null
  );
}

/** The result of the others: the peer's better set-up, or the hand-written statement. */
export function otherOf(
  { measurements }: Pick<ExploreResult, 'measurements'>,
  cell: ExploreCell,
): Measurement | null {
  const others = measurements.filter(
    (each) => each.cell.id === cell.id && each.entrant.side !== 'ours',
  );
  others.sort((a, b) => latency(a, 'p50') - latency(b, 'p50'));
  return others[0] ?? null;
}
