import { builder } from '../builder.ts';
import { ArtifactRef, ClaimPropertyRef, EvidenceRef, RankRef } from '../enums.ts';
import { entityField, relationField, sourceField } from '../fields/entity-field.ts';
import { NodeRef } from '../node.ts';
import { ClaimRef, EntityRef } from '../refs.ts';
import { isStale, staleAfterMonths } from './stale.ts';

builder.objectType(ClaimRef, {
  description: 'One statement by one source. Two sources that disagree are two claims.',
  interfaces: [NodeRef],
  fields: (t) => ({
    subject: entityField(
      t,
      EntityRef,
      'The entity that the claim is about.',
      ({ subjectId }) => subjectId,
    ),
    property: t.expose('property', {
      type: ClaimPropertyRef,
      description: 'The property that the claim states.',
    }),
    artifact: t.expose('artifact', {
      type: ArtifactRef,
      nullable: true,
      description:
        'The artifact that the claim is about. Null if the property is not about artifacts.',
    }),
    since: t.expose('since', {
      type: 'PartialDate',
      nullable: true,
      description: 'The date from which it holds, inclusive.',
    }),
    until: t.expose('until', {
      type: 'PartialDate',
      nullable: true,
      description: 'The date until which it holds, exclusive.',
    }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value of a fact. Null for a relation.',
      resolve: ({ value }) => (value === null ? null : (JSON.parse(value) as unknown)),
    }),
    valueText: t.exposeString('valueText', {
      description:
        'The value as the source writes it, or the name of the entity that the relation leads to.',
    }),
    relation: relationField(
      t,
      'The relation that the claim states. Null for a fact.',
      ({ relationId }) => relationId,
    ),
    source: sourceField(t, 'The source that states it.'),
    asOf: t.expose('asOf', {
      type: 'PartialDate',
      nullable: true,
      description: 'The date that the claim is from.',
    }),
    stale: t.boolean({
      nullable: true,
      description: `Whether a statement is older than ${staleAfterMonths} months. Null: it has no date, or the claim is a fact or a relation, whose period is \`since\` to \`until\`.`,
      resolve: ({ property, asOf }, _args, { today }) =>
        property === 'STATEMENT' ? isStale(asOf, today) : null,
    }),
    rank: t.expose('rank', { type: RankRef, description: 'How much it counts.' }),
    evidence: t.expose('evidence', {
      type: EvidenceRef,
      nullable: true,
      description: "How the source was read. Null: the editors' own judgment.",
    }),
    contested: t.exposeBoolean('contested', {
      description:
        'Whether another current claim contradicts it. Both are on the same single-valued property, artifact and period, and differ by more than the tolerance of the property.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Why it has its rank, or another remark.',
    }),
  }),
});
