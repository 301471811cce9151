import fc from 'fast-check';
import parseSpdx from 'spdx-expression-parse';
import { describe, expect, it } from 'vitest';
import { score } from '../../../bench/license-resolver/score.ts';
import { seedLicenses } from '../../../bench/license-resolver/seed-licenses.ts';
import { licenseStrings } from '../../../bench/license-resolver/strings.ts';
import { finish } from '../../../src/base/steps.ts';
import { buildLicenseIndex } from '../../../src/text/license-strings/license-index.ts';
import { resolveLicense } from '../../../src/text/license-strings/resolve.ts';
import { spdxLicenses } from '../../../src/text/license-strings/spdx-list.ts';
import type { KnownLicense, LicenseResolution } from '../../../src/text/license-strings/types.ts';

const licenses = seedLicenses();
const index = finish(buildLicenseIndex(licenses));
const resolve = (text: string): LicenseResolution => resolveLicense(index, text);
const isAnswer = ({ kind }: LicenseResolution): boolean => kind !== 'CANDIDATES' && kind !== 'NONE';

/** These are names, and also parts of other licenses' names. */
const shared = new Set(['qwen', 'modified-mit', 'tongyi-qianwen']);

const ownNames = licenses.flatMap((license) =>
  [
    license.name,
    license.slug,
    ...license.aliases,
    ...license.identifiers.map(({ value }) => value),
  ].map((text) => ({ license, text })),
);

function expectItself(text: string, license: KnownLicense): void {
  const got = resolve(text);
  if (shared.has(text.toLowerCase().trim())) {
    expect(got.candidates[0]?.target.license?.slug, text).toBe(license.slug);
  } else {
    expect([got.kind, got.target?.license?.slug], text).toEqual(['LICENSE', license.slug]);
  }
}

/** Expects the properties of every resolution, whatever the text. */
function expectSound(text: string): void {
  const got = resolve(text);
  expect(resolve(text)).toEqual(got);
  expect(got.target !== null).toBe(got.kind === 'LICENSE' || got.kind === 'SPDX_LICENSE');
  expect(got.expression !== null).toBe(got.kind === 'EXPRESSION');
  if (got.kind === 'LICENSE') expect(got.target?.license).not.toBeNull();
  if (got.kind === 'SPDX_LICENSE') {
    expect([got.target?.license, got.target?.spdx === null]).toEqual([null, false]);
  }
  if (got.kind === 'CANDIDATES') expect(got.candidates.length).toBeGreaterThan(0);
  if (got.kind === 'NONE') expect(got.candidates).toEqual([]);
  expect(got.candidates.length).toBeLessThanOrEqual(10);
  expect(new Set(got.candidates.map(({ target }) => target)).size).toBe(got.candidates.length);
  for (const { confidence, reason } of got.candidates) {
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThan(1);
    expect(reason).not.toBe('');
  }
  const order = got.candidates.map(({ confidence }) => confidence);
  expect(order).toEqual([...order].sort((a, b) => b - a));
  expect(got.reasons.length).toBeGreaterThan(0);
}

describe('the collected strings', () => {
  it('gives no wrong answer, and nearly every right one', () => {
    const scores = licenseStrings.map((string) => ({
      string,
      ...score(string, resolve(string.text)),
    }));
    const wrong = scores.filter((one) => one.answered && !one.right).map(({ string }) => string);
    expect(wrong).toEqual([]);
    const right = scores.filter((one) => one.right).length;
    expect(right / scores.length).toBeGreaterThan(0.98);
  });

  it('is sound on each of them', () => {
    for (const { text } of licenseStrings) expectSound(text);
  });
});

describe('names of the seeds', () => {
  it('resolve to their license', () => {
    for (const { license, text } of ownNames) expectItself(text, license);
  });

  it('do so in any case, with other spacing, and in the ways cards write them', () => {
    for (const { license, text } of ownNames) {
      expectItself(text.toUpperCase(), license);
      expectItself(text.toLowerCase(), license);
      expectItself(` ${text}\n`, license);
      if (shared.has(text)) continue;
      expectItself(`"${text}"`, license);
      expectItself(`**${text}**`, license);
      expectItself(text.replace(/(?<=[a-z])[ -](?=[a-z])/gi, '_'), license);
      expectItself(text.replace(/(?<=[a-z])[ _-](?=[a-z])/gi, '  '), license);
      expectItself(text.replaceAll(' ', '-'), license);
      expectItself(`license: ${text}`, license);
      if (!text.includes('"')) expectItself(`{"license": "${text}"}`, license);
      expectItself(`license: other\nlicense_name: ${text}`, license);
    }
  });

  it('count for a former slug', () => {
    const [first] = licenses;
    if (first === undefined) throw new Error('no seeds');
    const renamed = finish(buildLicenseIndex([{ ...first, formerSlugs: ['ai2-impact-old'] }]));
    expect(resolveLicense(renamed, 'ai2-impact-old').target?.license?.slug).toBe(first.slug);
  });

  it('give no answer when two licenses share one', () => {
    const twins = ['one', 'two'].map((slug) => ({
      id: `License:${slug}`,
      slug,
      name: `License ${slug}`,
      aliases: ['Twin License'],
      identifiers: [],
      spdxId: null,
      version: null,
    }));
    const got = resolveLicense(finish(buildLicenseIndex(twins)), 'twin license');
    expect(got.kind).toBe('CANDIDATES');
    expect(got.candidates.map(({ target }) => target.license?.slug).sort()).toEqual(['one', 'two']);
  });
});

describe('identifiers of the SPDX list', () => {
  it('resolve to themselves in SPDX fields, in any case', () => {
    for (const { id } of spdxLicenses) {
      for (const text of [id, id.toLowerCase(), id.toUpperCase()]) {
        const got = resolve(`SPDX-License-Identifier: ${text}`);
        expect(got.target?.spdx?.id, text).toBe(id);
      }
    }
  });

  it('never resolve to another one, wherever they stand', () => {
    for (const { id } of spdxLicenses) {
      const got = resolve(id);
      expect(got.target?.spdx?.id ?? got.candidates[0]?.target.spdx?.id, id).toBe(id);
    }
  });
});

describe('a major version alone', () => {
  const versioned = spdxLicenses.flatMap(({ id }) => {
    const [, before, major, after] = /^(.*-)([0-9]+)\.0((?:-[A-Za-z].*)?)$/.exec(id) ?? [];
    if (before === undefined || major === undefined || after === undefined) return [];
    const siblings = spdxLicenses
      .map((one) => one.id)
      .filter((one) => one.startsWith(`${before}${major}.`) && one.endsWith(after))
      .filter((one) => /^[0-9.]+$/.test(one.slice(before.length, one.length - after.length)));
    return [{ id, siblings, text: `${before}${major}${after}` }];
  });

  it.each([
    ['as it is', (text: string) => text],
    ['in small letters', (text: string) => text.toLowerCase()],
    ['with spaces', (text: string) => text.replaceAll('-', ' ')],
    ['with a v', (text: string) => text.replace(/-(?=[0-9]+(?:-|$))/, ' v')],
  ])('is no answer where the list has several minor ones: %s', (_, spell) => {
    const several = versioned.filter(({ siblings }) => siblings.length > 1);
    expect(several.length).toBeGreaterThan(10);
    for (const { siblings, text } of several) {
      const got = resolve(spell(text));
      expect([spell(text), got.kind]).toEqual([spell(text), 'CANDIDATES']);
      const found = got.candidates.map(({ target }) => target.spdx?.id);
      expect(found, text).toEqual(expect.arrayContaining(siblings.slice(0, found.length)));
    }
  });

  it('is never another version than the one it can mean', () => {
    for (const { id, siblings, text } of versioned) {
      if (siblings.length > 1) continue;
      const got = resolve(text);
      if (isAnswer(got)) expect(got.target?.spdx?.id, text).toBe(id);
    }
    expect(resolve('apache 2').target?.spdx?.id).toBe('Apache-2.0');
    expect(resolve('GPLv2').target?.spdx?.id).toBe('GPL-2.0');
    expect(resolve('llama 3').target?.license?.slug).toBe('llama-3-community');
  });
});

describe('a name with something beside it', () => {
  const before = [
    'Modified',
    'not',
    'non',
    'based on',
    'similar to',
    'formerly',
    'custom',
    '~',
    '!',
  ];
  const after = [
    '-like',
    ' like',
    ' style',
    ' (modified)',
    ' + AUP',
    ' plus extras',
    ' with restrictions',
    ' for code',
    ' but not for war',
    '?',
    '*',
    ' non-commercial',
    ' compatible',
    ' derivative',
    ' (old)',
    ' 9.9',
    ' with Commons Clause',
    ' or similar',
    ' and more',
    ' 🚫',
    '\n\nwith changes',
  ];

  it('is never an answer', () => {
    for (const { text } of ownNames) {
      for (const word of before) {
        const qualified = `${word} ${text}`;
        expect([qualified, isAnswer(resolve(qualified))]).toEqual([qualified, false]);
      }
      for (const ending of after) {
        expect([text + ending, isAnswer(resolve(text + ending))]).toEqual([text + ending, false]);
      }
      for (const wrapper of [`other (${text})`, `custom (${text})`, `license: mit # ${text}`]) {
        expect([wrapper, isAnswer(resolve(wrapper))]).toEqual([wrapper, false]);
      }
    }
  });

  it('lists the license among the candidates', () => {
    for (const ending of ['-like', ' + AUP', ' with restrictions', ' (old)']) {
      for (const license of licenses) {
        const { candidates } = resolve(license.name + ending);
        expect(candidates.some(({ target }) => target.license?.slug === license.slug)).toBe(true);
      }
    }
  });

  it('says in words what the qualifier does', () => {
    expect(resolve('MIT-like').reasons.join(' ')).toContain('resembles');
    expect(resolve('cc-by-nc-4.0 + AUP').reasons.join(' ')).toContain('adds terms');
  });
});

describe('any text', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...ownNames.map(({ text }) => text)),
    fc.constantFrom(...spdxLicenses.map(({ id }) => id)),
    fc.constantFrom(
      ...'AND OR WITH and or ( ) + / , - ~ license: license_name: other not like \n --- [ ] {'.split(
        ' ',
      ),
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );

  it('is resolved soundly and the same each time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectSound), {
      numRuns: 300,
    });
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => expectSound(parts.join(' '))),
      { numRuns: 500 },
    );
  });

  it('ends fast, however long and hostile', () => {
    const units = [
      'MIT ',
      '(',
      'MIT OR ',
      '((MIT) ',
      'a',
      '+',
      '\u202e',
      '🎉',
      'https://',
      'license: ',
      '[](',
      '- ',
      '"',
      'license_name:\n',
      '\ufdfa',
      'gpl v',
      '1.0.',
    ];
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const started = performance.now();
      expect(isAnswer(resolve(text)), unit).toBe(false);
      expect(performance.now() - started, unit).toBeLessThan(2_000);
    }
  });
});

describe('expressions', () => {
  const leaf = fc.constantFrom(
    'MIT',
    'Apache-2.0',
    'BSD-3-Clause',
    'MPL-2.0+',
    'LicenseRef-x',
    'GPL-2.0-only WITH Classpath-exception-2.0',
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .tuple(tie('expression'), fc.constantFrom('AND', 'OR'), tie('expression'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    ),
  }));

  it('are normalized to what the SPDX parser reads the same way', () => {
    fc.assert(
      fc.property(
        fc.tuple(expression, fc.constantFrom('AND', 'OR'), expression),
        ([left, operator, right]) => {
          const text = `${left} ${operator} ${right}`;
          const got = resolve(text);
          expect(got.kind).toBe('EXPRESSION');
          const normalized = got.expression?.text ?? '';
          expect(truth(parseSpdx(normalized))).toEqual(truth(parseSpdx(text)));
          expect(resolve(normalized).expression?.text).toBe(normalized);
        },
      ),
    );
  });

  /** The sets of granted licenses that satisfy an expression, which are its meaning. */
  function truth(node: parseSpdx.Info): boolean[] {
    const leaves = ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'MPL-2.0', 'LicenseRef-x', 'GPL-2.0-only'];
    const holds = (one: parseSpdx.Info, granted: number): boolean => {
      if ('license' in one) return (granted & (1 << leaves.indexOf(one.license))) !== 0;
      const [left, right] = [holds(one.left, granted), holds(one.right, granted)];
      return one.conjunction === 'and' ? left && right : left || right;
    };
    return Array.from({ length: 2 ** leaves.length }, (_, granted) => holds(node, granted));
  }

  it('have operators in any case, and in both, between identifiers', () => {
    const operator = fc.constantFrom('AND', 'OR', 'and', 'or', 'And', 'oR');
    const id = fc.constantFrom('mit', 'ISC', '0bsd', 'Apache-2.0', 'GPL-2.0+', 'licenseref-x');
    fc.assert(
      fc.property(fc.array(fc.tuple(operator, id), { minLength: 1, maxLength: 6 }), (rest) => {
        const text = `(mit ${rest.flat().join(' ')})`;
        const capitals = `(mit ${rest.map(([word, one]) => `${word.toUpperCase()} ${one}`).join(' ')})`;
        const got = resolve(text);
        if (text.includes('licenseref')) expect(got.kind).toBe('CANDIDATES');
        else expect(got.kind, text).toBe('EXPRESSION');
        expect(got.expression, text).toEqual(resolve(capitals).expression);
      }),
    );
    const mixed = '(mit OR ISC or json and 0bsd)';
    expect(resolve(mixed).expression?.text).toBe('MIT OR ISC OR (JSON AND 0BSD)');
  });

  it('give no answer in small letters without parentheses if precedence matters', () => {
    expect(resolve('MIT or ISC and 0BSD').kind).toBe('CANDIDATES');
    expect(resolve('MIT OR the Foo and Bar License').kind).toBe('CANDIDATES');
  });

  it('keep the license of the graph, the exception and "or later"', () => {
    const root = resolve('llama3.1 OR Apache-2.0+').expression?.root;
    expect(root).toMatchObject({
      type: 'OR',
      operands: [
        {
          spdxId: 'LicenseRef-scancode-llama-3.1-license-2024',
          target: { license: { slug: 'llama-3.1-community' } },
        },
        { spdxId: 'Apache-2.0', orLater: true, exception: null },
      ],
    });
  });
});
