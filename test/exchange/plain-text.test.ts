import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../src/exchange/seed-problems.ts';
import { zLine, zProse } from '../../src/ontology/plain-text.ts';
import { entity, problemsOf, term } from './seed-folder.ts';

/** Characters that no text may contain, as YAML escapes them, with their names. */
const unfit: readonly (readonly [string, string])[] = [
  ['\\0', 'U+0000, a control character'],
  ['\\a', 'U+0007, a control character'],
  ['\\t', 'U+0009, a control character'],
  ['\\r', 'U+000D, a control character'],
  ['\\e', 'U+001B, a control character'],
  ['\\x7f', 'U+007F, a control character'],
  ['\\N', 'U+0085, a control character'],
  ['\\ud800', 'U+D800, half of a surrogate pair'],
  ['\\udfff', 'U+DFFF, half of a surrogate pair'],
  ['\\u202e', 'U+202E, a bidirectional control'],
  ['\\u2066', 'U+2066, a bidirectional control'],
  ['\\L', 'U+2028, a line separator'],
  ['\\P', 'U+2029, a line separator'],
  ['\\ufffe', 'U+FFFE, no character of a text'],
  ['\\ufffd', 'U+FFFD, no character of a text'],
  ['\\ue000', 'U+E000, no character of a text'],
  ['\\xad', 'U+00AD, an invisible character'],
  ['\\u200b', 'U+200B, an invisible character'],
  ['\\ufeff', 'U+FEFF, an invisible character'],
  ['\\U000e0041', 'U+E0041, an invisible character'],
];

async function messagesOf(file: string, text: string): Promise<readonly string[]> {
  return (await problemsOf({ [file]: text })).map(
    ({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`,
  );
}

describe('the characters of texts', () => {
  it.each(unfit)('must not include %s', async (escaped, name) => {
    const text = term(
      'a',
      `aliases: ["a${escaped}b"]`,
      `labels: [{ text: "a${escaped}c", language: de, kind: ALTERNATIVE }]`,
      `explanation: "a${escaped}b"`,
    ).replace('name: Name of a', `name: "N${escaped}m"`);
    expect(await messagesOf('terms/a.yaml', text)).toEqual([
      `3:7 bad-value: name: expected text as it shows; found ${name}`,
      `8:11 bad-value: aliases.0: expected text as it shows; found ${name}`,
      `9:18 bad-value: labels.0.text: expected text as it shows; found ${name}`,
      `10:14 bad-value: explanation: expected text as it shows; found ${name}`,
    ]);
  });

  it('may be of any script, with marks, joiners and emoji', async () => {
    const names = ['می‌خواهم', 'क्‍ष', '👩‍💻', 'שָׁלוֹם‎', 'ﬁne', 'Tiếng Việt', '大規模言語モデル', '𝒳'];
    const text = term('a', `aliases: ${JSON.stringify(names)}`);
    expect(await messagesOf('terms/a.yaml', text)).toEqual([]);
  });

  it('are unchanged in every accepted text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = zLine.safeParse(text);
        if (read.success) expect(read.data).toBe(text.replace(/\n+$/, ''));
        const visible =
          /^[^\p{C}\p{Z}]+$/u.test(text) && !/[\u115F\u1160\u3164\uFFA0\uFFFD]/.test(text);
        if (visible) expect([read.success, zProse.safeParse(text).success]).toEqual([true, true]);
      }),
    );
  });
});

describe('texts of one line', () => {
  it.each([
    ['" padded"', 'expected no spaces around the text'],
    ['"padded "', 'expected no spaces around the text'],
    ['"padded\\_"', 'expected no spaces around the text'],
    ['"pad  ded"', 'expected single spaces between words'],
    ['"two\\nlines"', 'expected one line of text'],
    ['"\\ntwo"', 'expected one line of text'],
    ['"  "', 'expected some text'],
    ['""', 'expected some text'],
  ])('are not %s', async (written, expected) => {
    const text = entity('m', `aliases: [${written}]`, `facts: { familyName: ${written} }`).replace(
      'summary: One sentence.',
      `summary: ${written}`,
    );
    const found = (await messagesOf('models/m.yaml', text)).map((told) =>
      told.replace(/^\S+ /, ''),
    );
    expect(found).toEqual([
      `bad-value: summary: ${expected}`,
      `bad-value: aliases.0: ${expected}`,
      `bad-value: facts.familyName: ${expected}`,
    ]);
  });

  it('may be written as blocks', async () => {
    const text = term('a').replace('summary: One sentence.', 'summary: >\n  One\n  sentence.');
    expect(await messagesOf('terms/a.yaml', text)).toEqual([]);
  });
});

describe('addresses', () => {
  it.each(['https://example.org/a\\tb', 'https://example.org/\\u202e', ' https://example.org'])(
    'are not %s',
    async (address) => {
      const text = term('a', `exactMatch: ["${address}"]`);
      expect(await messagesOf('terms/a.yaml', text)).toEqual([
        expect.stringContaining('8:14 bad-value: exactMatch.0: expected an '),
      ]);
    },
  );
});

describe('problems as a terminal shows them', () => {
  it('hold nothing that a terminal acts on, whatever the seeds hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (file, message) => {
        const problem = {
          file,
          line: 1,
          column: 1,
          severity: 'error',
          code: 'c',
          message,
        } as const;
        expect(formatProblems([problem])).not.toMatch(
          /(?!\n)\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u,
        );
      }),
    );
  });
});
