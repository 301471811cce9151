/** A summary of measurements: the median and the range. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The spread of a list that is not empty. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? Number.NaN;
  const high = sorted[Math.ceil(middle)] ?? Number.NaN;
  return {
    median: (low + high) / 2,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/** The ratio of two series, round by round. Rounds at the same time meet the same conditions. */
export function pairedRatios(over: readonly number[], under: readonly number[]): readonly number[] {
  return over.slice(0, under.length).map((value, index) => value / (under[index] ?? Number.NaN));
}
