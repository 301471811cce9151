/** A series of measurements in short: its median and how far it ranges. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The spread of some values, of which there is at least one. */
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

/** Round by round, the first series over the second: rounds that lie together suffer alike. */
export function pairedRatios(over: readonly number[], under: readonly number[]): readonly number[] {
  return over.slice(0, under.length).map((value, index) => value / (under[index] ?? Number.NaN));
}
