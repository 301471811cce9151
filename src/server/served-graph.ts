import { andThen } from '../base/promises.ts';
import { createGraphReader, type GraphReaderOptions } from '../loaders/graph-reader.ts';
import type { Loaders } from '../loaders/loaders.ts';
import type { GraphContext } from '../schema/context.ts';
import { buildSchema } from '../schema/schema.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { RequestScope } from './graphql-handler.ts';
import type { CountedGraph } from './server.ts';

interface ServedGraphOptions {
  readonly reader: GraphReaderOptions;
  /** The base of the URIs of entities, without a trailing slash. */
  readonly publicUrl: string;
}

/** The public schema over an open store. */
export function createServedGraph(store: GraphStore, options: ServedGraphOptions): CountedGraph {
  const reader = createGraphReader(store, options.reader);
  const about = { name: store.name, version: store.version() };
  const contextOf = (loaders: Loaders, { turn }: RequestScope): GraphContext => ({
    loaders,
    turn,
    publicUrl: options.publicUrl,
    today: new Date().toISOString().slice(0, 10),
    store: about,
  });
  return {
    schema: buildSchema(),
    contextFor(scope: RequestScope) {
      const loaders = reader.forRequest(scope);
      return andThen(loaders, (ready) => contextOf(ready, scope));
    },
    generationOf(context) {
      const { loaders, today } = context as GraphContext;
      return loaders.generation === null ? null : `${loaders.generation}/${today}`;
    },
    groundOf: (context) => (context as GraphContext).loaders.ground(),
    cacheCounts: () => reader.statistics(),
  };
}
