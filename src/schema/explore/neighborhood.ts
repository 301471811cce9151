import type { InputShapeFromFields } from '@pothos/core';
import { keyed, planSelection } from '../../loaders/plan.ts';
import { entityKinds } from '../../ontology/kinds.ts';
import { type RelationType, relationTypes } from '../../ontology/relations.ts';
import { boundedInt, notFound } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { EntityRefInput, locateReference, unknownReference } from '../catalog/entity-ref.ts';
import type { GraphContext } from '../context.ts';
import { EntityKindRef, RelationTypeRef } from '../enums.ts';
import { entityById } from '../fields/entity-field.ts';
import { inOrder } from '../fields/in-order.ts';
import { limitArgument } from '../fields/paging.ts';
import { EntityRef, RelationRef } from '../refs.ts';

const maxDepth = 3;
const maxEntities = 500;
const maxRelations = 2000;

interface Subgraph {
  readonly ids: readonly string[];
  readonly types: readonly RelationType[];
  /** Whether there are more entities within the depth. */
  readonly cut: boolean;
}

const SubgraphRef = builder.objectRef<Subgraph>('Subgraph').implement({
  description: 'A part of the graph.',
  fields: (t) => ({
    entities: t.field({
      type: [EntityRef],
      nullable: { list: true, items: true },
      description:
        'Its entities: the center first, then the nearest, then those with the fewest relations.',
      resolve: ({ ids }, _args, context, info) => ids.map((id) => entityById(id, context, info)),
    }),
    relations: t.field({
      type: [RelationRef],
      description: 'The relations among them, each once, by id.',
      resolve: async (subgraph, _args, context) =>
        (await relationsIn(subgraph, context)).slice(0, maxRelations),
    }),
    truncated: t.boolean({
      description: `Whether something was left out: there were more entities within the depth than the limit, or more than ${maxRelations} relations.`,
      resolve: async (subgraph, _args, context) =>
        subgraph.cut || (await relationsIn(subgraph, context)).length > maxRelations,
    }),
  }),
});

/** The relations among the entities; one beyond the maximum shows that there are more. */
function relationsIn({ ids, types }: Subgraph, { loaders }: GraphContext) {
  return loaders.walks.relationsAmong(ids, types, maxRelations);
}

const neighborhoodArguments = builder.args((t) => ({
  of: t.field({ type: EntityRefInput, required: true, description: 'The center.' }),
  depth: t.int({
    required: true,
    defaultValue: 1,
    description: `Maximum number of steps from the center: 0 to ${maxDepth}.`,
  }),
  via: t.field({
    type: [RelationTypeRef],
    description: 'Follow only relations of these types. Default: all types.',
  }),
  kinds: t.field({
    type: [EntityKindRef],
    description:
      'Only entities of these kinds, apart from the center. Entities that are reached only through other kinds are left out. Default: all kinds.',
  }),
  ...limitArgument(100, 'entities, including the center', maxEntities),
}));

async function surroundings(
  args: InputShapeFromFields<typeof neighborhoodArguments>,
  context: GraphContext,
): Promise<Subgraph> {
  const depth = boundedInt('depth', args.depth, 0, maxDepth);
  const limit = boundedInt('limit', args.limit, 1, maxEntities);
  const types = inOrder('via', relationTypes, args.via) ?? relationTypes;
  const neighborKinds = inOrder('kinds', entityKinds, args.kinds);
  const center = await locateReference('of', args.of, context, planSelection([]));
  if (center === null) throw notFound([unknownReference('of', args.of)]);
  const plan = keyed({ types, neighborKinds, depth, limit });
  const found = (await context.loaders.walks.surroundings(center.id, plan)) ?? [];
  const ids = found.slice(0, limit).map(({ id }) => id);
  return { ids, types, cut: found.length > limit };
}

builder.queryField('neighborhood', (t) =>
  t.field({
    type: SubgraphRef,
    nullable: true,
    description:
      'The entities around an entity, and the relations among them. The nearest entities come first, then those with the fewest relations. Error NOT_FOUND if `of` was not found.',
    args: neighborhoodArguments,
    resolve: (_root, args, context) => surroundings(args, context),
  }),
);
