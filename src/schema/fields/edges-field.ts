import type { InputFieldMap, InputShapeFromFields } from '@pothos/core';
import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import { bestOutward } from '../../loaders/best-outward.ts';
import { type EdgeCountPlan, type EdgePlan, edgeCountPlan, edgePlan } from '../../loaders/plan.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EdgePageSpec, EdgeRow, EdgeSpec, EntityPart } from '../../store/reads.ts';
import { type FieldBuilder, objectFields } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { connectionOf } from './connection.ts';
import { relationConnections } from './connections.ts';
import type { CursorOrder } from './cursor.ts';
import { type CoercedArguments, needing, type PlanContext } from './field-needs.ts';
import { connectionAhead, pageWanted } from './look-ahead.ts';
import { cursorOrder, type OrderArgument, sortOrder } from './orders.ts';
import { type PageArguments, pageArguments, pageWindow } from './paging.ts';
import { memoizedPlan } from './plan-memo.ts';

// The number of owners assumed for a field of relations, which does not know it.
const rowsAssumed = 10;

/** The relations of a field. Missing parts have defaults. */
type EdgesOf = Pick<EdgeSpec, 'types' | 'direction'> & Partial<EdgeSpec>;

interface EdgesPlan {
  readonly page: EdgePlan | null;
  readonly count: EdgeCountPlan | null;
  readonly spec: EdgePageSpec;
  readonly cursors: CursorOrder;
}

type NoArguments = Record<never, never>;

/**
 * A field that pages the neighbors, of one kind or of any, along relations. The relations are
 * fixed, or depend on more arguments of the field.
 */
export function relationsField<Args extends InputFieldMap = NoArguments>(
  t: FieldBuilder<EntityPart>,
  to: EntityKind | 'ANY',
  description: string,
  edges: EdgesOf | ((args: InputShapeFromFields<Args>, context: PlanContext) => EdgesOf),
  args?: Args,
) {
  type Given = PageArguments & InputShapeFromFields<Args>;
  const specOf = (given: Given, context: PlanContext): EdgePageSpec => {
    const { orderBy } = given as { readonly orderBy?: OrderArgument | null };
    const order = sortOrder(to === 'ANY' ? 'TERM' : to, orderBy);
    return {
      ...bestOutward,
      ...(typeof edges === 'function' ? edges(given, context) : edges),
      facts: true,
      order,
      window: pageWindow(given, cursorOrder(order, 'entity')),
    };
  };
  return objectFields(t).field({
    type: relationConnections[to],
    nullable: true,
    description,
    args: { ...pageArguments, ...args },
    extensions: needing({
      edges: (given: CoercedArguments, context) => specOf(given as unknown as Given, context),
    }),
    resolve: (owner, given, context, info) =>
      resolveEdges(owner.id, planEdges(specOf, given as Given, context, info), context),
  });
}

function planEdges<Args>(
  specOf: (args: Args, context: PlanContext) => EdgePageSpec,
  args: Args,
  context: GraphContext,
  info: GraphQLResolveInfo,
): EdgesPlan {
  return memoizedPlan(info, context, () => {
    const spec = specOf(args, context);
    const rows = rowsAssumed * Math.max(1, spec.window.limit);
    const type = getNamedType(info.returnType);
    const wants = connectionAhead(type, info.fieldNodes, info, context, rows);
    return {
      page: wants.page ? edgePlan(pageWanted(spec, wants), wants.select) : null,
      count: wants.count ? edgeCountPlan(spec) : null,
      spec,
      cursors: cursorOrder(spec.order, 'entity'),
    };
  });
}

/** The page and the count are requested in the same tick, so that they share a statement. */
function resolveEdges(ownerId: string, plan: EdgesPlan, context: GraphContext) {
  return connectionOf<EdgeRow>({
    page: plan.page && context.loaders.edges(ownerId, plan.page),
    count: plan.count && context.loaders.edgeCount(ownerId, plan.count),
    window: plan.spec.window,
    cursors: plan.cursors,
    filter: null,
    place: ({ sortValue, neighbor }) => ({ value: sortValue, id: neighbor.entity.id }),
  });
}
