import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import { type FacetPlan, type Keyed, keyed, type ListPlan, listPlan } from '../../loaders/plan.ts';
import { kinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { Condition } from '../../store/list-condition.ts';
import type { ListPageSpec, ListSpec } from '../../store/reads.ts';
import type { GraphContext } from '../context.ts';
import { connectionOf, type ListedEntity } from './connection.ts';
import type { CursorOrder } from './cursor.ts';
import type { EdgesArguments } from './edges-field.ts';
import { type NamingFields, withCurrentNames } from './filter-names.ts';
import { connectionAhead, facetsAhead } from './look-ahead.ts';
import { cursorOrder, sortOrder } from './orders.ts';
import { pageWindow } from './paging.ts';
import { memoizedPlan } from './plan-memo.ts';

interface ListFieldPlan {
  readonly page: ListPlan | null;
  readonly count: Keyed<ListSpec> | null;
  readonly facets: readonly FacetPlan[];
  readonly filter: unknown;
  readonly spec: ListPageSpec;
  readonly cursors: CursorOrder;
}

type ListArguments = EdgesArguments & { readonly filter?: object | null | undefined };

/** The resolver of a root field that pages the entities of a kind; `names`: what its filter names. */
export function listField<Args extends ListArguments>(
  kind: EntityKind,
  where: (args: Args) => Condition | null = () => null,
  names: NamingFields = {},
) {
  return (_root: unknown, args: Args, context: GraphContext, info: GraphQLResolveInfo) => {
    const planned = (given: Args) => planList(kind, where(given), given, context, info);
    const plan = memoizedPlan(info, context, () => planned(args));
    const { filter } = args;
    const resolved = (current: typeof filter) =>
      resolveList(current === filter ? plan : planned({ ...args, filter: current }), context);
    const current = withCurrentNames(filter, names, context);
    if (!(current instanceof Promise)) return resolved(current);
    // In the statement that looks the names up: nearly always they are the current ones.
    const early = resolveList(plan, context);
    if (early instanceof Promise) early.catch(() => {});
    return current.then((named) => (named === filter ? early : resolved(named)));
  };
}

function planList(
  kind: EntityKind,
  where: Condition | null,
  args: ListArguments,
  context: GraphContext,
  info: GraphQLResolveInfo,
): ListFieldPlan {
  const order = sortOrder(kind, args.orderBy);
  const cursors = cursorOrder(order, kinds[kind].typeName);
  const spec = { kind, where, order, window: pageWindow(args, cursors) };
  const rows = Math.max(1, spec.window.limit);
  const type = getNamedType(info.returnType);
  const wants = connectionAhead(type, info.fieldNodes, info, context, rows);
  const wanted = { ...spec, window: { ...spec.window, peek: wants.peek } };
  return {
    page: wants.page ? listPlan(wanted, wants.select) : null,
    count: wants.count ? keyed<ListSpec>({ kind, where }) : null,
    facets: facetsAhead(type, info.fieldNodes, info, context, args.filter),
    filter: args.filter,
    spec,
    cursors,
  };
}

function resolveList(plan: ListFieldPlan, context: GraphContext) {
  const connection = connectionOf<ListedEntity>({
    page: plan.page && context.loaders.list(plan.page),
    count: plan.count && context.loaders.listCount(plan.count),
    window: plan.spec.window,
    filter: plan.filter,
    cursors: plan.cursors,
    place: (row) => ({ value: row.sortValue, id: row.node.entity.id }),
  });
  // In the statement of the page; their fields, which come after the page, find them held.
  for (const facet of plan.facets) {
    const asked = context.loaders.facet(facet);
    if (asked instanceof Promise) asked.catch(() => {});
  }
  return connection;
}
