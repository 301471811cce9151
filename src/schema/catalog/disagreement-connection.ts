import type { GraphQLResolveInfo } from 'graphql';
import { getNamedType } from 'graphql';
import { allThen, andThen } from '../../base/promises.ts';
import { keyed, planSelection } from '../../loaders/plan.ts';
import { ConsequenceEnum, type DisagreementRecord } from '../../ontology/disagreement.ts';
import { entityKinds } from '../../ontology/kinds.ts';
import type { ClaimProperty } from '../../ontology/properties.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { DisagreementSpec } from '../../store/reads.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { ArtifactRef, ClaimPropertyRef, EntityKindRef, enumRef } from '../enums.ts';
import { connectionOf, connectionType } from '../fields/connection.ts';
import type { CursorOrder } from '../fields/cursor.ts';
import { entityById } from '../fields/entity-field.ts';
import { inOrder } from '../fields/in-order.ts';
import { connectionAhead } from '../fields/look-ahead.ts';
import { type PageArguments, pageArguments, pageWindow } from '../fields/paging.ts';
import { ClaimRef, EntityRef } from '../refs.ts';
import { type EntityReference, EntityRefInput, locateReference } from './entity-ref.ts';

const cursors: CursorOrder = { name: 'disagreement+', type: 'string', ids: 'Disagreement' };
const nothing = planSelection([]);

const ConsequenceRef = enumRef(ConsequenceEnum);

const DisagreementRef = builder.objectRef<DisagreementRecord>('Disagreement').implement({
  description:
    'Sources that contradict each other on one property (or edge) of one entity and artifact, beyond its tolerance, for a time that both speak of.',
  fields: (t) => ({
    subject: t.field({
      type: EntityRef,
      nullable: true,
      description: 'What they speak of.',
      resolve: ({ subjectId }, _args, context, info) => entityById(subjectId, context, info),
    }),
    property: t.expose('property', {
      type: ClaimPropertyRef,
      description: 'What they say differently of it.',
    }),
    artifact: t.expose('artifact', {
      type: ArtifactRef,
      nullable: true,
      description: 'The artifact they speak of, where the property is one of artifacts.',
    }),
    claims: t.field({
      type: [ClaimRef],
      nullable: true,
      description:
        'All that contradict another one, with source, date and rank: the best supported first.',
      resolve: ({ claimIds }, _args, { loaders }) =>
        andThen(allThen(claimIds.map((id) => loaders.claim(id))), (claims) =>
          claims.filter((claim) => claim !== null),
        ),
    }),
    contested: t.exposeBoolean('contested', {
      description:
        'Whether two current claims are among them; otherwise one side is deprecated: it is settled which to believe.',
    }),
    consequence: t.expose('consequence', {
      type: ConsequenceRef,
      description: 'What hangs on it, of which disagreements are ordered.',
    }),
    effects: t.stringList({
      description:
        'What comes out differently by which claim, in words: answers to a fixed set of uses, and verdicts on openness.',
      resolve: ({ effects }) => effects,
    }),
  }),
});

const DisagreementConnection = connectionType<DisagreementRecord, DisagreementRecord>(
  'Disagreement',
  DisagreementRef,
  (record) => record,
  'what the sources disagree about',
);

interface DisagreementsArguments extends PageArguments {
  readonly kinds?: readonly EntityKind[] | null | undefined;
  readonly property?: ClaimProperty | null | undefined;
  readonly contested?: boolean | null | undefined;
}

function resolvePage(
  args: DisagreementsArguments,
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
    place: ({ sort, id }) => ({ value: sort, id }),
  });
}

function located(
  reference: EntityReference | null | undefined,
  context: GraphContext,
): ReturnType<typeof locateReference> {
  return reference == null ? null : locateReference('of', reference, context, nothing);
}

builder.queryField('disagreements', (t) =>
  t.field({
    type: DisagreementConnection,
    nullable: true,
    description:
      'What the sources disagree about, the most consequential first: by consequence, then open before settled, then by how much comes out differently, then by entity, property and artifact. Judged when the graph was loaded. Null where `of` names nothing.',
    args: {
      kinds: t.arg({
        type: [EntityKindRef],
        description: 'Only about entities of these kinds; not given: of any.',
      }),
      property: t.arg({
        type: ClaimPropertyRef,
        description: 'Only on this property; not given: on any.',
      }),
      contested: t.arg.boolean({
        description: 'Only open (true) or settled (false) ones; not given: both.',
      }),
      of: t.arg({ type: EntityRefInput, description: 'Only about this entity.' }),
      ...pageArguments,
    },
    resolve: (_root, args, context, info) =>
      andThen(located(args.of, context), (entity) =>
        args.of != null && entity === null
          ? null
          : resolvePage(args, entity?.id ?? null, context, info),
      ),
  }),
);
