import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './scalars.ts';
import './entity.ts';
import './term.ts';
import './model.ts';
import './license.ts';
import './organization.ts';
import './tool.ts';
import './relation.ts';
import './claim.ts';
import './source.ts';
import './disagreements.ts';
import './node-query.ts';
import './entity-query.ts';
import './list-queries.ts';
import './model-facets.ts';
import './graph-info.ts';
import './path.ts';
import './neighborhood.ts';
import './prerequisites.ts';
import './lineage.ts';
import './clause.ts';
import './verdict.ts';
import './effective-license.ts';
import './openness.ts';
import './models-usable.ts';
import './annotate.ts';
import './search.ts';
import './suggest.ts';
import './resolve-license.ts';

builder.queryType({
  // Of the whole schema; here, because generators of clients break on a description of a schema.
  description:
    'Terms of AI, the models that show them, and the licenses those models carry; every statement with its source. What it says about licenses and uses is not legal advice.',
});

let built: GraphQLSchema | undefined;

/** The executable schema; types are sorted by name. */
export function buildSchema(): GraphQLSchema {
  built ??= builder.toSchema({ sortSchema: true });
  return built;
}
