import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactKey, fold } from '../../src/text/fold/fold.ts';
import { foldWord } from '../../src/text/fold/fold-word.ts';
import { JOINED, SENTENCE } from '../../src/text/fold/word.ts';
import { wordsOf } from '../../src/text/fold/words.ts';
import { anyText } from './any-text.ts';

describe('fold', () => {
  it.each([
    ['Open weights', 'open-weight'],
    ['Open weights', 'OPEN WEIGHTS'],
    ['MoEs', 'moe'],
    ['LLMs', 'llm'],
    ['AIs', 'ai'],
    ['GPUs', 'gpu'],
    ['gpus', 'gpu'],
    ['licences', 'license'],
    ['licencing', 'licensing'],
    ['Quantisation', 'quantization'],
    ['inference optimisations', 'inference optimization'],
    ['tokenisers', 'Tokenizer'],
    ['behavioural', 'behavioral'],
    ['field-of-endeavour', 'field of endeavor'],
    ['policies', 'policy'],
    ['KV caches', 'kv cache'],
    ['classes', 'class'],
    ['branches', 'branch'],
    ['biases', 'bias'],
    ['databases', 'database'],
    ['matrices', 'matrix'],
    ['Llama 3.1', 'llama-3.1'],
    ['GPT4', 'GPT-4'],
    ['Qwen3.5-397B-A17B', 'qwen 3.5 397b a17b'],
    ['Command A+', 'command a plus'],
    ['text & data mining', 'text and data mining'],
    ["Meta's models", 'meta model'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['naïve Café', 'naive cafe'],
    ['soft\u00ADhyphen', 'softhyphen'],
    ['modelling', 'modeling'],
    ['no-distil clause', 'no-distill clause'],
    ['Straße', 'strasse'],
  ])('%s ~ %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ['Llama 3.1', 'Llama 31'],
    ['Command A', 'Command A+'],
    ['class', 'clas'],
    ['GLM-4.5', 'GLM-5.4'],
    ['status', 'stat'],
  ])('%s is not %s', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('folds a word to the end in one go', () => {
    const ending = fc.constantFrom(
      '',
      's',
      'es',
      'ies',
      'ses',
      'ises',
      'isations',
      'ences',
      'ours',
      'lled',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abceilnorsuxyz') }),
        ending,
        (stem, end) => {
          const folded = foldWord(stem + end);
          expect(foldWord(folded)).toBe(folded);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('keeps places in order and inside the text, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const word of wordsOf(text)) {
          expect(word.text).not.toBe('');
          expect(word.start).toBeGreaterThanOrEqual(0);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(text.length);
          expect(word.end).toBeGreaterThanOrEqual(last);
          last = word.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves only letters, digits and marks in a word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of wordsOf(text)) expect(word.text).toMatch(/^[\p{L}\p{N}\p{Mc}]+$/u);
      }),
    );
  });

  it('reads very long and odd texts', () => {
    for (const text of [
      'a'.repeat(100_000),
      's'.repeat(100_000),
      '\ud800'.repeat(10_000),
      'مرحبا 👩‍👩‍👧‍👦 שלום',
      '',
    ]) {
      expect(Array.isArray(wordsOf(text))).toBe(true);
    }
    expect(wordsOf('مرحبا שלום')).toHaveLength(2);
    expect(wordsOf('👩‍👩‍👧‍👦')).toHaveLength(0);
  });

  it('gives the places of words', () => {
    const text = 'The naïve MoEs, GPT4 and Meta’s 3.1';
    const written = wordsOf(text).map((word) => text.slice(word.start, word.end));
    expect(written).toEqual(['The', 'naïve', 'MoEs', 'GPT', '4', 'and', 'Meta', '3', '1']);
    expect(wordsOf(text).map((word) => word.gap === JOINED)).toEqual([
      false,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('knows where sentences begin', () => {
    const text = 'Inspect it. "Meta" says: go, llama.cpp\nfor Z.ai\n\nDatasets are';
    const opening = wordsOf(text).filter((word) => word.gap === SENTENCE);
    expect(opening.map((word) => word.plain)).toEqual(['inspect', 'meta', 'datasets']);
  });

  it('runs words together but keeps numbers apart', () => {
    expect(compactKey(wordsOf('fine-tuning'))).toBe(compactKey(wordsOf('Finetuning')));
    expect(compactKey(wordsOf('GLM-4.5'))).not.toBe(compactKey(wordsOf('GLM-45')));
  });
});
