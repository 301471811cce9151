import type { InputShapeFromFields } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { getNamedType } from 'graphql';
import { allThen, andThen } from '../../base/promises.ts';
import { keyed, planSelection } from '../../loaders/plan.ts';
import { type DisagreementRecord, zDisagreementRecord } from '../../ontology/disagreement.ts';
import { entityKinds } from '../../ontology/kinds.ts';
import type { DisagreementSpec } from '../../store/reads.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { ClaimPropertyRef, EntityKindRef } from '../enums.ts';
import { connectionOf, connectionType } from '../fields/connection.ts';
import type { CursorOrder } from '../fields/cursor.ts';
import { entityField } from '../fields/entity-field.ts';
import { inOrder } from '../fields/in-order.ts';
import { connectionAhead } from '../fields/look-ahead.ts';
import { pageArguments, pageWindow } from '../fields/paging.ts';
import { recordFields } from '../fields/record-fields.ts';
import { ClaimRef, EntityRef } from '../refs.ts';
import { EntityRefInput, locateReference } from './entity-ref.ts';

const cursors: CursorOrder = { name: 'disagreement+', type: 'string', ids: 'Disagreement' };
const nothing = planSelection([]);

const DisagreementRef = builder.objectRef<DisagreementRecord>('Disagreement').implement({
  description:
    'A contradiction between sources on one property or relation of one entity and artifact. The claims differ by more than the tolerance of the property, and their periods overlap.',
  fields: (t) => ({
    ...recordFields(
      t,
      zDisagreementRecord,
      {
        property: 'The property that the claims disagree about.',
        artifact:
          'The artifact that the claims are about. Null if the property is not about artifacts.',
        contested:
          'Whether the disagreement is open: two current claims contradict each other. Otherwise it is settled: one side is deprecated.',
        consequence: 'What depends on which side is right. Disagreements are ordered by it.',
        effects:
          'What changes with the claim that is believed, in words: the answers to a fixed set of uses, and the verdicts on openness.',
      },
      { property: ClaimPropertyRef },
    ),
    subject: entityField(
      t,
      EntityRef,
      'The entity that the claims are about.',
      ({ subjectId }) => subjectId,
    ),
    claims: t.field({
      type: [ClaimRef],
      nullable: true,
      description:
        'The claims that contradict each other, with source, date and rank. The best supported comes first.',
      resolve: ({ claimIds }, _args, { loaders }) =>
        andThen(allThen(claimIds.map((id) => loaders.claim(id))), (claims) =>
          claims.filter((claim) => claim !== null),
        ),
    }),
  }),
});

const DisagreementConnection = connectionType<DisagreementRecord, DisagreementRecord>(
  'Disagreement',
  DisagreementRef,
  (record) => record,
  'disagreements between sources',
);

const disagreementArguments = builder.args((t) => ({
  kinds: t.field({
    type: [EntityKindRef],
    description: 'Only about entities of these kinds. Default: all kinds.',
  }),
  property: t.field({
    type: ClaimPropertyRef,
    description: 'Only on this property. Default: all properties.',
  }),
  contested: t.boolean({
    description: 'Only open (true) or only settled (false) ones. Default: both.',
  }),
  of: t.field({ type: EntityRefInput, description: 'Only about this entity.' }),
  ...pageArguments,
}));

function resolvePage(
  args: InputShapeFromFields<typeof disagreementArguments>,
  subjectId: string | null,
  context: GraphContext,
  info: GraphQLResolveInfo,
) {
  const filters: DisagreementSpec = {
    kinds: inOrder('kinds', entityKinds, args.kinds) ?? entityKinds,
    property: args.property ?? null,
    contested: args.contested ?? null,
    subjectId,
  };
  const window = pageWindow(args, cursors);
  const type = getNamedType(info.returnType);
  const wants = connectionAhead(type, info.fieldNodes, info, context, 1);
  const { loaders } = context;
  return connectionOf<DisagreementRecord>({
    page: wants.page ? loaders.disagreements(keyed({ ...filters, window })) : null,
    count: wants.count ? loaders.disagreementCount(keyed(filters)) : null,
    window,
    cursors,
    filter: null,
    place: ({ sort, id }) => ({ value: sort, id }),
  });
}

builder.queryField('disagreements', (t) =>
  t.field({
    type: DisagreementConnection,
    nullable: true,
    description:
      'What the sources disagree about, the most consequential first. The order is by consequence, then open before settled, then the most effects first, then by entity, property and artifact. Judged when the graph was loaded. Null if `of` was not found.',
    args: disagreementArguments,
    resolve: (_root, args, context, info) =>
      andThen(args.of && locateReference('of', args.of, context, nothing), (entity) =>
        args.of != null && entity == null
          ? null
          : resolvePage(args, entity?.id ?? null, context, info),
      ),
  }),
);
