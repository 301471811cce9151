/** How much of each fault is tried. */
export interface FaultOptions {
  /** Moments at which a process is killed. */
  readonly kills: number;
  /** Seconds of hostile load. */
  readonly seconds: number;
  readonly seed: number;
  readonly log: (text: string) => void;
}

/** What came of a fault. */
export interface Outcome {
  /** What was done, with its size. */
  readonly fault: string;
  /** Whether everything that has to hold did. */
  readonly held: boolean;
  readonly found: string;
}

/** A row of the table: a fault, and what it does to the built server. */
export interface FaultRow {
  readonly name: string;
  run(options: FaultOptions): Promise<readonly Outcome[]>;
}
