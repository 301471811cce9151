import type { Condition, Hop, Scalar } from '../../store/list-condition.ts';
import { sortKey } from '../../text/sort-key.ts';
import { badInput, boundedText } from '../bad-input.ts';
import { builder } from '../builder.ts';

const maxTextLength = 200;
const maxValues = 100;

export interface SafeIntRange {
  readonly min?: number | null | undefined;
  readonly max?: number | null | undefined;
}

export interface DateRange {
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

export const SafeIntRangeInput = builder.inputType('SafeIntRange', {
  description:
    'A range of whole numbers that are not negative, both ends inclusive. An end that is not given has no bound.',
  fields: (t) => ({
    min: t.field({ type: 'SafeInt', description: 'The smallest.' }),
    max: t.field({ type: 'SafeInt', description: 'The largest.' }),
  }),
});

export const DateRangeInput = builder.inputType('DateRange', {
  description:
    'A range of days, both ends inclusive. An imprecise date counts as its first possible day.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day.' }),
    to: t.field({ type: 'Date', description: 'The last day.' }),
  }),
});

/** All of the conditions that are there; null where none is. */
export function allOf(conditions: readonly (Condition | null)[]): Condition | null {
  const of = conditions.filter((condition) => condition !== null);
  if (of.length <= 1) return of[0] ?? null;
  return { op: 'all', of };
}

/** Name, slug or an alias contains the text. */
export function textContains(argument: string, text: string | null | undefined): Condition | null {
  if (text == null) return null;
  const folded = sortKey(boundedText(argument, text, maxTextLength));
  return folded === '' ? null : { op: 'contains', property: 'folded', text: folded };
}

/** The property (or an item of it) is one of the values; equal sets make equal conditions. */
export function oneOf(
  argument: string,
  property: string,
  values: readonly Scalar[] | null | undefined,
): Condition | null {
  if (values == null) return null;
  return { op: 'in', property, values: distinct(argument, values) };
}

/** Relations lead along the hops to an entity of one of the slugs, which are current ones. */
export function linkedTo(
  argument: string,
  hops: readonly Hop[],
  slugs: readonly string[] | null | undefined,
): Condition | null {
  if (slugs == null) return null;
  return { op: 'linked', hops, slugs: distinct(argument, slugs) };
}

/** The number lies in the range. */
export function inRange(
  argument: string,
  property: string,
  range: SafeIntRange | null | undefined,
): Condition | null {
  const min = range?.min ?? null;
  const max = range?.max ?? null;
  if (min === null && max === null) return null;
  notNegative(`${argument}.min`, min);
  notNegative(`${argument}.max`, max);
  if (min !== null && max !== null && min > max) throw badInput(argument, 'min to be at most max');
  return { op: 'range', property, min, max };
}

function notNegative(argument: string, bound: number | null): void {
  if (bound !== null && bound < 0) throw badInput(argument, 'a number of at least 0', bound);
}

/** The day lies in the range; the property is a full day, or empty where not known. */
export function inDays(
  argument: string,
  property: string,
  range: DateRange | null | undefined,
): Condition | null {
  const from = range?.from ? toDay(range.from) : null;
  const to = range?.to ? toDay(range.to) : null;
  if (from === null && to === null) return null;
  if (from !== null && to !== null && from > to)
    throw badInput(argument, 'from to be on or before to');
  // The unknown day is empty text, below every year.
  return { op: 'range', property, min: from ?? '0000', max: to };
}

/** The day of a Date argument, YYYY-MM-DD. */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function distinct<Value extends Scalar>(argument: string, values: readonly Value[]): Value[] {
  if (values.length === 0) throw badInput(argument, 'at least one value, or no list at all');
  if (values.length > maxValues) throw badInput(argument, `at most ${maxValues} values`);
  for (const value of values) {
    if (typeof value === 'string') boundedText(argument, value, maxTextLength);
  }
  return [...new Set(values)].sort();
}
