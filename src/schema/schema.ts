import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './scalars.ts';
import './catalog/entity.ts';
import './catalog/term.ts';
import './catalog/model.ts';
import './catalog/license.ts';
import './catalog/organization.ts';
import './catalog/tool.ts';
import './catalog/relation.ts';
import './catalog/claim.ts';
import './catalog/source.ts';
import './catalog/disagreement-connection.ts';
import './node-query.ts';
import './catalog/entity-query.ts';
import './catalog/list-queries.ts';
import './catalog/model-facets.ts';
import './catalog/graph-info.ts';
import './explore/path.ts';
import './explore/neighborhood.ts';
import './explore/prerequisites.ts';
import './explore/recent-changes.ts';
import './explore/lineage-field.ts';
import './licensing/clause-type.ts';
import './licensing/verdict.ts';
import './licensing/effective-license.ts';
import './licensing/openness-field.ts';
import './licensing/models-usable.ts';
import './explore/annotate.ts';
import './explore/search-query.ts';
import './explore/suggest-query.ts';
import './licensing/resolve-license.ts';

builder.queryType({
  // The description of the whole schema. It is here since client generators fail on a description
  // of the schema itself.
  description:
    'Terms of AI, the models that are examples of them, and the licenses of those models. Every statement has its source. What it says about licenses and uses is not legal advice.',
});

let built: GraphQLSchema | undefined;

/** The executable schema, with types sorted by name. */
export function buildSchema(): GraphQLSchema {
  built ??= builder.toSchema({ sortSchema: true });
  return built;
}
