import { describe, expect, it } from 'vitest';
import type { UseInput } from '../../../src/ontology/use.ts';
import { answerName } from '../../../src/reasoning/licensing/answer-order.ts';
import { bindingAnswer } from '../../../src/reasoning/licensing/binding-answer.ts';
import { boundVerdict, modelBinding } from '../../../src/reasoning/licensing/model-binding.ts';
import { profileOf, seedGraph } from './seed-graph.ts';

describe('every model of the seeds', () => {
  it('has the same answer with reasons and without', () => {
    const uses: readonly UseInput[] = [
      {
        activities: ['FINE_TUNE', 'OFFER_PRODUCT'],
        principalPlaceOfBusiness: 'DE',
        markets: ['DE'],
      },
      { activities: ['RUN'] },
      { activities: ['REDISTRIBUTE', 'TRAIN_ON_OUTPUTS'], trains: ['COMPETING_MODEL'] },
      { activities: ['HOST_AS_SERVICE'], obtainedOn: '2025-01-01' },
    ];
    for (const id of seedGraph.models.keys()) {
      for (const use of uses) {
        const profile = profileOf(use);
        const bound = modelBinding(seedGraph, id, 'WEIGHTS', profile.day);
        const verdict = boundVerdict(bound, profile);
        expect(verdict.answer, id).toBe(answerName(bindingAnswer(bound.binding, profile)));
        expect(verdict.reasons, id).not.toEqual([]);
        expect(verdict.reasons[0]?.effect, id).toBe(verdict.answer);
      }
    }
  });
});
