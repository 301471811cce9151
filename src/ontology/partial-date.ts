import { z } from 'zod';

/** A date as precise as its source: "2026-02-16", "2025-07" or "2025". */
export type PartialDate = string;

const pattern = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a real year (1000 to 9999), month or day of the proleptic Gregorian calendar. */
export function isPartialDate(text: string): text is PartialDate {
  const found = pattern.exec(text);
  if (found === null) return false;
  const [, year, month, day] = found;
  if (month === undefined) return true;
  const first = Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1'));
  return new Date(first).toISOString().startsWith(text);
}

export const zPartialDate = z
  .string()
  .refine(isPartialDate, 'expected a date as YYYY, YYYY-MM or YYYY-MM-DD');

/** The first and the last day that the date may mean, both inclusive, as YYYY-MM-DD. */
export function spanOf(date: PartialDate): { first: string; last: string } {
  if (date.length === 10) return { first: date, last: date };
  if (date.length === 4) return { first: `${date}-01-01`, last: `${date}-12-31` };
  const lastDay = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0));
  return { first: `${date}-01`, last: lastDay.toISOString().slice(0, 10) };
}

/** Whether two dates may mean the same day: they are equal, or one is a part of the other. */
export function datesAgree(one: PartialDate, other: PartialDate): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
