import { GraphQLError } from 'graphql';

/** The error for an argument that cannot be served: names it and says what was expected. */
export function badInput(argument: string, expected: string): GraphQLError {
  return new GraphQLError(`Argument "${argument}": expected ${expected}.`, {
    extensions: { code: 'BAD_USER_INPUT', argument, expected },
  });
}

/** The text, unless it is longer than the bound (in UTF-16 units). */
export function boundedText(argument: string, text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  throw badInput(argument, `at most ${maxLength} characters, got ${text.length}`);
}
