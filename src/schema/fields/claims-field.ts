import type { InputShapeFromFields } from '@pothos/core';
import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import { type Keyed, keyed } from '../../loaders/plan.ts';
import type { ClaimRecord } from '../../ontology/records.ts';
import type { ClaimPageSpec, ClaimSpec } from '../../store/reads.ts';
import { builder, type FieldBuilder, objectFields } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { ClaimPropertyRef, RankFilterRef } from '../enums.ts';
import type { Identified } from '../node.ts';
import { connectionOf } from './connection.ts';
import { ClaimConnection } from './connections.ts';
import type { CursorOrder } from './cursor.ts';
import { connectionAhead } from './look-ahead.ts';
import { type PageArguments, pageArguments, pageWindow } from './paging.ts';
import { memoizedPlan } from './plan-memo.ts';

const cursors: CursorOrder = { name: 'claim+', type: 'string', ids: 'Claim' };

interface ClaimsPlan {
  readonly page: Keyed<ClaimPageSpec> | null;
  readonly count: Keyed<ClaimSpec> | null;
  readonly spec: ClaimPageSpec;
}

/** The arguments that filter claims. */
const claimArguments = builder.args((t) => ({
  property: t.field({ type: ClaimPropertyRef, description: 'Only claims on this property.' }),
  contested: t.boolean({
    description:
      'Only claims that another claim contradicts (true), or only the other claims (false).',
  }),
  ranks: t.field({
    type: RankFilterRef,
    required: true,
    defaultValue: 'ALL',
    description: 'Only claims of these ranks.',
  }),
}));

type ClaimsArguments = PageArguments & Partial<InputShapeFromFields<typeof claimArguments>>;

/**
 * A field that pages the claims on an entity, on a relation, or by a source. Claims on an entity
 * have filters.
 */
export function claimsField<Parent extends Identified>(
  t: FieldBuilder<Parent>,
  of: ClaimSpec['of'],
  description: string,
) {
  const more: Partial<typeof claimArguments> = of === 'subject' ? claimArguments : {};
  return objectFields(t).field({
    type: ClaimConnection,
    nullable: true,
    description,
    args: { ...pageArguments, ...more },
    resolve: (owner, args, context, info) => {
      const given = args as ClaimsArguments;
      const plan = memoizedPlan(info, context, () => planClaims(of, given, context, info));
      const { id } = owner as Parent;
      return connectionOf<ClaimRecord>({
        page: plan.page && context.loaders.claims(id, plan.page),
        count: plan.count && context.loaders.claimCount(id, plan.count),
        window: plan.spec.window,
        cursors,
        filter: null,
        place: (claim) => ({ value: claim.sort, id: claim.id }),
      });
    },
  });
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
