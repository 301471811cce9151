import type { Artifact, Availability } from '../../ontology/vocabulary.ts';
import type { RankFilter } from '../../store/reads.ts';
import { builder } from '../builder.ts';
import {
  ArchitectureRef,
  ArtifactRef,
  AvailabilityRef,
  ModalityRef,
  RankFilterRef,
} from '../enums.ts';
import {
  LicenseRelationConnection,
  ModelRelationConnection,
  OrganizationRelationConnection,
  TermRelationConnection,
} from '../fields/connections.ts';
import { type EdgesArguments, edgesField, filteredEdgesField } from '../fields/edges-field.ts';
import { toDay } from '../fields/filter-conditions.ts';
import { pageArguments } from '../fields/paging.ts';
import { exposes } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, ModelRef, SourceRef } from '../refs.ts';

interface ArtifactAvailability {
  readonly artifact: Artifact;
  readonly availability: Availability;
  readonly asOf: string | null;
  readonly sourceId: string | null;
}

interface LicensesArguments extends EdgesArguments {
  readonly artifact?: Artifact | null | undefined;
  readonly on?: Date | null | undefined;
  readonly ranks: RankFilter;
}

const ArtifactAvailabilityRef = builder
  .objectRef<ArtifactAvailability>('ArtifactAvailability')
  .implement({
    description: 'The availability of an artifact of a model, and the source that states it.',
    fields: (t) => ({
      artifact: t.expose('artifact', { type: ArtifactRef, description: 'The artifact.' }),
      availability: t.expose('availability', {
        type: AvailabilityRef,
        description: 'How available the artifact is.',
      }),
      asOf: t.expose('asOf', {
        type: 'PartialDate',
        nullable: true,
        description: 'The date that the statement is from.',
      }),
      source: t.field({
        type: SourceRef,
        nullable: true,
        description: 'The source that states it.',
        resolve: ({ sourceId }, _args, context) =>
          sourceId === null ? null : context.loaders.source(sourceId),
      }),
    }),
  });

builder.objectType(ModelRef, {
  description:
    'A released model: who made it, how large it is, and which of its artifacts are available.',
  interfaces: [NodeRef, EntityRef],
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Its model card, or its home page if it has none.',
      ...exposes('url'),
    }),
    developers: t.field({
      type: OrganizationRelationConnection,
      nullable: true,
      description: 'Who developed it.',
      args: { ...pageArguments },
      ...edgesField('ORGANIZATION', { types: ['DEVELOPED_BY'], direction: 'OUT' }),
    }),
    familyName: t.string({
      nullable: true,
      description: 'The family it belongs to.',
      ...exposes('familyName'),
    }),
    releasedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it was released.',
      ...exposes('releasedOn'),
    }),
    architecture: t.field({
      type: ArchitectureRef,
      nullable: true,
      description: 'How it is built.',
      ...exposes('architecture'),
    }),
    totalParameters: t.field({
      type: 'SafeInt',
      nullable: true,
      description: 'Number of parameters.',
      ...exposes('totalParameters'),
    }),
    activeParameters: t.field({
      type: 'SafeInt',
      nullable: true,
      description: 'Number of parameters used for one token; null: not known, or all.',
      ...exposes('activeParameters'),
    }),
    contextTokens: t.field({
      type: 'SafeInt',
      nullable: true,
      description: 'Longest context, in tokens.',
      ...exposes('contextTokens'),
    }),
    inputModalities: t.field({
      type: [ModalityRef],
      nullable: true,
      description: 'The kinds of input that it accepts. Null: not known.',
      ...exposes('inputModalities'),
    }),
    outputModalities: t.field({
      type: [ModalityRef],
      nullable: true,
      description: 'The kinds of output that it produces. Null: not known.',
      ...exposes('outputModalities'),
    }),
    availability: t.field({
      type: [ArtifactAvailabilityRef],
      nullable: true,
      description: 'Which of its artifacts are available.',
      ...exposes('availability'),
    }),
    licenses: t.field({
      type: LicenseRelationConnection,
      nullable: true,
      description: 'The licenses of its artifacts.',
      args: {
        ...pageArguments,
        artifact: t.arg({ type: ArtifactRef, description: 'Only licenses of this artifact.' }),
        on: t.arg({
          type: 'Date',
          description: 'The licenses in force on this day. Default: today (UTC).',
        }),
        ranks: t.arg({
          type: RankFilterRef,
          required: true,
          defaultValue: 'BEST',
          description: 'Only statements of these ranks.',
        }),
      },
      ...filteredEdgesField('LICENSE', (args: LicensesArguments, { today }) => ({
        types: ['LICENSED_UNDER'],
        direction: 'OUT',
        artifact: args.artifact ?? null,
        on: args.on ? toDay(args.on) : today,
        ranks: args.ranks,
      })),
    }),
    exemplifies: t.field({
      type: TermRelationConnection,
      nullable: true,
      description: 'Terms it is an example of.',
      args: { ...pageArguments },
      ...edgesField('TERM', { types: ['EXEMPLIFIES'], direction: 'OUT' }),
    }),
    derivedFrom: t.field({
      type: ModelRelationConnection,
      nullable: true,
      description: 'Models that it was made from directly.',
      args: { ...pageArguments },
      ...edgesField('MODEL', { types: ['DERIVED_FROM'], direction: 'OUT' }),
    }),
    derivatives: t.field({
      type: ModelRelationConnection,
      nullable: true,
      description: 'Models that were made directly from it.',
      args: { ...pageArguments },
      ...edgesField('MODEL', { types: ['DERIVED_FROM'], direction: 'IN' }),
    }),
  }),
});
