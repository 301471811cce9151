import { builder } from '../builder.ts';
import { ArtifactRef, ClaimPropertyRef, EvidenceRef, RankRef } from '../enums.ts';
import { entityById } from '../fields/entity-field.ts';
import { NodeRef } from '../node.ts';
import { ClaimRef, EntityRef, RelationRef, SourceRef } from '../refs.ts';
import { isStale, staleAfterMonths } from './stale.ts';

builder.objectType(ClaimRef, {
  description: 'One statement by one source. Two sources that disagree are two claims.',
  interfaces: [NodeRef],
  fields: (t) => ({
    subject: t.field({
      type: EntityRef,
      nullable: true,
      description: 'What it speaks of.',
      resolve: (claim, _args, context, info) => entityById(claim.subjectId, context, info),
    }),
    property: t.expose('property', { type: ClaimPropertyRef, description: 'What it says of it.' }),
    artifact: t.expose('artifact', {
      type: ArtifactRef,
      nullable: true,
      description: 'The artifact it speaks of, where the property is one of artifacts.',
    }),
    since: t.expose('since', {
      type: 'PartialDate',
      nullable: true,
      description: 'From when it holds, inclusive.',
    }),
    until: t.expose('until', {
      type: 'PartialDate',
      nullable: true,
      description: 'Until when it holds, exclusive.',
    }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value, of a fact; null for an edge.',
      resolve: ({ value }) => (value === null ? null : (JSON.parse(value) as unknown)),
    }),
    valueText: t.exposeString('valueText', {
      description: 'The value as the source writes it, or the name of what the edge leads to.',
    }),
    relation: t.field({
      type: RelationRef,
      nullable: true,
      description: 'The edge it states, of an edge.',
      resolve: ({ relationId }, _args, context) =>
        relationId === null ? null : context.loaders.relation(relationId),
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: 'Who states it.',
      resolve: ({ sourceId }, _args, context) => context.loaders.source(sourceId),
    }),
    asOf: t.expose('asOf', {
      type: 'PartialDate',
      nullable: true,
      description: 'The date it speaks from.',
    }),
    stale: t.boolean({
      nullable: true,
      description: `Whether a statement speaks from more than ${staleAfterMonths} months ago; null: it has no date, or the claim is a fact or an edge, which \`since\` and \`until\` bound.`,
      resolve: ({ property, asOf }, _args, { today }) =>
        property === 'STATEMENT' ? isStale(asOf, today) : null,
    }),
    rank: t.expose('rank', { type: RankRef, description: 'How much it counts.' }),
    evidence: t.expose('evidence', {
      type: EvidenceRef,
      nullable: true,
      description: 'How the source was read; null: our own judgment.',
    }),
    contested: t.exposeBoolean('contested', {
      description:
        'Whether another current claim on the same single-valued property, artifact and period says otherwise, beyond its tolerance.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Why it has its rank, or what else is to be said.',
    }),
  }),
});
