import { kinds } from '../../ontology/kinds.ts';
import type { ModelRecord } from '../../ontology/records.ts';
import { zArtifactAvailability } from '../../ontology/records.ts';
import { builder } from '../builder.ts';
import { ArtifactRef, RankFilterRef } from '../enums.ts';
import { relationsField } from '../fields/edges-field.ts';
import { sourceField } from '../fields/entity-field.ts';
import { factFields } from '../fields/fact-fields.ts';
import { toDay } from '../fields/filter-conditions.ts';
import { recordFields } from '../fields/record-fields.ts';
import { exposes } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, ModelRef } from '../refs.ts';

type ArtifactAvailability = ModelRecord['availability'][number];

const ArtifactAvailabilityRef = builder
  .objectRef<ArtifactAvailability>('ArtifactAvailability')
  .implement({
    description: 'The availability of an artifact of a model, and the source that states it.',
    fields: (t) => ({
      ...recordFields(
        t,
        zArtifactAvailability,
        {
          artifact: 'The artifact.',
          availability: 'How available the artifact is.',
          asOf: 'The date that the statement is from.',
        },
        { asOf: 'PartialDate' },
      ),
      source: sourceField(t, 'The source that states it.'),
    }),
  });

const licenseArguments = builder.args((t) => ({
  artifact: t.field({ type: ArtifactRef, description: 'Only licenses of this artifact.' }),
  on: t.field({
    type: 'Date',
    description: 'The licenses in force on this day. Default: today (UTC).',
  }),
  ranks: t.field({
    type: RankFilterRef,
    required: true,
    defaultValue: 'BEST',
    description: 'Only statements of these ranks.',
  }),
}));

builder.objectType(ModelRef, {
  description: kinds.MODEL.description,
  interfaces: [NodeRef, EntityRef],
  fields: (t) => ({
    ...factFields(t, 'MODEL'),
    developers: relationsField(t, 'ORGANIZATION', 'Who developed it.', {
      types: ['DEVELOPED_BY'],
      direction: 'OUT',
    }),
    availability: t.field({
      type: [ArtifactAvailabilityRef],
      nullable: true,
      description: 'Which of its artifacts are available.',
      ...exposes('availability'),
    }),
    licenses: relationsField(
      t,
      'LICENSE',
      'The licenses of its artifacts.',
      ({ artifact, on, ranks }, { today }) => ({
        types: ['LICENSED_UNDER'],
        direction: 'OUT',
        artifact: artifact ?? null,
        on: on ? toDay(on) : today,
        ranks,
      }),
      licenseArguments,
    ),
    exemplifies: relationsField(t, 'TERM', 'Terms it is an example of.', {
      types: ['EXEMPLIFIES'],
      direction: 'OUT',
    }),
    derivedFrom: relationsField(t, 'MODEL', 'Models that it was made from directly.', {
      types: ['DERIVED_FROM'],
      direction: 'OUT',
    }),
    derivatives: relationsField(t, 'MODEL', 'Models that were made directly from it.', {
      types: ['DERIVED_FROM'],
      direction: 'IN',
    }),
  }),
});
