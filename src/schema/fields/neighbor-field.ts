import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { MaybePromise } from '../../base/maybe-promise.ts';
import { andThen } from '../../base/promises.ts';
import { bestOutward } from '../../loaders/best-outward.ts';
import { edgePlan } from '../../loaders/plan.ts';
import type { RelationType } from '../../ontology/relations.ts';
import type { EdgePageSpec, EntityPart } from '../../store/reads.ts';
import type { GraphContext } from '../context.ts';
import { needing } from './field-needs.ts';
import { selectionAhead } from './look-ahead.ts';
import { memoizedPlan } from './plan-memo.ts';

/** The extensions and resolver of a field for the best neighbor along a relation. */
export function neighborField(type: RelationType) {
  const spec: EdgePageSpec = {
    types: [type],
    ...bestOutward,
    order: { property: 'sort', descending: false },
    facts: false,
    window: { limit: 1, after: null, before: null, backward: false, peek: false },
  };
  return {
    extensions: needing({ neighbor: spec }),
    resolve: (
      owner: EntityPart,
      _args: object,
      context: GraphContext,
      info: GraphQLResolveInfo,
    ): MaybePromise<EntityPart | null> => {
      const plan = memoizedPlan(info, context, () =>
        edgePlan(
          spec,
          selectionAhead(getNamedType(info.returnType), info.fieldNodes, info, context),
        ),
      );
      return andThen(
        context.loaders.edges(owner.id, plan),
        ({ rows: [row] }) => row?.neighbor.entity ?? null,
      );
    },
  };
}
