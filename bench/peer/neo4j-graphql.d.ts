// The parts of @neo4j/graphql that the bench uses. Only bench/package.json installs it, but the
// types of the whole repository are checked without it.
declare module '@neo4j/graphql' {
  import type { GraphQLSchema } from 'graphql';

  export class Neo4jGraphQL {
    constructor(options: {
      readonly typeDefs: string;
      readonly driver?: object;
      readonly features?: object;
    });
    getSchema(): Promise<GraphQLSchema>;
  }
}
