import { zClaimRecord } from '../../ontology/records.ts';
import { builder } from '../builder.ts';
import { ClaimPropertyRef } from '../enums.ts';
import { entityField, relationField, sourceField } from '../fields/entity-field.ts';
import { recordFields } from '../fields/record-fields.ts';
import { NodeRef } from '../node.ts';
import { ClaimRef, EntityRef } from '../refs.ts';
import { isStale, staleAfterMonths } from './stale.ts';

builder.objectType(ClaimRef, {
  description: 'One statement by one source. Two sources that disagree are two claims.',
  interfaces: [NodeRef],
  fields: (t) => ({
    ...recordFields(
      t,
      zClaimRecord,
      {
        property: 'The property that the claim states.',
        artifact:
          'The artifact that the claim is about. Null if the property is not about artifacts.',
        since: 'The date from which it holds, inclusive.',
        until: 'The date until which it holds, exclusive.',
        valueText:
          'The value as the source writes it, or the name of the entity that the relation leads to.',
        asOf: 'The date that the claim is from.',
        rank: 'How much it counts.',
        evidence: "How the source was read. Null: the editors' own judgment.",
        contested:
          'Whether another current claim contradicts it. Both are on the same single-valued property, artifact and period, and differ by more than the tolerance of the property.',
        note: 'Why it has its rank, or another remark.',
      },
      {
        property: ClaimPropertyRef,
        since: 'PartialDate',
        until: 'PartialDate',
        asOf: 'PartialDate',
      },
    ),
    subject: entityField(
      t,
      EntityRef,
      'The entity that the claim is about.',
      ({ subjectId }) => subjectId,
    ),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value of a fact. Null for a relation.',
      resolve: ({ value }) => (value === null ? null : (JSON.parse(value) as unknown)),
    }),
    relation: relationField(
      t,
      'The relation that the claim states. Null for a fact.',
      ({ relationId }) => relationId,
    ),
    source: sourceField(t, 'The source that states it.'),
    stale: t.boolean({
      nullable: true,
      description: `Whether a statement is older than ${staleAfterMonths} months. Null: it has no date, or the claim is a fact or a relation, whose period is \`since\` to \`until\`.`,
      resolve: ({ property, asOf }, _args, { today }) =>
        property === 'STATEMENT' ? isStale(asOf, today) : null,
    }),
  }),
});
