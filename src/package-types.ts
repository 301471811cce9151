import type { DocumentNode, FormattedExecutionResult, GraphQLSchema } from 'graphql';

/** The place of the graph. */
export type GlossgraphStore =
  | {
      /** Folders of seed files, as in SEEDS_DIR, which are held in memory. Default: the seeds of the package. */
      readonly seeds?: string;
    }
  | {
      /** The folder of an embedded store, as in DATA_DIR. */
      readonly embedded: string;
      /** The seeds that an empty store gets, as in SEEDS_DIR. Default: those of the package. */
      readonly seeds?: string;
    }
  | { readonly neo4j: GlossgraphNeo4j };

export interface GlossgraphNeo4j {
  /** An address such as neo4j://localhost:7687. */
  readonly uri: string;
  /** Default: neo4j. */
  readonly user?: string;
  /** Absent for a server without authentication. */
  readonly password?: string;
  /** Default: the user's. */
  readonly database?: string;
}

export interface GlossgraphOptions {
  /** Default: the seeds of the package, in memory. */
  readonly store?: GlossgraphStore;
  /** Base of the URIs of entities. Default: http://localhost:4000. */
  readonly publicUrl?: string;
  /** Receives what goes wrong inside, as the server would log it. Default: nothing is logged. */
  readonly onLog?: (line: Readonly<Record<string, unknown>>) => void;
}

export interface GlossgraphRequest {
  /** A GraphQL document. */
  readonly query: string | DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** A graph of AI terms, models and licenses. */
export interface Glossgraph {
  /** The public schema. Its resolvers need the context that `execute` and `fetch` give them. */
  readonly schema: GraphQLSchema;
  /** Answers an HTTP request in GraphQL, at any path, with the limits of the server. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Answers a query within the process, with the same limits. Errors are in the answer. */
  readonly execute: (request: GlossgraphRequest) => Promise<FormattedExecutionResult>;
  /** Closes the store. */
  readonly close: () => Promise<void>;
}
