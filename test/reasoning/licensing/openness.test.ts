import { describe, expect, it } from 'vitest';
import { type MofComponent, mofComponents } from '../../../src/ontology/openness-vocabulary.ts';
import type { Artifact, Availability } from '../../../src/ontology/vocabulary.ts';
import type { LicenseOpenness } from '../../../src/reasoning/licensing/license-openness.ts';
import { openness, opennessDefinitions } from '../../../src/reasoning/licensing/openness.ts';

const artifacts = ['WEIGHTS', 'INFERENCE_CODE', 'TRAINING_CODE', 'TRAINING_DATA'] as const;
const apache: LicenseOpenness = {
  name: 'Apache License 2.0',
  spdxId: 'Apache-2.0',
  identifiers: [],
  osiApproved: true,
};
const openmdw = { ...apache, name: 'OpenMDW', spdxId: 'OpenMDW-1.0', osiApproved: false };
const llama = { ...apache, name: 'Llama', spdxId: null, osiApproved: false };
const unread = { ...llama, name: 'Unread', osiApproved: null };

function facts(
  availability: Partial<Record<Artifact, Availability>>,
  licenses: readonly LicenseOpenness[],
  components?: ReadonlyMap<MofComponent, boolean>,
) {
  return {
    availability: new Map(Object.entries(availability) as [Artifact, Availability][]),
    licenses: new Map(artifacts.map((artifact) => [artifact, licenses])),
    ...(components === undefined ? {} : { components }),
  };
}

const everything = {
  WEIGHTS: 'OPEN',
  INFERENCE_CODE: 'OPEN',
  TRAINING_CODE: 'OPEN',
  TRAINING_DATA: 'OPEN',
} as const;
const allComponents = new Map(
  (Object.keys(mofComponents) as MofComponent[]).map((name) => [name, true]),
);

describe('openness', () => {
  it('distinguishes open weights from open source', () => {
    const mixtral = facts({ WEIGHTS: 'OPEN', TRAINING_CODE: 'CLOSED' }, [apache]);
    expect(openness('OPEN_WEIGHTS', mixtral).verdict).toBe('MEETS');
    expect(openness('OSI_APPROVED_LICENSE', mixtral).verdict).toBe('MEETS');
    const osaid = openness('OSAID_1_0', mixtral);
    expect(osaid.verdict).toBe('FAILS');
    expect(osaid.missing).toContain('training code');
    expect(osaid.reasons[0]).toBe('The training code: not released.');
  });

  it('is met if everything is released under approved licenses', () => {
    expect(openness('OSAID_1_0', facts(everything, [apache])).verdict).toBe('MEETS');
    expect(openness('OSAID_1_0', facts(everything, [openmdw])).verdict).toBe('FAILS');
    expect(openness('OSAID_1_0', facts(everything, [apache, llama])).verdict).toBe('FAILS');
    expect(openness('OSAID_1_0', facts(everything, [unread])).verdict).toBe('UNKNOWN');
  });

  it('is unknown if it depends on the description of unreleased data', () => {
    const closed = facts({ ...everything, TRAINING_DATA: 'CLOSED' }, [apache]);
    const { verdict, missing } = openness('OSAID_1_0', closed);
    expect({ verdict, missing }).toEqual({
      verdict: 'UNKNOWN',
      missing: ['information on the training data'],
    });
  });

  it('counts gated weights as open ones, and closed ones not', () => {
    const of = (WEIGHTS: Availability) => openness('OPEN_WEIGHTS', facts({ WEIGHTS }, [])).verdict;
    expect(of('GATED')).toBe('MEETS');
    expect(of('CLOSED')).toBe('FAILS');
    expect(of('UNKNOWN')).toBe('UNKNOWN');
    expect(openness('OPEN_WEIGHTS', facts({}, [])).verdict).toBe('UNKNOWN');
  });

  it('has classes of the Model Openness Framework, each within the one below', () => {
    const whole = facts(everything, [openmdw], allComponents);
    for (const definition of ['MOF_CLASS_I', 'MOF_CLASS_II', 'MOF_CLASS_III'] as const) {
      expect(openness(definition, whole).verdict).toBe('MEETS');
      expect(openness(definition, facts(everything, [openmdw])).verdict).toBe('UNKNOWN');
      expect(openness(definition, facts(everything, [llama])).verdict).toBe('FAILS');
    }
    const noData = facts({ ...everything, TRAINING_DATA: 'CLOSED' }, [apache], allComponents);
    expect(openness('MOF_CLASS_I', noData).verdict).toBe('FAILS');
    expect(openness('MOF_CLASS_II', noData).verdict).toBe('MEETS');
    const noReport = new Map([...allComponents, ['TECHNICAL_REPORT', false] as const]);
    expect(openness('MOF_CLASS_III', facts(everything, [apache], noReport)).verdict).toBe('MEETS');
  });

  it('is unknown for a model without facts', () => {
    for (const definition of opennessDefinitions) {
      expect(openness(definition, facts({}, [])).verdict).toBe('UNKNOWN');
    }
  });
});

describe("the Open Source Initiative's own finding", () => {
  const judge = (
    availability: Partial<Record<Artifact, Availability>>,
    osaidValidation: 'MEETS' | 'MEETS_UNDER_ANOTHER_LICENSE' | 'FAILS',
    licenses: readonly LicenseOpenness[] = [apache],
  ) => openness('OSAID_1_0', { ...facts(availability, licenses), osaidValidation });
  const weights = { WEIGHTS: 'OPEN' } as const;

  it('decides parts that are not known', () => {
    expect(openness('OSAID_1_0', facts(weights, [apache])).verdict).toBe('UNKNOWN');
    const met = judge(weights, 'MEETS');
    expect({ verdict: met.verdict, missing: met.missing }).toEqual({
      verdict: 'MEETS',
      missing: [],
    });
    expect(met.reasons.join()).toContain('counts it among the systems that meet it');
    expect(judge(weights, 'FAILS').verdict).toBe('FAILS');
    expect(judge(everything, 'MEETS_UNDER_ANOTHER_LICENSE').verdict).toBe('FAILS');
  });

  it('does not outweigh a part that is known to be missing', () => {
    expect(judge({ ...everything, TRAINING_CODE: 'CLOSED' }, 'MEETS').verdict).toBe('FAILS');
    expect(judge(everything, 'MEETS', [llama]).verdict).toBe('FAILS');
  });

  it('says nothing on other definitions', () => {
    const others = opennessDefinitions.filter((one) => one !== 'OSAID_1_0');
    for (const definition of others) {
      const plain = facts(weights, [apache]);
      expect(openness(definition, { ...plain, osaidValidation: 'FAILS' })).toEqual(
        openness(definition, plain),
      );
    }
  });
});
