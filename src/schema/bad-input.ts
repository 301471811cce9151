import { GraphQLError } from 'graphql';

/**
 * The error for a bad argument: its name, the expected value and, if given, a number that was
 * found.
 */
export function badInput(argument: string, expected: string, got?: number): GraphQLError {
  const found = got === undefined ? '' : `, got ${got}`;
  return new GraphQLError(`Argument "${argument}": expected ${expected}${found}.`, {
    extensions: { code: 'BAD_USER_INPUT', argument, expected },
  });
}

/** Returns the text. Throws if it is longer than the bound (in UTF-16 units). */
export function boundedText(argument: string, text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  throw badInput(argument, `at most ${maxLength} characters`, text.length);
}

/** The error for a query whose answer takes more work than a bound allows. */
export function overBound(bound: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'WORK_LIMIT', bound } });
}

/** A reference that was not found: the path of its argument, and its value. */
export interface Unknown {
  readonly argument: string;
  readonly value: string;
  /** Suggestions, the most likely first. Absent if there was no search for any. */
  readonly suggestions?: readonly string[];
}

/** The error for references that were not found, without which there is no answer. */
export function notFound(unknown: readonly Unknown[]): GraphQLError {
  const text = unknown.map(({ argument, value, suggestions = [] }) => {
    const meant = suggestions.map((suggestion) => JSON.stringify(suggestion)).join(' or ');
    const hint = meant === '' ? '' : `; did you mean ${meant}?`;
    return `Argument "${argument}": ${JSON.stringify(value)} was not found${hint || '.'}`;
  });
  return new GraphQLError(text.join(' '), {
    extensions: { code: 'NOT_FOUND', argument: unknown[0]?.argument, unknown },
  });
}

/** Returns the number. Throws if it is outside the bounds. */
export function boundedInt(argument: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max) return value;
  throw badInput(argument, `a number from ${min} to ${max}`, value);
}
