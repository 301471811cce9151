import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type LimitName, limitError } from './limit-error.ts';

/** The messages of graphql-js for its own limits, and the names of those limits. */
const bounds: ReadonlyMap<string, readonly [LimitName, number]> = new Map([
  ['Validation aborted.', ['fieldComparisons', 500_000]],
  [
    'Too many validation errors, error limit reached. Validation aborted.',
    ['validationErrors', 100],
  ],
  ['Maximum introspection depth exceeded', ['introspectionDepth', 2]],
] as const);

/** Adds the name of the limit to a validation error that comes from a limit. */
export function useNamedBounds(): Plugin {
  return {
    onValidate() {
      return ({ valid, result, setResult }) => {
        if (valid) return;
        const errors = result as readonly GraphQLError[];
        if (errors.some(({ message }) => bounds.has(message))) setResult(errors.map(named));
      };
    },
  };
}

function named(error: GraphQLError): GraphQLError {
  const bound = bounds.get(error.message);
  return bound === undefined ? error : limitError(bound[0], bound[1], null, error.nodes);
}
