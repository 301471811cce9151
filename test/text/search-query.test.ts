import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/base/steps.ts';
import { type SearchText, searchTextOf } from '../../src/text/search/search-text.ts';
import {
  maxQueryWords,
  maxWordLength,
  parseSearchQuery,
} from '../../src/text/search/search-words.ts';
import { TextIndex } from '../../src/text/search/text-index.ts';
import type { TextQuery } from '../../src/text/search/text-query.ts';
import { anyText } from './any-text.ts';
import { holds } from './search/memory-search.ts';

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

const itself = (held: SearchText) => held;
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

  it('gives the words that the index holds of the same text', () => {
    fc.assert(
      fc.property(text, (given) => {
        const held = searchTextOf({ ...nameless, summary: given });
        const index = finish(TextIndex.building([held], itself));
        for (const { text: word } of parseSearchQuery(given.slice(0, 500)).words) {
          expect(index.count(word), JSON.stringify(word)).toBe(1);
        }
      }),
    );
  });
});

describe('TextIndex', () => {
  const words = fc.constantFrom('open', 'weight', 'kv', 'cache', 'nowhere');
  const field = fc.array(words, { maxLength: 4 }).map((all) => all.join(' '));
  const texts = fc.array(fc.record({ labels: field, summary: field, body: field }), {
    maxLength: 12,
  });
  const query: fc.Arbitrary<TextQuery> = fc.letrec<{ query: TextQuery }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 3 },
      fc.record({ op: fc.constant('word' as const), word: words }),
      fc.record({
        op: fc.constant('phrase' as const),
        words: fc.array(words, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        op: fc.constantFrom('all' as const, 'any' as const),
        parts: fc.array(tie('query'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  })).query;

  it('finds what reading every text finds, the first ones', () => {
    fc.assert(
      fc.property(texts, query, fc.integer({ min: 1, max: 12 }), (all, asked, limit) => {
        const isWanted = (entity: number) => entity % 3 !== 1;
        const expected = all.flatMap((doc, entity) =>
          isWanted(entity) && holds(asked, { id: '', ...doc }) ? [entity] : [],
        );
        const found = finish(TextIndex.building(all, itself)).find(asked, limit, isWanted);
        expect(found).toEqual(expected.slice(0, limit));
      }),
      { numRuns: 1000 },
    );
  });
});
