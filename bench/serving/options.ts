import type { LineName } from '../../test/neo4j/lines.ts';

/** How much is measured. */
export interface MeasuringOptions {
  readonly rounds: number;
  readonly roundSeconds: number;
  readonly growthRounds: number;
  readonly growthSeconds: number;
  /** Requests under way at a time. */
  readonly connections: number;
  /** Ids of the cells to measure; null: all. */
  readonly cells: readonly string[] | null;
  readonly line: LineName;
  readonly log: (text: string) => void;
}

/** How much the serving of pages is measured. */
export interface ServingOptions extends MeasuringOptions {
  readonly terms: number;
}

/** What the figures of the report are measured with. */
export const fullSize = {
  terms: 100_000,
  rounds: 5,
  roundSeconds: 3,
  growthRounds: 9,
  growthSeconds: 1,
  connections: 8,
} as const;

/** Whether everything works, in a few minutes; its figures mean nothing. */
export const quickSize = {
  terms: 12_500,
  rounds: 2,
  roundSeconds: 0.4,
  growthRounds: 2,
  growthSeconds: 0.3,
  connections: 8,
} as const;
