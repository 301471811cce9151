// What the bench uses of @neo4j/graphql, which only bench/package.json installs: the types of the
// whole repository are checked without it.
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
