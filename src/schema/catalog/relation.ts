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
import { entityField, sourceField } from '../fields/entity-field.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, RelationRef } from '../refs.ts';

builder.objectType(RelationRef, {
  description:
    'An edge of the graph and what is known about it. Attributes that its type does not have are null.',
  interfaces: [NodeRef],
  fields: (t) => ({
    type: t.expose('type', { type: RelationTypeRef, description: 'How its ends are linked.' }),
    from: entityField(
      t,
      EntityRef,
      'The entity where it starts. For a symmetric relation: the end with the smaller id.',
      ({ fromId }) => fromId,
    ),
    to: entityField(t, EntityRef, 'The entity where it ends.', ({ toId }) => toId),
    symmetric: t.boolean({
      description: 'Whether it reads the same from either end.',
      resolve: (relation) => relations[relation.type].symmetric,
    }),
    note: t.exposeString('note', { nullable: true, description: 'A remark.' }),
    rank: t.expose('rank', { type: RankRef, description: 'The best rank of its claims.' }),
    evidence: t.expose('evidence', {
      type: EvidenceRef,
      nullable: true,
      description: "How the source of its best claim was read. Null: the editors' own judgment.",
    }),
    asOf: t.expose('asOf', {
      type: 'PartialDate',
      nullable: true,
      description: 'The date that its best claim is from.',
    }),
    source: sourceField(t, 'The source of its best claim.'),
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
        'LICENSED_UNDER: the SPDX expression, if several licenses are combined. AND: all of them bind. OR: the user chooses one.',
    }),
    since: t.expose('since', {
      type: 'PartialDate',
      nullable: true,
      description:
        'LICENSED_UNDER: the start of the period, inclusive. Null: the release of the model.',
    }),
    until: t.expose('until', {
      type: 'PartialDate',
      nullable: true,
      description: 'LICENSED_UNDER: the end of the period, exclusive. Null: it still holds.',
    }),
    method: t.expose('method', {
      type: DerivationMethodRef,
      nullable: true,
      description: 'DERIVED_FROM: how it was made.',
    }),
    claims: claimsField(t, 'relation', 'The claims that state it, best rank first.'),
  }),
});
