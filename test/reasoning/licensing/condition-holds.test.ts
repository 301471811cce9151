import { describe, expect, it } from 'vitest';
import { type ClauseCondition, emptyCondition } from '../../../src/ontology/clause.ts';
import { readUse } from '../../../src/ontology/read-use.ts';
import { NO, UNSURE, YES } from '../../../src/reasoning/claims/certainty.ts';
import {
  compileCondition,
  meetsCondition,
} from '../../../src/reasoning/licensing/condition-holds.ts';
import { noModel } from '../../../src/reasoning/licensing/subject.ts';
import { useProfile } from '../../../src/reasoning/licensing/use-profile.ts';
import { day } from './generated.ts';

/** One value of each part. The type requires a value for a new part. */
const parts: { readonly [Part in keyof ClauseCondition]: NonNullable<ClauseCondition[Part]> } = {
  commercial: false,
  internalUse: true,
  threshold: {
    metric: 'REVENUE',
    comparison: 'ABOVE',
    value: 1,
    currency: 'USD',
    window: 'YEAR',
    measuredAt: 'TIME_OF_USE',
    scope: 'GROUP',
  },
  territory: { codes: ['EU'], inside: true, test: 'PLACE_OF_USE' },
  multimodal: true,
  fieldsOfUse: ['MILITARY'],
  business: 'AI_WORK_ASSISTANT',
  competesWithLicensor: true,
  trains: 'FOUNDATION_MODEL',
};

const reading = readUse({ activities: ['RUN'], artifact: 'WEIGHTS', commercial: true }, day);
if (!reading.ok) throw new Error('the use cannot be read');
const unknown = useProfile(reading.use, day);

describe('a part of a condition', () => {
  it('holds where there is none', () => {
    const none = compileCondition(emptyCondition);
    expect(meetsCondition(none, unknown, noModel, 'WHOLE')).toBe(YES);
  });

  it.each(Object.entries(parts))(
    '%s is looked at: it never holds for a use of which nothing is known',
    (part, value) => {
      const compiled = compileCondition({ ...emptyCondition, [part]: value });
      const met = meetsCondition(compiled, unknown, noModel, 'WHOLE');
      expect(met).toBe(part === 'commercial' ? NO : UNSURE);
    },
  );
});
