import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/exchange/yaml-file.ts';
import { seedFileSchemas } from '../../src/ontology/seed-files.ts';
import { entity, problemsOf, term } from './seed-folder.ts';

async function told(file: string, text: string): Promise<readonly string[]> {
  return (await problemsOf({ [file]: text })).map(
    ({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`,
  );
}

describe('numbers in seeds', () => {
  it.each([
    ['010', 10],
    ['0o17', 15],
    ['0x10', 16],
    ['1e3', 1000],
    ['+5', 5],
    ['7.0', 7],
    ['9007199254740993', 9007199254740992],
  ])('are not written as %s', async (written, value) => {
    const text = entity(
      'm',
      'facts:',
      `  totalParameters: ${written}`,
      '  contextTokens:',
      `    - value: ${written}`,
    );
    const found = await told('models/m.yaml', text);
    expect(found.map((line) => line.split(' ')[0])).toEqual(['7:20', '9:14']);
    for (const line of found) {
      expect(line).toMatch(
        value > Number.MAX_SAFE_INTEGER
          ? /expected a number of at most 9007199254740991/
          : `YAML reads ${written} as ${value}`,
      );
    }
  });

  it.each([
    '"010"',
    '"0x10"',
    '"1.5"',
    '"007B"',
    '0',
    '"0"',
    '-1',
    '0.5',
    '.inf',
    '.nan',
    'true',
    '[]',
  ])('are positive and whole: not %s', async (written) => {
    const text = entity('m', 'facts:', `  totalParameters: ${written}`, '  activeParameters: 1');
    expect(await told('models/m.yaml', text)).toEqual([
      written === '[]'
        ? '7:20 bad-value: facts.totalParameters: expected at least one entry'
        : '7:20 bad-value: facts.totalParameters: expected a positive whole number, or one written like 671B',
    ]);
  });

  it.each(['0x7E8', '0o3750', '2024.0', '02024', '2.024e3', '+2024'])(
    'are no dates in disguise: %s',
    async (written) => {
      const text = entity('m', 'facts:', `  releasedOn: ${written}`);
      expect(await told('models/m.yaml', text)).toEqual([
        expect.stringMatching(/^7:15 (number-form: YAML reads|bad-value: .*expected a date)/),
      ]);
    },
  );

  it('are reported in a section that YAML shortens', async () => {
    const clause =
      'clauses: [{ key: k, effect: PERMITS, activities: [USE], bindsDerivatives: NONE, text: T., section: 1.10 }]';
    const found = await told('licenses/l.yaml', entity('l', clause));
    expect(found.filter((line) => line.includes('section') || line.includes('1.10'))).toEqual([
      expect.stringContaining('number-form: YAML reads 1.10 as 1.1;'),
    ]);
  });

  it('mean what they show, or are refused', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...'0123456789xoe.+-_'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(digits, (written) => {
        const { data, slips, mistakes } = readYaml(`a: ${written}\n`);
        if (mistakes.length > 0 || slips.length > 0) return;
        const { a } = data as { a: unknown };
        expect(String(a)).toBe(written);
      }),
    );
  });
});

describe('text that YAML drops', () => {
  const cut = 'text-cut: the text ends before " #"';

  it('is reported where a comment cuts it', async () => {
    const text = term(
      'a',
      'aliases: [one, two # three',
      '  ]',
      'faqs:',
      '  - question: Why C # and not D?',
      '    answer: "Since # is no comment here" # and here it is',
      'explanation: | # a comment',
      '  With # inside.',
    ).replace('One sentence.', 'A tool # cut');
    expect(await told('terms/a.yaml', text)).toEqual([
      expect.stringContaining(`4:10 ${cut}`),
      expect.stringContaining(`8:16 ${cut}`),
      expect.stringContaining(`11:15 ${cut}`),
    ]);
  });

  it('is not reported for comments after names, dates, numbers and addresses', async () => {
    const text = entity(
      'm # the first slug',
      'status: CURRENT # for now',
      'exactMatch: [https://example.org/m] # there',
      'facts: # all',
      '  totalParameters: 7B # about',
      '  contextTokens: 4096 # exactly',
      '  releasedOn: 2024-01-01 # a Monday',
      'relations: { EXEMPLIFIES: [sound] } # first',
    ).replace('name: Name of m # the first slug', 'name: M');
    expect(await told('models/m.yaml', text)).toEqual([]);
  });

  it('is reported where an anchor takes its first word', async () => {
    const text = term('a').replace('One sentence.', '&B is a company.');
    expect(await told('terms/a.yaml', text)).toEqual([
      expect.stringMatching(/^4:\d+ unused-anchor: "&B" is an anchor without a reference/),
    ]);
    const used = term('a', 'explanation: *text').replace('One sentence.', '&text One sentence.');
    expect(await told('terms/a.yaml', used)).toEqual([]);
  });
});

describe('problems of seeds', () => {
  const sound = entity(
    'm',
    'aliases: [one]',
    'exactMatch: [https://example.org]',
    'facts: { totalParameters: 7B, releasedOn: 2024, inputModalities: [TEXT], familyName: M }',
    'relations: { EXEMPLIFIES: [{ to: sound, rank: NORMAL }] }',
  );
  const scalars = [...sound.matchAll(/(?<=[:[] )[^\s,[\]{}:]+|(?<=\[)[^\s,[\]{}:]+/g)].filter(
    ([text]) => text !== '',
  );

  it('say what was expected, whatever value is in its place', async () => {
    expect(scalars.length).toBeGreaterThan(12);
    const values = fc.oneof(
      fc.constantFrom(
        '0',
        '-1',
        '1.5',
        '1e400',
        '.nan',
        'true',
        'null',
        '""',
        '[]',
        '{}',
        '[[]]',
        '{a: 1}',
        '99999999999999999999',
        '"\\ud800"',
      ),
      fc.json({ maxDepth: 1 }),
    );
    const place = fc.constantFrom(...scalars);
    const property = fc.asyncProperty(place, values, async ([old, ...rest], value) => {
      expect(rest).toEqual([]);
      const text = sound.replace(old, value);
      for (const { message, code } of await problemsOf({ 'models/m.yaml': text })) {
        if (code === 'bad-value') expect(message).toMatch(/expected |listed twice/);
        expect(message).not.toMatch(/expected another value|Invalid|undefined|pattern/);
      }
    });
    await fc.assert(property, { numRuns: 150 });
    expect(Object.keys(seedFileSchemas)).toContain('MODEL');
  });
});

describe('a text that nests deeper than can be followed', () => {
  it.each([
    ['lists', '['.repeat(50_000)],
    ['lists line by line', `\n${'- '.repeat(30_000)}`],
    ['mappings', '{a: '.repeat(15_000)],
    ['keys', '? '.repeat(30_000)],
  ])('of %s is refused in one sentence, with its place', (_what, text) => {
    const { data, mistakes } = readYaml(`a: 1\nb: ${text}`);
    expect(data).toBeUndefined();
    expect(mistakes).toEqual([
      expect.objectContaining({
        line: text.startsWith('\n') ? 3 : 2,
        code: 'too-deep',
        message: expect.stringMatching(/^expected fewer levels/),
      }),
    ]);
  });
});
