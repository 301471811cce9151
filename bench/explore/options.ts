import type { MeasuringOptions } from '../serving/options.ts';

/** How much exploring is measured. */
export interface ExploreOptions extends MeasuringOptions {
  /** Synsets of the graph; all of WordNet where there are fewer. */
  readonly synsets: number;
}

/** What the figures of the report are measured with: one request at a time, so that it is its time. */
export const fullExplore = {
  synsets: Number.MAX_SAFE_INTEGER,
  rounds: 5,
  roundSeconds: 1,
  growthRounds: 5,
  growthSeconds: 0.4,
  connections: 1,
} as const;

/** Whether everything works; its figures mean nothing. */
export const quickExplore = {
  synsets: 12_000,
  rounds: 2,
  roundSeconds: 0.3,
  growthRounds: 2,
  growthSeconds: 0.2,
  connections: 1,
} as const;
