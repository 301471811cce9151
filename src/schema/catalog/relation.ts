import { relations } from '../../ontology/relations.ts';
import { builder } from '../builder.ts';
import {
  ArtifactRef,
  DerivationMethodRef,
  EvidenceRef,
  RankRef,
  RelationTypeRef,
} from '../enums.ts';
import { claimsField } from '../fields/claims-field.ts';
import { ClaimConnection } from '../fields/connections.ts';
import { entityById } from '../fields/entity-field.ts';
import { pageArguments } from '../fields/paging.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, RelationRef, SourceRef } from '../refs.ts';

builder.objectType(RelationRef, {
  description:
    'An edge of the graph and what is known about it. Attributes that its type does not have are null.',
  interfaces: [NodeRef],
  fields: (t) => ({
    type: t.expose('type', { type: RelationTypeRef, description: 'How its ends are linked.' }),
    from: t.field({
      type: EntityRef,
      nullable: true,
      description: 'Where it starts; of a symmetric relation, the end with the smaller id.',
      resolve: (relation, _args, context, info) => entityById(relation.fromId, context, info),
    }),
    to: t.field({
      type: EntityRef,
      nullable: true,
      description: 'Where it ends.',
      resolve: (relation, _args, context, info) => entityById(relation.toId, context, info),
    }),
    symmetric: t.boolean({
      description: 'Whether it reads the same from either end.',
      resolve: (relation) => relations[relation.type].symmetric,
    }),
    note: t.exposeString('note', { nullable: true, description: 'What else is to be said.' }),
    rank: t.expose('rank', { type: RankRef, description: 'The best rank of its claims.' }),
    evidence: t.expose('evidence', {
      type: EvidenceRef,
      nullable: true,
      description: 'How the source of its best claim was read; null: our own judgment.',
    }),
    asOf: t.expose('asOf', {
      type: 'PartialDate',
      nullable: true,
      description: 'The date its best claim speaks from.',
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: 'Who states its best claim.',
      resolve: ({ sourceId }, _args, context) =>
        sourceId === null ? null : context.loaders.source(sourceId),
    }),
    contested: t.exposeBoolean('contested', {
      description: 'Whether another current claim contradicts it.',
    }),
    artifact: t.expose('artifact', {
      type: ArtifactRef,
      nullable: true,
      description: 'LICENSED_UNDER: what is licensed.',
    }),
    expression: t.exposeString('expression', {
      nullable: true,
      description:
        'LICENSED_UNDER: the SPDX expression stated, where several licenses meet (AND binds together, OR is the choice of the user).',
    }),
    since: t.expose('since', {
      type: 'PartialDate',
      nullable: true,
      description: 'LICENSED_UNDER: from when, inclusive; null: from the release.',
    }),
    until: t.expose('until', {
      type: 'PartialDate',
      nullable: true,
      description: 'LICENSED_UNDER: until when, exclusive; null: still.',
    }),
    method: t.expose('method', {
      type: DerivationMethodRef,
      nullable: true,
      description: 'DERIVED_FROM: how it was made.',
    }),
    claims: t.field({
      type: ClaimConnection,
      nullable: true,
      description: 'Who states it, best rank first.',
      args: { ...pageArguments },
      resolve: claimsField('relation'),
    }),
  }),
});
