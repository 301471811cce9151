import {
  astFromValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
type Complete = (value: unknown) => unknown;

type Known = Map<GraphQLInputType, Complete>;

/**
 * Fills in the defaults of variables, and of input objects that are given by variables: compiled
 * code takes a value that must not be null for missing where it was left out, although it has a
 * default. The values are such as clients send, of the right types.
 */
export function variableCompleter(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): (variables: Variables) => Variables {
  const known: Known = new Map();
  const named = definitions.flatMap(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node);
    const complete = type !== undefined && isInputType(type) ? completer(type, known) : null;
    const fallback = defaultValue && valueFromASTUntyped(defaultValue);
    if (complete === null && fallback === undefined) return [];
    return [{ name: variable.name.value, complete, fallback }];
  });
  if (named.length === 0) return (variables) => variables;
  return (variables) => {
    const completed: Record<string, unknown> = { ...variables };
    for (const { name, complete, fallback } of named) {
      if (completed[name] === undefined && fallback !== undefined) completed[name] = fallback;
      if (complete !== null && completed[name] != null) completed[name] = complete(completed[name]);
    }
    return completed;
  };
}

function completer(given: GraphQLInputType, known: Known): Complete | null {
  const type = getNullableType(given);
  if (isListType(type)) {
    const one = completer(type.ofType, known);
    // A single value stands for a list of one.
    return (
      one &&
      ((value) => (Array.isArray(value) ? value.map((item) => item && one(item)) : one(value)))
    );
  }
  if (!isInputObjectType(type)) return null;
  const made = known.get(type);
  if (made !== undefined) return made;
  let defaults: Readonly<Record<string, unknown>> = {};
  let inner: readonly { name: string; complete: Complete }[] = [];
  const complete: Complete = (value) => {
    const object: Record<string, unknown> = { ...defaults, ...(value as object) };
    for (const field of inner) {
      if (object[field.name] != null) object[field.name] = field.complete(object[field.name]);
    }
    return object;
  };
  // Known before its fields are looked at: an input may hold others of its own type.
  known.set(type, complete);
  const fields = Object.values(type.getFields());
  defaults = Object.fromEntries(
    fields.flatMap(({ name, type: ofField, defaultValue }) => {
      const node = defaultValue === undefined ? null : astFromValue(defaultValue, ofField);
      return node == null ? [] : [[name, valueFromASTUntyped(node)]];
    }),
  );
  inner = fields.flatMap(({ name, type: ofField }) => {
    const found = completer(ofField, known);
    return found === null ? [] : [{ name, complete: found }];
  });
  return complete;
}
