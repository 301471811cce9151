import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { PlannedSelection } from '../../loaders/plan.ts';
import type { GraphContext } from '../context.ts';
import { selectionAhead } from './look-ahead.ts';
import { memoizedPlan } from './plan-memo.ts';

/** What the field's selection wants of the entity it gives. */
export function entitySelection(context: GraphContext, info: GraphQLResolveInfo): PlannedSelection {
  return memoizedPlan(info, context, () =>
    selectionAhead(getNamedType(info.returnType), info.fieldNodes, info, context),
  );
}

/** The entity of an id, with what the field's selection wants of it; null for no id. */
export function entityById(id: string | null, context: GraphContext, info: GraphQLResolveInfo) {
  return id === null ? null : context.loaders.entity(id, entitySelection(context, info));
}
