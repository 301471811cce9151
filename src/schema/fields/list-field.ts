import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import { type FacetPlan, type Keyed, keyed, keyedWith, type ListPlan } from '../../loaders/plan.ts';
import { kinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { ListPageSpec, ListSpec } from '../../store/reads.ts';
import type { GraphContext } from '../context.ts';
import { connectionOf, type ListedEntity } from './connection.ts';
import type { CursorOrder } from './cursor.ts';
import { conditionOf, type FilterInput } from './filter-conditions.ts';
import type { ListArguments } from './filter-input.ts';
import { withCurrentNames } from './filter-names.ts';
import { connectionAhead, facetsAhead } from './look-ahead.ts';
import { cursorOrder, sortOrder } from './orders.ts';
import { type PageArguments, pageWindow } from './paging.ts';
import { memoizedPlan } from './plan-memo.ts';

interface ListFieldPlan {
  readonly page: ListPlan | null;
  readonly count: Keyed<ListSpec> | null;
  readonly facets: readonly FacetPlan[];
  readonly filter: FilterInput | null;
  readonly spec: ListPageSpec;
  readonly cursors: CursorOrder;
}

type Arguments = PageArguments & Partial<ListArguments>;

/** The resolver of a root field that pages the entities of a kind. */
export function listField(kind: EntityKind) {
  return (_root: unknown, args: Arguments, context: GraphContext, info: GraphQLResolveInfo) => {
    const planned = (given: Arguments) => planList(kind, given, context, info);
    const plan = memoizedPlan(info, context, () => planned(args));
    const { filter } = args;
    const resolved = (current: typeof filter) =>
      resolveList(current === filter ? plan : planned({ ...args, filter: current }), context);
    const current = withCurrentNames(kind, filter, context);
    if (!(current instanceof Promise)) return resolved(current);
    // The page is requested together with the names, since most names are current.
    const early = resolveList(plan, context);
    if (early instanceof Promise) early.catch(() => {});
    return current.then((named) => (named === filter ? early : resolved(named)));
  };
}

function planList(
  kind: EntityKind,
  args: Arguments,
  context: GraphContext,
  info: GraphQLResolveInfo,
): ListFieldPlan {
  const order = sortOrder(kind, args.orderBy);
  const cursors = cursorOrder(order, kinds[kind].typeName);
  const filter = args.filter ?? null;
  const where = conditionOf(kind, filter);
  const spec = { kind, where, order, window: pageWindow(args, cursors) };
  const rows = Math.max(1, spec.window.limit);
  const type = getNamedType(info.returnType);
  const wants = connectionAhead(type, info.fieldNodes, info, context, rows);
  const wanted = { ...spec, window: { ...spec.window, peek: wants.peek } };
  return {
    page: wants.page ? keyedWith(wanted, wants.select) : null,
    count: wants.count ? keyed<ListSpec>({ kind, where }) : null,
    facets: facetsAhead(type, info.fieldNodes, info, context, filter),
    filter,
    spec,
    cursors,
  };
}

function resolveList(plan: ListFieldPlan, context: GraphContext) {
  const connection = connectionOf<ListedEntity, FilterInput | null>({
    page: plan.page && context.loaders.list(plan.page),
    count: plan.count && context.loaders.listCount(plan.count),
    window: plan.spec.window,
    filter: plan.filter,
    cursors: plan.cursors,
    place: (row) => ({ value: row.sortValue, id: row.node.entity.id }),
  });
  // Facets share a statement with the page. Their fields then find them in the cache.
  for (const facet of plan.facets) {
    const asked = context.loaders.facet(facet);
    if (asked instanceof Promise) asked.catch(() => {});
  }
  return connection;
}
