/**
 * Kleene's strong three-valued logic as numbers: "and" is the minimum and "or" the maximum. The
 * result is unknown only where the known values do not decide it (S. C. Kleene, Introduction to
 * Metamathematics, 1952, § 64).
 */
export type Certainty = 0 | 1 | 2;
export const NO: Certainty = 0;
export const UNSURE: Certainty = 1;
export const YES: Certainty = 2;

export function both(one: Certainty, other: Certainty): Certainty {
  return one < other ? one : other;
}

export function either(one: Certainty, other: Certainty): Certainty {
  return one > other ? one : other;
}

export function not(certainty: Certainty): Certainty {
  return (2 - certainty) as Certainty;
}

export function certain(holds: boolean): Certainty {
  return holds ? YES : NO;
}

/** Whether a value equals the wanted one; null means not known. */
export function matches(value: boolean | null, wanted: boolean): Certainty {
  return value === null ? UNSURE : certain(value === wanted);
}
