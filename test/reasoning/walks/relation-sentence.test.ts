import { describe, expect, it } from 'vitest';
import {
  relationSentence,
  type SaidRelation,
} from '../../../src/reasoning/walks/relation-sentence.ts';

const names = { from: 'Early', to: 'MIT License' };
const licensed: SaidRelation = {
  type: 'LICENSED_UNDER',
  artifact: 'WEIGHTS',
  until: null,
  method: null,
};
const today = '2026-11-23';

describe('relationSentence', () => {
  it.each<[SaidRelation, string, string]>([
    [licensed, 'Early is licensed under MIT License.', 'MIT License is the license of Early.'],
    [
      { ...licensed, artifact: 'INFERENCE_CODE' },
      'The inference code of Early is licensed under MIT License.',
      'MIT License is the license of the inference code of Early.',
    ],
    [
      { ...licensed, until: '2025-11-13' },
      'Early was licensed under MIT License until 2025-11-13.',
      'MIT License was the license of Early until 2025-11-13.',
    ],
    // The month has not ended yet.
    [
      { ...licensed, until: '2026-11' },
      'Early is licensed under MIT License.',
      'MIT License is the license of Early.',
    ],
    [
      { ...licensed, type: 'DEVELOPED_BY', artifact: null },
      'Early is developed by MIT License.',
      'MIT License developed Early.',
    ],
  ])('%o', (relation, forward, backward) => {
    expect(relationSentence(relation, names, true, today)).toBe(forward);
    expect(relationSentence(relation, names, false, today)).toBe(backward);
  });

  it('names the teacher of a distilled model, not a base', () => {
    const derived: SaidRelation = { ...licensed, type: 'DERIVED_FROM', artifact: null };
    const models = { from: 'Pupil', to: 'Teacher' };
    const said = (method: SaidRelation['method'], forward: boolean) =>
      relationSentence({ ...derived, method }, models, forward, today);
    expect(said('DISTILLED', true)).toBe('Pupil was distilled from Teacher.');
    expect(said('DISTILLED', false)).toBe('Teacher was distilled into Pupil.');
    expect(said('FINETUNE', true)).toBe('Pupil was fine-tuned from Teacher.');
    expect(said(null, false)).toBe('Teacher is the base of Pupil.');
  });
});
