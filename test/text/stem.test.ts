import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold/fold.ts';
import { stem } from '../../src/text/fold/stem.ts';
import { anyText } from './any-text.ts';

describe('stem', () => {
  it.each([
    ['quantised', 'quantized', 'quantising', 'quantize', 'quantisation', 'quantizations'],
    ['distil', 'distilled', 'distilling', 'distillation'],
    ['train', 'trained', 'training', 'trainer'],
    ['tag', 'tagged', 'tagging'],
    ['licence', 'licenses', 'licensed', 'licensing', 'licensor'],
    ['evaluate', 'evaluated', 'evaluation', 'evaluator'],
    ['tokenise', 'tokenizer', 'tokenization'],
  ])('is one for the forms of a word: %s', (...forms) => {
    expect(new Set(forms.map((form) => stem(fold(form)))).size).toBe(1);
  });

  it.each([
    ['agent', 'agentic'],
    ['token', 'tokenizer'],
    ['license', 'license-plate'],
    ['open', 'openness'],
  ])('keeps apart what is another word: %s, %s', (one, other) => {
    expect(stem(fold(one))).not.toBe(stem(fold(other)));
  });

  it('leaves words that are not English, and never gives an empty text', () => {
    expect(['gpt4', 'größed', 'ред', 'ed', 'e'].map(stem)).toEqual([
      'gpt4',
      'größed',
      'ред',
      'ed',
      'e',
    ]);
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of fold(text).split(' ')) {
          expect(word.startsWith(stem(word))).toBe(true);
          if (word !== '') expect(stem(word)).not.toBe('');
        }
      }),
    );
  });
});
