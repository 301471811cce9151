import { z } from 'zod';
import { nearest } from '../base/nearest.ts';
import { quoted, ToolProblem } from './problem.ts';

/** A value as text for an error message. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}

/** An error message with the expected and the given value, for every kind of mistake. */
function expecting(what: string) {
  return {
    error: ({ input }: { readonly input?: unknown }) => `expected ${what}, got ${shown(input)}`,
  };
}

/** Any text that is not blank. */
export function text(about: string) {
  const error = expecting('text');
  return z.string(error).regex(/\S/, error).describe(about);
}

/** A whole number that is not negative. */
export function count(about: string) {
  const error = expecting('a whole number of 0 or more');
  // z.int() would put the largest integer of JavaScript into the schema of every tool.
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  return z.number(error).refine(isCount, error).describe(about);
}

export function between(least: number, most: number, about: string) {
  const error = expecting(`a whole number from ${least} to ${most}`);
  return z
    .number(error)
    .refine(Number.isSafeInteger, error)
    .min(least, error)
    .max(most, error)
    .describe(about);
}

export function flag(about: string) {
  return z.boolean(expecting('true or false')).describe(about);
}

/** A calendar day. */
export function day(about: string) {
  const error = expecting('a day such as "2026-01-31"');
  return z.iso.date(error).describe(about);
}

/** One of the given values. */
export function choice<Value extends string>(values: readonly [Value, ...Value[]], about?: string) {
  const schema = z.enum(values, {
    error: ({ input }) => {
      const near = typeof input === 'string' ? nearest(input, values) : null;
      const perhaps = near === null ? '' : `; perhaps ${quoted(near)}`;
      return `expected one of ${values.join(', ')}, got ${shown(input)}${perhaps}`;
    },
  });
  return about === undefined ? schema : schema.describe(about);
}

/** A list with a limited number of items. */
export function several<Item extends z.ZodType>(item: Item, about: string, least = 0, most = 50) {
  const error = expecting(`a list of ${least} to ${most} items`);
  return z.array(item, error).min(least, error).max(most, error).describe(about);
}

/** The keys of a record of words, as the values of an enumeration. */
export function keysOf<Value extends string>(
  words: Readonly<Record<Value, unknown>>,
): readonly [Value, ...Value[]] {
  return Object.keys(words) as [Value, ...Value[]];
}

export const defaultTokens = 2000;

/** The arguments of a tool, with `max_tokens`. Unknown arguments are refused. */
export function argumentsOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const maxTokens = between(300, 20_000, `Longest answer, in tokens; default ${defaultTokens}`);
  return strictly({ ...shape, max_tokens: maxTokens.optional() });
}

/** An object with these members only. */
export function strictly<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys')
        return `expected an object, got ${shown(issue.input)}`;
      const known = Object.keys(shape);
      const named = issue.keys.map((key) => {
        const near = nearest(key, known);
        return `${quoted(key)}${near === null ? '' : ` (perhaps “${near}”)`}`;
      });
      return `unknown argument ${named.join(', ')}; expected only ${known.join(', ')}`;
    },
  });
}

/** Reads an object that a tool takes as one argument. Throws a ToolProblem with all mistakes. */
export function readMembers<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  argument: string,
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const problems = read.error.issues.map(
    ({ path, message }) => `${[argument, ...path].join('.')}: ${message}`,
  );
  throw new ToolProblem(problems.join('; '));
}
