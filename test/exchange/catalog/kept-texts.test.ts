import { describe, expect, it } from 'vitest';
import { type CatalogFormat, catalogFormats } from '../../../src/exchange/read-catalog.ts';
import { problemsIn } from './read-into.ts';

/** For every kind of catalog, some with a text that an import keeps. */
const withText: Readonly<Record<CatalogFormat, readonly ((text: string) => unknown)[]>> = {
  'models.dev': [
    (name) => ({ 'a/b': { id: 'a/b', name } }),
    (license) => ({ 'a/b': { id: 'a/b', name: 'B', license } }),
  ],
  spdx: [(name) => ({ licenses: [{ licenseId: 'MIT', name }] })],
  'license-db': [(key) => [{ license_key: key }]],
  'hugging-face': [
    (license) => [{ id: 'a/b', cardData: { license } }],
    (name) => [{ id: 'a/b', cardData: { license: ['other'], license_name: name } }],
  ],
  cyclonedx: ['name', 'id'].map((key) => (text) => ({
    ...{ bomFormat: 'CycloneDX', specVersion: '1.6' },
    components: [
      { type: 'machine-learning-model', name: 'x', licenses: [{ license: { [key]: text } }] },
    ],
  })),
};
const cases = Object.entries(withText).flatMap(([format, values]) =>
  values.map((value) => [format as CatalogFormat, value] as const),
);

describe.each(cases)('a text that is kept of a catalog of %s', (format, value) => {
  const problems = (text: string) =>
    problemsIn(catalogFormats[format].read, { 'a.json': JSON.stringify(value(text)) }, 'a.json');

  it('is refused with its place where it does not show, or is too long', async () => {
    const turned = 'expected text as it shows; found U+202E, a bidirectional control';
    expect(await problems('a\u202Eb')).toEqual([expect.stringContaining(turned)]);
    expect(await problems('x'.repeat(3000))).toEqual([
      expect.stringMatching(/^a\.json:1:\d+ .*expected at most \d+ characters, found 3000$/),
    ]);
  });

  it('loses what nobody sees', async () => {
    expect(await problems('\u00ADa\u200Bb ')).toEqual([]);
  });
});

it('other keys of LicenseDB may have spaces, as some have', async () => {
  const row = { license_key: 'gpl-2.0', spdx_license_key: 'GPL-2.0-only' };
  const text = JSON.stringify([{ ...row, other_spdx_license_keys: ['GPL 2.0'] }]);
  const read = catalogFormats['license-db'].read;
  expect(await problemsIn(read, { 'a.json': text }, 'a.json')).toEqual([]);
});
