import { Neo4jGraphQL } from '@neo4j/graphql';
import type { GraphQLSchema } from 'graphql';
import { peerTypeDefs } from './type-defs.ts';

/** The schema that @neo4j/graphql makes from the type definitions. */
export function peerSchema(typeDefs = peerTypeDefs): Promise<GraphQLSchema> {
  // "Greater than" is off by default. Pages after a place need it.
  const features = { filters: { String: { GT: true } } };
  return new Neo4jGraphQL({ typeDefs, features }).getSchema();
}
