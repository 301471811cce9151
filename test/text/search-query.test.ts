import fc from 'fast-check';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold/fold.ts';
import { toFts5 } from '../../src/text/search/fts5.ts';
import { toLucene } from '../../src/text/search/lucene.ts';
import { maxQueryWords, maxWordLength, parseSearchQuery } from '../../src/text/search/query.ts';
import { bareWord, type TextQuery } from '../../src/text/search/text-query.ts';
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

/** Any shape of query over any text, folded or not. */
const query: fc.Arbitrary<TextQuery> = fc.letrec<{ query: TextQuery }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      op: fc.constantFrom('word' as const, 'prefix' as const, 'near' as const),
      word: text,
    }),
    fc.record({ op: fc.constant('phrase' as const), words: fc.array(text, { maxLength: 3 }) }),
    fc.record({
      op: fc.constantFrom('all' as const, 'any' as const),
      parts: fc.array(tie('query'), { maxLength: 3 }),
    }),
  ),
})).query;

const word = '[\\p{L}\\p{N}\\p{Mc}]+';
const term = {
  fts5: `"${word}(?: ${word})*"(?: \\*)?`,
  lucene: `(?:"${word}(?: ${word})*"|${word}\\*|${word}~1)`,
};

/** Reads an expression by the one grammar it may have, from the inside out. */
function obeys(expression: string, kind: 'fts5' | 'lucene'): boolean {
  let rest = expression.replace(new RegExp(term[kind], 'gu'), 'T');
  const groups =
    kind === 'fts5' ? /\(T(?:(?: AND T)+|(?: OR T)+)\)/g : /\((?:\+T(?: \+T)+|T(?: T)+)\)/g;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(groups, 'T');
  }
  return rest === 'T';
}

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

  it('gives words that indexes hold as they are', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const token of fold(given).split(' ')) expect(bareWord(token)).toBe(token);
      }),
    );
  });
});

describe('what is sent to a full-text index', () => {
  it('is never anything but words in the shape asked for', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const fts5 = toFts5(asked);
        const lucene = toLucene(asked);
        expect(fts5 === null).toBe(lucene === null);
        if (fts5 !== null) expect(obeys(fts5, 'fts5'), fts5).toBe(true);
        if (lucene !== null) expect(obeys(lucene, 'lucene'), lucene).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('knows broken expressions when it sees them', () => {
    for (const bad of [
      'a',
      '"a" OR',
      '("a" AND "b" OR "c")',
      '"a""',
      '"a" NOT "b"',
      '*',
      '("a")',
    ]) {
      expect(obeys(bad, 'fts5'), bad).toBe(false);
    }
    for (const bad of ['a b', 'a~2', '+"a"', '(a* b', 'x:y', 'a OR b', '(+"a" "b")']) {
      expect(obeys(bad, 'lucene'), bad).toBe(false);
    }
  });

  it('says what it is asked to', () => {
    const asked: TextQuery = {
      op: 'all',
      parts: [
        { op: 'word', word: 'open' },
        {
          op: 'any',
          parts: [
            { op: 'prefix', word: 'wei' },
            { op: 'near', word: 'modle' },
          ],
        },
        { op: 'phrase', words: ['kv', 'cache'] },
      ],
    };
    const spellings = () => ['model'];
    expect(toFts5(asked, ['labels'], spellings)).toBe(
      '{labels} : (("open" AND ("wei" * OR ("modle" OR "model")) AND "kv cache"))',
    );
    expect(toLucene(asked)).toBe('(+"open" +(wei* modle~1) +"kv cache")');
    expect(toLucene({ op: 'word', word: 'NOT' }, ['labels', 'body'])).toBe(
      'labels:("not") body:("not")',
    );
    expect(toLucene({ op: 'any', parts: [{ op: 'word', word: '*' }] })).toBeNull();
  });

  it('is understood by FTS5 and finds what was folded', () => {
    const db = new Database(':memory:');
    db.exec("CREATE VIRTUAL TABLE t USING fts5(labels, summary, body, tokenize = 'ascii')");
    const insert = db.prepare('INSERT INTO t (labels, summary, body) VALUES (?, ?, ?)');
    const match = db.prepare('SELECT rowid FROM t WHERE t MATCH ? LIMIT 5');
    insert.run(fold('Open weights'), fold('Weights one can download'), '');
    const hits = (asked: TextQuery) => match.all(toFts5(asked) ?? '""').length;
    expect(
      hits({
        op: 'all',
        parts: [
          { op: 'word', word: 'weight' },
          { op: 'prefix', word: 'down' },
        ],
      }),
    ).toBe(1);
    expect(hits({ op: 'phrase', words: ['one', 'can'] })).toBe(1);
    expect(hits({ op: 'phrase', words: ['can', 'one'] })).toBe(0);
    fc.assert(
      fc.property(query, (asked) => {
        const expression = toFts5(asked, ['labels', 'body']);
        if (expression !== null) expect(() => match.all(expression)).not.toThrow();
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(text, (given) => {
        const folded = fold(given);
        const [first] = folded.split(' ');
        if (first === undefined || first === '') return;
        const { lastInsertRowid } = insert.run(folded, '', '');
        const expression = toFts5({ op: 'word', word: first }) ?? '';
        const found = db.prepare('SELECT rowid FROM t WHERE t MATCH ? AND rowid = ?');
        expect(found.all(expression, lastInsertRowid), folded).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
    db.close();
  });
});
