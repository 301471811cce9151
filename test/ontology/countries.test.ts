import { describe, expect, it } from 'vitest';
import { countryCodes, countryNamed } from '../../src/ontology/countries.ts';

describe('a country', () => {
  it('is known by its code and by its English name, in every spelling', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region' });
    for (const code of countryCodes) {
      expect(countryNamed(code.toLowerCase())).toBe(code);
      expect(countryNamed(` ${names.of(code)?.toUpperCase()} `)).toBe(code);
    }
  });

  it.each([
    ['Türkiye', 'TR'],
    ['turkey', 'TR'],
    ["Cote d'Ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['Guinea Bissau', 'GW'],
    ['Trinidad and Tobago', 'TT'],
    ['Saint Lucia', 'LC'],
    ['The Netherlands', 'NL'],
    ['Hong Kong', 'HK'],
    ['USA', 'US'],
  ])('is known as %s', (name, code) => {
    expect(countryNamed(name)).toBe(code);
  });

  it.each(['', ' ', 'Berlin', 'UK', 'EU', 'XX', '…', 'Germany France'])(
    'is not what %j means',
    (text) => {
      expect(countryNamed(text)).toBeNull();
    },
  );
});
