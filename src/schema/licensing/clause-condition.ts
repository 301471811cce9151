import type { ClauseCondition, Territory, Threshold } from '../../ontology/clause.ts';
import { zClauseCondition, zTerritory, zThreshold } from '../../ontology/clause.ts';
import { builder } from '../builder.ts';
import { recordFields } from '../fields/record-fields.ts';

const ThresholdRef = builder.objectRef<Threshold>('Threshold').implement({
  description: 'A size that a condition is about.',
  fields: (t) =>
    recordFields(
      t,
      zThreshold,
      {
        metric: 'What is counted.',
        comparison: 'How the size is compared with the value.',
        value: 'The value: a number of users, or an amount in whole units of the currency.',
        currency: 'The currency of an amount; null for a number of users.',
        window: 'The period over which it counts.',
        measuredAt: 'When it is measured.',
        scope: 'Whose users or revenue it counts.',
      },
      { value: 'SafeInt' },
    ),
});

const TerritoryRef = builder.objectRef<Territory>('Territory').implement({
  description: 'A region that a condition is about.',
  fields: (t) =>
    recordFields(t, zTerritory, {
      codes: 'ISO 3166-1 alpha-2 codes, and "EU" for the European Union as of the day.',
      inside: 'True: it holds inside the territory. False: it holds outside.',
      test: 'What must be in the territory.',
    }),
});

/** A condition under which a clause applies, or does not. */
export const ClauseConditionRef = builder.objectRef<ClauseCondition>('ClauseCondition').implement({
  description: 'A condition of a clause. It holds if every part that is not null holds.',
  fields: (t) =>
    recordFields(
      t,
      zClauseCondition,
      {
        commercial: 'Whether the use is commercial.',
        internalUse: 'Whether the use stays inside the organization.',
        threshold: 'A number of users, or an amount of revenue.',
        territory: 'Where the licensee is established, or where the model is used.',
        multimodal: 'Whether the model has more than one modality.',
        fieldsOfUse: 'Purposes. One of them is enough.',
        business: 'The kind of business.',
        competesWithLicensor: 'Whether the licensee competes with the licensor.',
        trains: 'What is trained or improved with outputs.',
      },
      { threshold: ThresholdRef, territory: TerritoryRef },
    ),
});
