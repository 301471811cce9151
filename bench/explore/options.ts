import type { MeasuringOptions } from '../serving/options.ts';

/** The size of the measurement. */
export interface ExploreOptions extends MeasuringOptions {
  /** The most synsets of the graph. */
  readonly synsets: number;
}

/**
 * The options of the published figures. Requests are sent one at a time, so that each time is that
 * of a request.
 */
export const fullExplore = {
  synsets: Number.MAX_SAFE_INTEGER,
  rounds: 5,
  roundSeconds: 1,
  growthRounds: 5,
  growthSeconds: 0.4,
  connections: 1,
} as const;

/** A quick check that everything works. Its figures mean nothing. */
export const quickExplore = {
  synsets: 12_000,
  rounds: 2,
  roundSeconds: 0.3,
  growthRounds: 2,
  growthSeconds: 0.2,
  connections: 1,
} as const;
