import { compareText } from '../../base/compare-text.ts';
import { type PartialDate, spanOf } from '../../ontology/partial-date.ts';
import { both, type Certainty, NO, UNSURE, YES } from './certainty.ts';

/** The first and the last day (YYYY-MM-DD) of a span, both inclusive. They may be equal. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

export function spanOfDay(day: string): Span {
  return { first: day, last: day };
}

/** Whether all days of a span are on or after a date. Unsure if the date may lie between them. */
export function isOnOrAfter(span: Span, date: PartialDate): Certainty {
  const start = spanOf(date);
  if (span.first >= start.last) return YES;
  return span.last < start.first ? NO : UNSURE;
}

/**
 * Whether a period, from `since` (inclusive) until `until` (exclusive), holds on the days of a
 * span.
 */
export function holdsOn(
  span: Span,
  { since, until }: { readonly since: string | null; readonly until: string | null },
): Certainty {
  const begun = since === null ? YES : isOnOrAfter(span, since);
  if (until === null) return begun;
  const ended = isOnOrAfter(span, until);
  return both(begun, (2 - ended) as Certainty);
}

function earlierDay(one: string, other: string): string {
  return compareText(one, other) <= 0 ? one : other;
}

/** The earlier of two spans, at both of its ends. */
export function earlierSpan(one: Span, other: Span): Span {
  return { first: earlierDay(other.first, one.first), last: earlierDay(other.last, one.last) };
}

/** The earlier of a span and a date, as a span. */
export function earlier(span: Span, date: PartialDate | null): Span {
  return date === null ? span : earlierSpan(span, spanOf(date));
}

/** The span of the earliest of some dates; null where there is none. */
export function firstDay(dates: readonly PartialDate[]): Span | null {
  const [first, ...others] = dates;
  return first === undefined ? null : others.reduce<Span>(earlier, spanOf(first));
}
