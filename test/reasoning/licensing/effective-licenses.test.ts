import { describe, expect, it } from 'vitest';
import type { DerivationMethod } from '../../../src/ontology/vocabulary.ts';
import type { LineageModel } from '../../../src/reasoning/licensing/lineage-graph.ts';
import { from, licensed, model } from './lineages.ts';
import { effectiveLicenses, modelVerdict } from './model-verdict.ts';
import { profileOf, seedGraph, today } from './seed-graph.ts';

/** A model with an MIT label, made from a model of the seeds. */
function made(parent: string, method: DerivationMethod, given: Partial<LineageModel> = {}) {
  const child = model('Model:child', {
    developerIds: ['Organization:somebody'],
    licenses: [licensed('License:mit')],
    derivedFrom: [from(`Model:${parent}`, method)],
    ...given,
  });
  return { ...seedGraph, models: new Map([...seedGraph.models, [child.id, child]]) };
}

function effective(parent: string, method: DerivationMethod) {
  const graph = made(parent, method);
  return effectiveLicenses(graph, 'Model:child', 'WEIGHTS', today).licenses.map((one) => ({
    license: one.license.slug,
    clauses: one.clauses.map(({ key }) => key),
    conflicts: one.conflicts.map(({ theirs }) => theirs.key),
    inheritedFrom: one.inheritedFrom,
  }));
}

describe('what comes along with a derivation', () => {
  it('is the notice of MIT for a fine-tuned model, and nothing for a distilled one', () => {
    expect(effective('deepseek-r1', 'FINETUNE').map(({ license }) => license)).toEqual(['mit']);
    const distilled = made('deepseek-r1', 'DISTILLED', {
      licenses: [licensed('License:apache-2.0')],
    });
    const { licenses } = effectiveLicenses(distilled, 'Model:child', 'WEIGHTS', today);
    expect(licenses.map(({ license }) => license.slug)).toEqual(['apache-2.0']);
    const run = profileOf({ activities: ['RUN'] });
    expect(modelVerdict(distilled, 'Model:child', run).answer).toBe('ALLOWED');
  });

  it('is a name that begins with Llama, for what was distilled from Llama 3.1', () => {
    expect(effective('llama-3.1-405b', 'DISTILLED')[1]).toEqual({
      license: 'llama-3.1-community',
      clauses: ['name-prefix'],
      conflicts: ['grant'],
      inheritedFrom: 'Model:llama-3.1-405b',
    });
    expect(effective('llama-2-70b', 'DISTILLED')).toHaveLength(1);
  });

  it('is every limit of the DeepSeek License, distilled or not', () => {
    for (const method of ['FINETUNE', 'DISTILLED'] as const) {
      const [label, inherited] = effective('deepseek-v3', method);
      expect(inherited?.clauses).toContain('military');
      expect(label?.conflicts).toContain('flow-down');
    }
    const army = profileOf({ activities: ['RUN'], fieldsOfUse: ['MILITARY'] });
    const { answer, reasons } = modelVerdict(made('deepseek-v3', 'DISTILLED'), 'Model:child', army);
    expect(answer).toBe('NOT_ALLOWED');
    expect(reasons[0]?.explanation).toContain(
      'It comes with DeepSeek-V3: Model:child was distilled from it.',
    );
  });

  it('is not changed by an MIT label on a fine-tuned Llama 3.3', () => {
    const [label, inherited] = effective('llama-3.3-70b', 'FINETUNE');
    expect(label?.license).toBe('mit');
    expect(label?.conflicts).toEqual(expect.arrayContaining(['users', 'display', 'use-policy']));
    expect(inherited?.license).toBe('llama-3.3-community');
    expect(inherited?.clauses).toContain('suit');
  });

  it('withholds Llama 4 from the EU in a quantized copy, but not in a text distilled from it', () => {
    const german = profileOf({ activities: ['RUN'], principalPlaceOfBusiness: 'DE' });
    const ask = (method: DerivationMethod) =>
      modelVerdict(made('llama-4-scout', method), 'Model:child', german).answer;
    expect(ask('QUANTIZED')).toBe('NOT_ALLOWED');
    expect(ask('DISTILLED')).toBe('ALLOWED');
  });
});
