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
  description: 'A size that a condition is about.',
  fields: (t) => ({
    metric: t.expose('metric', { type: ThresholdMetricRef, description: 'What is counted.' }),
    comparison: t.expose('comparison', {
      type: ComparisonRef,
      description: 'How the size is compared with the value.',
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
    window: t.expose('window', {
      type: WindowRef,
      description: 'The period over which it counts.',
    }),
    measuredAt: t.expose('measuredAt', {
      type: MeasuredAtRef,
      description: 'When it is measured.',
    }),
    scope: t.expose('scope', {
      type: ThresholdScopeRef,
      description: 'Whose users or revenue it counts.',
    }),
  }),
});

const TerritoryRef = builder.objectRef<Territory>('Territory').implement({
  description: 'A region that a condition is about.',
  fields: (t) => ({
    codes: t.exposeStringList('codes', {
      description: 'ISO 3166-1 alpha-2 codes, and "EU" for the European Union as of the day.',
    }),
    inside: t.exposeBoolean('inside', {
      description: 'True: it holds inside the territory. False: it holds outside.',
    }),
    test: t.expose('test', {
      type: TerritoryTestRef,
      description: 'What must be in the territory.',
    }),
  }),
});

/** When a clause applies, or does not. */
export const ClauseConditionRef = builder.objectRef<ClauseCondition>('ClauseCondition').implement({
  description: 'A condition of a clause. It holds if every part that is not null holds.',
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
      description: 'Where the licensee is established, or where the model is used.',
    }),
    multimodal: t.exposeBoolean('multimodal', {
      nullable: true,
      description: 'Whether the model has more than one modality.',
    }),
    fieldsOfUse: t.expose('fieldsOfUse', {
      type: [FieldOfUseRef],
      nullable: true,
      description: 'Purposes. One of them is enough.',
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
