import type { LineName } from '../../test/neo4j/lines.ts';

/** The size of the measurement. */
export interface MeasuringOptions {
  readonly rounds: number;
  readonly roundSeconds: number;
  readonly growthRounds: number;
  readonly growthSeconds: number;
  /** The number of requests at the same time. */
  readonly connections: number;
  /** The ids of the cells to measure; null for all. */
  readonly cells: readonly string[] | null;
  readonly line: LineName;
  readonly log: (text: string) => void;
}

/** The size of the measurement of pages. */
export interface ServingOptions extends MeasuringOptions {
  readonly terms: number;
}

/** The options of the published figures. */
export const fullSize = {
  terms: 100_000,
  rounds: 5,
  roundSeconds: 3,
  growthRounds: 9,
  growthSeconds: 1,
  connections: 8,
} as const;

/** A quick check that everything works. Its figures mean nothing. */
export const quickSize = {
  terms: 12_500,
  rounds: 2,
  roundSeconds: 0.4,
  growthRounds: 2,
  growthSeconds: 0.3,
  connections: 8,
} as const;
