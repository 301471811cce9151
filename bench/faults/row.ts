/** The size of the fault tests. */
export interface FaultOptions {
  /** The number of moments at which a process is killed. */
  readonly kills: number;
  /** The seconds of hostile load. */
  readonly seconds: number;
  readonly seed: number;
  readonly log: (text: string) => void;
}

/** The result of a fault. */
export interface Outcome {
  /** The fault, with its size. */
  readonly fault: string;
  /** Whether every requirement was met. */
  readonly held: boolean;
  readonly found: string;
}

/** A row of the table: a fault, and its effect on the built server. */
export interface FaultRow {
  readonly name: string;
  run(options: FaultOptions): Promise<readonly Outcome[]>;
}
