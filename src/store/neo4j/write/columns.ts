import type { SharedTexts } from './shared-texts.ts';

/**
 * A property of new nodes or relationships. The rows of a statement are lists, since the names of
 * properties would be sent with every map.
 */
export interface Column<Thing> {
  readonly name: string;
  readonly of: (thing: Thing) => unknown;
  /** Whether its values are texts that many things share. */
  readonly shared: boolean;
}

/** Texts that many entities, relations or claims share. */
const sharedTexts: ReadonlySet<string> = new Set([
  ...['kind', 'status', 'fromId', 'toId', 'sourceId', 'property', 'artifact', 'expression'],
  ...['since', 'until', 'asOf', 'factsAsOf', 'updatedAt', 'rank', 'evidence', 'method'],
]);

/** Columns with the values of equally named properties. */
export function columnsOf<Thing extends object>(
  names: readonly (string & keyof Thing)[],
): readonly Column<Thing>[] {
  return names.map((name) => ({
    name,
    of: (thing) => thing[name],
    shared: sharedTexts.has(name),
  }));
}

/** The columns of a part of each thing. */
export function columnsWithin<Thing, Part>(
  partOf: (thing: Thing) => Part,
  columns: readonly Column<Part>[],
): readonly Column<Thing>[] {
  return columns.map(({ of, ...column }) => ({ ...column, of: (thing) => of(partOf(thing)) }));
}

/** The values of a thing, by position. */
export function valuesOf<Thing>(
  columns: readonly Column<Thing>[],
  thing: Thing,
  texts: SharedTexts,
): readonly unknown[] {
  return columns.map(({ of, shared }) => {
    const value = of(thing) ?? null;
    return shared && value !== null ? texts.placeOf(String(value)) : value;
  });
}

/**
 * The properties of a new node or relationship, whose values stand in a list from a place on.
 * `others` are further ones, such as "name: a.name".
 */
export function literalOf(
  columns: readonly Pick<Column<never>, 'name' | 'shared'>[],
  list: string,
  from = 0,
  others: readonly string[] = [],
): string {
  const parts = columns.map(({ name, shared }, at) => {
    const value = `${list}[${from + at}]`;
    return `${name}: ${shared ? `$texts[${value}]` : value}`;
  });
  return `{${[...parts, ...others].join(', ')}}`;
}
