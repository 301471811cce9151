import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTextOf } from '../../src/text/search/search-text.ts';
import {
  maxQueryWords,
  maxWordLength,
  parseSearchQuery,
} from '../../src/text/search/search-words.ts';
import { anyText } from './any-text.ts';

const hostile = [
  '"',
  '""',
  '"a',
  "'",
  '*',
  'a*',
  '^a',
  'a AND',
  'NOT',
  'OR OR',
  'NEAR(a b)',
  'labels:x',
  '{a} : b',
  '(',
  ')',
  '(a',
  'a -b',
  'a + b',
  'a~',
  'a~2',
  'a^3',
  '[a TO b]',
  '{a TO *}',
  '/re/',
  '\\',
  '&&',
  '||',
  '!a',
  'a:b',
  '-',
  '+',
  '?',
  'x?y',
  '\0',
  '\u2028',
  '; DROP TABLE t',
  '🤗',
  'مرحبا',
  '\ud800',
  'AND OR NOT',
];
const text = fc.oneof(
  anyText,
  fc.constantFrom(...hostile),
  fc.array(fc.constantFrom(...hostile)).map((all) => all.join(' ')),
);

const nameless = { id: 'x', kind: 'TERM', name: '', aliases: [], degree: 0 } as const;

describe('parseSearchQuery', () => {
  it('reads words, phrases and whether one is still typing', () => {
    const parsed = parseSearchQuery('Open “weight models” with "MoEs and KV');
    expect(parsed.words.map(({ text }) => text)).toEqual([
      'open',
      'weight',
      'model',
      'with',
      'moe',
      'and',
      'kv',
    ]);
    expect(parsed.phrases).toEqual([['weight', 'model']]);
    expect(parsed.open).toBe(true);
    expect(parseSearchQuery('open ').open).toBe(false);
    expect(parseSearchQuery('fine tuning').compact).toBe(parseSearchQuery('Finetuning').compact);
  });

  it('is bounded for any text', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { words, phrases } = parseSearchQuery(given);
        expect(words.length).toBeLessThanOrEqual(maxQueryWords);
        for (const { text, plain } of words) {
          expect(text.length).toBeLessThanOrEqual(maxWordLength);
          expect(plain.length).toBeLessThanOrEqual(maxWordLength);
        }
        for (const phrase of phrases) expect(phrase.length).toBeLessThanOrEqual(maxQueryWords);
      }),
    );
    expect(parseSearchQuery('word '.repeat(10_000))).toMatchObject({ cut: true });
    expect(parseSearchQuery('x'.repeat(10_000)).words[0]?.text).toHaveLength(maxWordLength);
    expect(parseSearchQuery(' \n*"').words).toEqual([]);
  });

  it('gives the words that the index holds for the same text', () => {
    fc.assert(
      fc.property(text, (given) => {
        const held = searchTextOf({ ...nameless, summary: given });
        const words = held.summary.split(' ');
        for (const { text: word } of parseSearchQuery(given.slice(0, 500)).words) {
          expect(words, JSON.stringify(word)).toContain(word);
        }
      }),
    );
  });
});
