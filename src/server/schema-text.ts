import {
  GraphQLOneOfDirective,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  lexicographicSortSchema,
  print,
  printSchema,
} from 'graphql';
import { buildSchema } from '../schema/schema.ts';

/** The public schema as SDL: the content of schema.graphql. */
export function schemaText(): string {
  return sdlOf(buildSchema());
}

/**
 * A schema as sorted SDL. It contains the definition of @oneOf if an input uses it, because older
 * readers refuse unknown directives and graphql-js does not print it.
 */
export function sdlOf(schema: GraphQLSchema): string {
  const types = `${printSchema(lexicographicSortSchema(schema))}\n`;
  const usesOneOf = Object.values(schema.getTypeMap()).some(
    (type) => isInputObjectType(type) && type.isOneOf,
  );
  return usesOneOf ? `${oneOfDefinition()}\n\n${types}` : types;
}

function oneOfDefinition(): string {
  const { name, description, locations } = GraphQLOneOfDirective;
  return print({
    kind: Kind.DIRECTIVE_DEFINITION,
    name: { kind: Kind.NAME, value: name },
    ...(description && { description: { kind: Kind.STRING, value: description, block: true } }),
    repeatable: false,
    locations: locations.map((value) => ({ kind: Kind.NAME, value })),
  });
}
