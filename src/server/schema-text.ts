import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from '../schema/schema.ts';

/** The public schema as SDL, sorted: the content of schema.graphql. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(buildSchema()))}\n`;
}
