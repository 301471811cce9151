import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { MaybePromise } from '../../base/maybe-promise.ts';
import { bestOutward } from '../../loaders/best-outward.ts';
import { type EdgeCountPlan, type EdgePlan, edgeCountPlan, edgePlan } from '../../loaders/plan.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EdgePageSpec, EdgeRow, EdgeSpec, EntityPart } from '../../store/reads.ts';
import type { GraphContext } from '../context.ts';
import { type Connection, connectionOf } from './connection.ts';
import type { CursorOrder } from './cursor.ts';
import { type CoercedArguments, type FieldPlan, type PlanContext, planned } from './field-plan.ts';
import { connectionAhead, pageWanted } from './look-ahead.ts';
import { cursorOrder, type OrderArgument, sortOrder } from './orders.ts';
import { type PageArguments, pageWindow } from './paging.ts';
import { memoizedPlan } from './plan-memo.ts';

// A field of relations does not know how many owners it will be asked for; assume a full page.
const rowsAssumed = 10;

/** Arguments that a field of relations may have, besides those of its own. */
export interface EdgesArguments extends PageArguments {
  readonly orderBy?: OrderArgument | null | undefined;
}

/** What a field of relations says of itself; the rest has defaults. */
export type EdgesOf = Pick<EdgeSpec, 'types' | 'direction'> & Partial<EdgeSpec>;

interface EdgesPlan {
  readonly page: EdgePlan | null;
  readonly count: EdgeCountPlan | null;
  readonly spec: EdgePageSpec;
  readonly cursors: CursorOrder;
}

/** Extensions and resolver of a field that pages relations. */
export interface EdgesField<Args> {
  readonly extensions: { readonly glossgraph: FieldPlan };
  readonly resolve: (
    owner: EntityPart,
    args: Args,
    context: GraphContext,
    info: GraphQLResolveInfo,
  ) => MaybePromise<Connection<EdgeRow>>;
}

/** Pages relations that are always the same; `neighbor` is the kind whose orders the field takes. */
export function edgesField(neighbor: EntityKind, edges: EdgesOf): EdgesField<EdgesArguments> {
  return filteredEdgesField<EdgesArguments>(neighbor, () => edges);
}

/** Pages relations that the field's own arguments choose. */
export function filteredEdgesField<Args extends EdgesArguments>(
  neighbor: EntityKind,
  describe: (args: Args, context: PlanContext) => EdgesOf,
): EdgesField<Args> {
  const specOf = (args: Args, context: PlanContext): EdgePageSpec => {
    const order = sortOrder(neighbor, args.orderBy);
    return {
      ...bestOutward,
      ...describe(args, context),
      facts: true,
      order,
      window: pageWindow(args, cursorOrder(order, 'entity')),
    };
  };
  return {
    extensions: planned({
      edges: (args: CoercedArguments, context) => specOf(args as unknown as Args, context),
    }),
    resolve: (owner, args, context, info) =>
      resolveEdges(owner.id, planEdges(specOf, args, context, info), context),
  };
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

/** Page and count are asked for in the same tick, so that they share a statement. */
function resolveEdges(ownerId: string, plan: EdgesPlan, context: GraphContext) {
  return connectionOf<EdgeRow>({
    page: plan.page && context.loaders.edges(ownerId, plan.page),
    count: plan.count && context.loaders.edgeCount(ownerId, plan.count),
    window: plan.spec.window,
    cursors: plan.cursors,
    place: ({ sortValue, neighbor }) => ({ value: sortValue, id: neighbor.entity.id }),
  });
}
