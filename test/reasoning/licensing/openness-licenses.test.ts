import { describe, expect, it } from 'vitest';
import { modelBinding } from '../../../src/reasoning/licensing/model-binding.ts';
import { openness } from '../../../src/reasoning/licensing/openness.ts';
import { opennessLicenses } from '../../../src/reasoning/licensing/openness-licenses.ts';
import { banning, from, graphOf, licensed, model, open } from './lineages.ts';

const approved = { ...open, terms: { ...open.terms, osiApproved: true } };
const refused = { ...banning([]), terms: { ...banning([]).terms, osiApproved: false } };
const { id: approvedId } = approved.terms;
const { id: refusedId } = refused.terms;

/** Whether a model has an OSI-approved license, and the first reason. */
function judge(...models: readonly ReturnType<typeof model>[]) {
  const binding = modelBinding(graphOf(models, [approved, refused]), 'm', 'WEIGHTS', '2026-01-01');
  const { verdict, reasons } = openness('OSI_APPROVED_LICENSE', {
    availability: new Map(),
    licenses: new Map([['WEIGHTS', opennessLicenses(binding)]]),
  });
  return { verdict, reason: reasons[0] };
}

describe('an OSI-approved license', () => {
  it('is unknown if one of two binding licenses is not recorded', () => {
    const edge = licensed(approvedId, { expression: 'open AND policy' });
    expect(judge(model('m', { licenses: [edge] }))).toEqual({
      verdict: 'UNKNOWN',
      reason:
        'Whether a license of its own, which is not known, for the weights, is an OSI-approved license is not known.',
    });
  });

  it("is unknown if the model's own license is not recorded, whatever its base", () => {
    const derived = model('m', { licenses: [], derivedFrom: [from('base')] });
    expect(judge(derived, model('base')).verdict).toBe('UNKNOWN');
    const refusing = model('base', { licenses: [licensed(refusedId)] });
    expect(judge(derived, refusing).verdict).toBe('FAILS');
  });

  it('is met where the user may choose it', () => {
    const either = { expression: 'open OR banning' };
    const licenses = [licensed(refusedId, either), licensed(approvedId, either)];
    expect(judge(model('m', { licenses }))).toEqual({
      verdict: 'MEETS',
      reason: `${approved.terms.name}, for the weights, is an OSI-approved license.`,
    });
    const both = { expression: 'open AND banning' };
    const binding = [licensed(refusedId, both), licensed(approvedId, both)];
    expect(judge(model('m', { licenses: binding })).verdict).toBe('FAILS');
  });

  it('is unknown where sources disagree about it', () => {
    const disputed = [licensed(approvedId), licensed(refusedId)];
    expect(judge(model('m', { licenses: disputed }))).toEqual({
      verdict: 'UNKNOWN',
      reason: `Whether ${refused.terms.name} or ${approved.terms.name}, for the weights, is an OSI-approved license is not known.`,
    });
    const alike = [licensed(refusedId), licensed(refusedId, { since: '2020' })];
    expect(judge(model('m', { licenses: alike })).verdict).toBe('FAILS');
  });

  it('is unknown without a known license', () => {
    expect(judge(model('m', { licenses: [] })).reason).toBe(
      'The license of the weights is not known.',
    );
  });
});
