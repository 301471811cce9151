import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkJson, locateIn, readJson } from '../../src/exchange/json-text.ts';

/** "2:14 bad-json": where and what; empty where it can be read. */
function mistakeIn(text: string): string {
  const read = readJson('file.json', text);
  if (read.ok) return '';
  return read.problems.map(({ line, column, code }) => `${line}:${column} ${code}`).join(', ');
}

describe('a JSON text', () => {
  it('is read as the runtime reads it, whatever it is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        const read = readJson('file.json', text);
        expect(read.ok && read.value.data).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is refused where the runtime refuses it, with a place in the text', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom(...',]}"{:1x\\'),
        (json, at, sign) => {
          const place = at % (json.length + 1);
          const text = `${json.slice(0, place)}${sign}${json.slice(place)}`;
          const read = readJson('file.json', text);
          let runs = true;
          try {
            JSON.parse(text);
          } catch {
            runs = false;
          }
          expect(read.ok).toBe(runs);
          if (read.ok) return;
          expect(read.problems).toHaveLength(1);
          const [{ line = 0, column = 0, message = '' } = {}] = read.problems;
          const lines = text.split('\n');
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
          expect(message).toMatch(/^expected /);
        },
      ),
    );
  });

  it.each([
    ['{"a": [1, 2,]}', '1:12 bad-json'],
    ['{\n  "a": 1,\n}', '2:9 bad-json'],
    ['{\n  "a": 1,   \n\n }', '2:9 bad-json'],
    ['{"a" 1}', '1:6 bad-json'],
    ['{"a": 1} x', '1:10 bad-json'],
    ['{"a": // why\n1}', '1:7 bad-json'],
    ["{'a': 1}", '1:2 bad-json'],
    ['', '1:1 bad-json'],
    [`${'['.repeat(100_000)}`, '1:101 too-deep'],
    [`\n${'{"a":'.repeat(100_000)}`, '2:501 too-deep'],
  ])('%j: %s', (text, expected) => {
    expect(mistakeIn(text)).toBe(expected);
  });

  it('may nest within texts, and begin with a byte order mark', () => {
    expect(mistakeIn(`\uFEFF{"a": "${'['.repeat(500)}\\"${'{'.repeat(500)}"}`)).toBe('');
  });
});

describe('the values of a JSON text', () => {
  const schema = z.object({ list: z.array(z.object({ name: z.string(), size: z.int() })) });

  it('are checked, and a mistake is reported with its place and the expected value', () => {
    const read = readJson(
      'file.json',
      '{\n "list": [\n  {"name": "a", "size": 1},\n  {"name": 2}\n ]\n}',
    );
    const checked = read.ok ? checkJson(read.value, schema) : read;
    expect(checked).toEqual({
      ok: false,
      problems: [
        { line: 4, column: 12, code: 'bad-value', message: 'list.1.name: expected text' },
        { line: 4, column: 3, code: 'missing-key', message: '"list.1.size" is missing' },
      ].map((problem) => ({ file: 'file.json', severity: 'error', ...problem })),
    });
  });

  it('are found in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (texts) => {
        const text = JSON.stringify({ before: { list: [1] }, list: texts }, null, 1);
        const read = readJson('file.json', text);
        if (!read.ok) throw new Error('it is JSON');
        const places = locateIn(
          read.value,
          texts.map((_, index) => ['list', index]),
        );
        const lines = text.split('\n');
        const found = places.map(({ line, column }) => {
          return JSON.parse(lines[line - 1]?.slice(column - 1).replace(/,$/, '') ?? '');
        });
        expect(found).toEqual(texts);
      }),
    );
  });
});
