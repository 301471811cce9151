import { datesAgree, spanOf } from '../../ontology/partial-date.ts';

/**
 * A period from a day (inclusive) until a day (exclusive), as precise as known; null means
 * unbounded.
 */
export interface Period {
  readonly since: string | null;
  readonly until: string | null;
}

/**
 * Whether one period ends before the other begins. Dates that may mean the same day count as equal.
 */
function endsBefore(one: Period, other: Period): boolean {
  if (one.until === null || other.since === null) return false;
  return datesAgree(one.until, other.since) || spanOf(one.until).first <= spanOf(other.since).first;
}

/** Whether two periods may have a day in common. */
export function periodsOverlap(one: Period, other: Period): boolean {
  return !endsBefore(one, other) && !endsBefore(other, one);
}

/** Whether the period holds at least one day: it begins before it ends. */
export function isPeriod({ since, until }: Period): boolean {
  return since === null || until === null || spanOf(since).first < spanOf(until).first;
}
