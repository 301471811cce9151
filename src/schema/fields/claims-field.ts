import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import { type Keyed, keyed } from '../../loaders/plan.ts';
import type { ClaimProperty } from '../../ontology/properties.ts';
import type { ClaimRecord } from '../../ontology/records.ts';
import type { ClaimPageSpec, ClaimSpec, RankFilter } from '../../store/reads.ts';
import type { GraphContext } from '../context.ts';
import type { Identified } from '../node.ts';
import { connectionOf } from './connection.ts';
import type { CursorOrder } from './cursor.ts';
import { connectionAhead } from './look-ahead.ts';
import { type PageArguments, pageWindow } from './paging.ts';
import { memoizedPlan } from './plan-memo.ts';

const cursors: CursorOrder = { name: 'claim+', type: 'string', ids: 'Claim' };

export interface ClaimsArguments extends PageArguments {
  readonly property?: ClaimProperty | null | undefined;
  readonly contested?: boolean | null | undefined;
  readonly ranks?: RankFilter;
}

interface ClaimsPlan {
  readonly page: Keyed<ClaimPageSpec> | null;
  readonly count: Keyed<ClaimSpec> | null;
  readonly spec: ClaimPageSpec;
}

/** The resolver of a field that pages the claims on an entity, on a relation, or by a source. */
export function claimsField(of: ClaimSpec['of']) {
  return (
    owner: Identified,
    args: ClaimsArguments,
    context: GraphContext,
    info: GraphQLResolveInfo,
  ) => {
    const plan = memoizedPlan(info, context, () => planClaims(of, args, context, info));
    return connectionOf<ClaimRecord>({
      page: plan.page && context.loaders.claims(owner.id, plan.page),
      count: plan.count && context.loaders.claimCount(owner.id, plan.count),
      window: plan.spec.window,
      cursors,
      place: (claim) => ({ value: claim.sort, id: claim.id }),
    });
  };
}

function planClaims(
  of: ClaimSpec['of'],
  args: ClaimsArguments,
  context: GraphContext,
  info: GraphQLResolveInfo,
): ClaimsPlan {
  const filters: ClaimSpec = {
    of,
    property: args.property ?? null,
    contested: args.contested ?? null,
    ranks: args.ranks ?? 'ALL',
  };
  const spec: ClaimPageSpec = { ...filters, window: pageWindow(args, cursors) };
  const type = getNamedType(info.returnType);
  const wants = connectionAhead(type, info.fieldNodes, info, context, 1);
  return {
    page: wants.page ? keyed(spec) : null,
    count: wants.count ? keyed(filters) : null,
    spec,
  };
}
