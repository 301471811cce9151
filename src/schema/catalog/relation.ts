import { zRelationRecord } from '../../ontology/records.ts';
import { relations } from '../../ontology/relations.ts';
import { builder } from '../builder.ts';
import { RelationTypeRef } from '../enums.ts';
import { claimsField } from '../fields/claims-field.ts';
import { entityField, sourceField } from '../fields/entity-field.ts';
import { recordFields } from '../fields/record-fields.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, RelationRef } from '../refs.ts';

builder.objectType(RelationRef, {
  description:
    'An edge of the graph and what is known about it. Attributes that its type does not have are null.',
  interfaces: [NodeRef],
  fields: (t) => ({
    ...recordFields(
      t,
      zRelationRecord,
      {
        type: 'How its ends are linked.',
        note: 'A remark.',
        rank: 'The best rank of its claims.',
        evidence: "How the source of its best claim was read. Null: the editors' own judgment.",
        asOf: 'The date that its best claim is from.',
        contested: 'Whether another current claim contradicts it.',
        artifact: 'LICENSED_UNDER: what is licensed.',
        expression:
          'LICENSED_UNDER: the SPDX expression, if several licenses are combined. AND: all of them bind. OR: the user chooses one.',
        since:
          'LICENSED_UNDER: the start of the period, inclusive. Null: the release of the model.',
        until: 'LICENSED_UNDER: the end of the period, exclusive. Null: it still holds.',
        method: 'DERIVED_FROM: how it was made.',
      },
      { type: RelationTypeRef, asOf: 'PartialDate', since: 'PartialDate', until: 'PartialDate' },
    ),
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
    source: sourceField(t, 'The source of its best claim.'),
    claims: claimsField(t, 'relation', 'The claims that state it, best rank first.'),
  }),
});
