import { type FilterDeclaration, filtersOf, sortProperty } from '../../ontology/filters.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { Condition, Scalar } from '../../store/list-condition.ts';
import { sortKey } from '../../text/sort-key.ts';
import { badInput, boundedText } from '../bad-input.ts';

const maxTextLength = 200;
const maxValues = 100;

/** The filter argument of a list, with a value for each filter of the kind. */
export type FilterInput = Readonly<Record<string, unknown>>;

/**
 * The condition of a filter argument, without the field `without` if given; null for none. Throws a
 * coded error on bad values.
 */
export function conditionOf(
  kind: EntityKind,
  filter: FilterInput | null | undefined,
  without?: string,
): Condition | null {
  const of = Object.entries(filtersOf(kind)).flatMap(([name, declared]) => {
    const value = name === without ? null : (filter?.[name] ?? null);
    return value === null ? [] : (conditionBy(declared, `filter.${name}`, value) ?? []);
  });
  return of.length <= 1 ? (of[0] ?? null) : { op: 'all', of };
}

function conditionBy(
  filter: FilterDeclaration,
  argument: string,
  value: unknown,
): Condition | null {
  switch (filter.by) {
    case 'text': {
      const text = sortKey(boundedText(argument, value as string, maxTextLength));
      return text === '' ? null : { op: 'contains', property: filter.property, text };
    }
    case 'flag':
      return { op: 'in', property: filter.property, values: [value as boolean] };
    case 'value': {
      const values = (value as readonly string[]).map((each) => (filter.prefix ?? '') + each);
      return { op: 'in', property: filter.property, values: distinct(argument, values) };
    }
    case 'link':
      return { op: 'linked', hops: filter.hops, slugs: distinct(argument, value as string[]) };
    case 'count':
      return inRange(argument, filter.property, value as Range<number, 'min', 'max'>);
    case 'day':
      return inDays(argument, sortProperty(filter.property), value as Range<Date, 'from', 'to'>);
  }
}

type Range<Bound, Low extends string, High extends string> = {
  readonly [End in Low | High]?: Bound | null;
};

/** The condition that the number is in the range. */
function inRange(
  argument: string,
  property: string,
  { min = null, max = null }: Range<number, 'min', 'max'>,
): Condition | null {
  if (min === null && max === null) return null;
  notNegative(`${argument}.min`, min);
  notNegative(`${argument}.max`, max);
  if (min !== null && max !== null && min > max) throw badInput(argument, 'min to be at most max');
  return { op: 'range', property, min, max };
}

function notNegative(argument: string, bound: number | null): void {
  if (bound !== null && bound < 0) throw badInput(argument, 'a number of at least 0', bound);
}

/**
 * The condition that the day is in the range. The property is a full day, or empty if not known.
 */
function inDays(
  argument: string,
  property: string,
  range: Range<Date, 'from', 'to'>,
): Condition | null {
  const from = range.from ? toDay(range.from) : null;
  const to = range.to ? toDay(range.to) : null;
  if (from === null && to === null) return null;
  if (from !== null && to !== null && from > to)
    throw badInput(argument, 'from to be on or before to');
  // An unknown day is an empty text, which sorts before every year.
  return { op: 'range', property, min: from ?? '0000', max: to };
}

/** The day of a Date argument, YYYY-MM-DD. */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The values in order, each once, so that equal sets give equal conditions. */
function distinct<Value extends Scalar>(argument: string, values: readonly Value[]): Value[] {
  if (values.length === 0) throw badInput(argument, 'at least one value, or no list at all');
  if (values.length > maxValues) throw badInput(argument, `at most ${maxValues} values`);
  for (const value of values) {
    if (typeof value === 'string') boundedText(argument, value, maxTextLength);
  }
  return [...new Set(values)].sort();
}
