import type { ClauseCondition, Territory, Threshold } from '../../ontology/clause.ts';
import { builder } from '../builder.ts';
import {
  BusinessKindRef,
  ComparisonRef,
  CurrencyRef,
  FieldOfUseRef,
  MeasuredAtRef,
  TerritoryTestRef,
  ThresholdMetricRef,
  ThresholdScopeRef,
  TrainedModelRef,
  WindowRef,
} from './use-enums.ts';

const ThresholdRef = builder.objectRef<Threshold>('Threshold').implement({
  description: 'A size that a condition looks at.',
  fields: (t) => ({
    metric: t.expose('metric', { type: ThresholdMetricRef, description: 'What is counted.' }),
    comparison: t.expose('comparison', {
      type: ComparisonRef,
      description: 'On which side of the value it holds.',
    }),
    value: t.expose('value', {
      type: 'SafeInt',
      description: 'The value: a number of users, or an amount in whole units of the currency.',
    }),
    currency: t.expose('currency', {
      type: CurrencyRef,
      nullable: true,
      description: 'The currency of an amount; null for a number of users.',
    }),
    window: t.expose('window', { type: WindowRef, description: 'Over what span it counts.' }),
    measuredAt: t.expose('measuredAt', { type: MeasuredAtRef, description: 'When it counts.' }),
    scope: t.expose('scope', { type: ThresholdScopeRef, description: 'Of what it counts.' }),
  }),
});

const TerritoryRef = builder.objectRef<Territory>('Territory').implement({
  description: 'A part of the world that a condition looks at.',
  fields: (t) => ({
    codes: t.exposeStringList('codes', {
      description: 'ISO 3166-1 alpha-2 codes, and "EU" for the European Union as of the day.',
    }),
    inside: t.exposeBoolean('inside', {
      description: 'Whether it holds within the territory; false: outside of it.',
    }),
    test: t.expose('test', { type: TerritoryTestRef, description: 'What must lie there.' }),
  }),
});

/** When a clause applies, or does not. */
export const ClauseConditionRef = builder.objectRef<ClauseCondition>('ClauseCondition').implement({
  description: 'A condition of a clause: all that is given must hold; null: not looked at.',
  fields: (t) => ({
    commercial: t.exposeBoolean('commercial', {
      nullable: true,
      description: 'Whether the use is commercial.',
    }),
    internalUse: t.exposeBoolean('internalUse', {
      nullable: true,
      description: 'Whether the use stays inside the organization.',
    }),
    threshold: t.expose('threshold', {
      type: ThresholdRef,
      nullable: true,
      description: 'A number of users, or an amount of revenue.',
    }),
    territory: t.expose('territory', {
      type: TerritoryRef,
      nullable: true,
      description: 'Where the licensee sits, or where the model is used.',
    }),
    multimodal: t.exposeBoolean('multimodal', {
      nullable: true,
      description: 'Whether the model has more than one modality.',
    }),
    fieldsOfUse: t.expose('fieldsOfUse', {
      type: [FieldOfUseRef],
      nullable: true,
      description: 'Purposes of which any suffices.',
    }),
    business: t.expose('business', {
      type: BusinessKindRef,
      nullable: true,
      description: 'The kind of business.',
    }),
    competesWithLicensor: t.exposeBoolean('competesWithLicensor', {
      nullable: true,
      description: 'Whether the licensee competes with the licensor.',
    }),
    trains: t.expose('trains', {
      type: TrainedModelRef,
      nullable: true,
      description: 'What is trained or improved with outputs.',
    }),
  }),
});
