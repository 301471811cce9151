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
    description: 'Whether an artifact of a model can be had, and who says so.',
    fields: (t) => ({
      artifact: t.expose('artifact', { type: ArtifactRef, description: 'The artifact.' }),
      availability: t.expose('availability', {
        type: AvailabilityRef,
        description: 'Whether it can be had.',
      }),
      asOf: t.expose('asOf', {
        type: 'PartialDate',
        nullable: true,
        description: 'The date that this was so.',
      }),
      source: t.field({
        type: SourceRef,
        nullable: true,
        description: 'Who says so.',
        resolve: ({ sourceId }, _args, context) =>
          sourceId === null ? null : context.loaders.source(sourceId),
      }),
    }),
  });

builder.objectType(ModelRef, {
  description: 'A released model: who made it, how large it is, what of it can be had.',
  interfaces: [NodeRef, EntityRef],
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Its model card, else its home page.',
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
      description: 'What it takes in; null: not known.',
      ...exposes('inputModalities'),
    }),
    outputModalities: t.field({
      type: [ModalityRef],
      nullable: true,
      description: 'What it gives out; null: not known.',
      ...exposes('outputModalities'),
    }),
    availability: t.field({
      type: [ArtifactAvailabilityRef],
      nullable: true,
      description: 'What of it can be had.',
      ...exposes('availability'),
    }),
    licenses: t.field({
      type: LicenseRelationConnection,
      nullable: true,
      description: 'Under which licenses its artifacts came.',
      args: {
        ...pageArguments,
        artifact: t.arg({ type: ArtifactRef, description: 'Only licenses of this artifact.' }),
        on: t.arg({
          type: 'Date',
          description: 'The licenses in force on this day; not given: today (UTC).',
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
      description: 'Models it was made from, one step back.',
      args: { ...pageArguments },
      ...edgesField('MODEL', { types: ['DERIVED_FROM'], direction: 'OUT' }),
    }),
    derivatives: t.field({
      type: ModelRelationConnection,
      nullable: true,
      description: 'Models made from it, one step on.',
      args: { ...pageArguments },
      ...edgesField('MODEL', { types: ['DERIVED_FROM'], direction: 'IN' }),
    }),
  }),
});
