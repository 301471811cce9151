import { afterEach, describe, expect, it, vi } from 'vitest';
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

describe('the list of names', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is read when a name is first asked for: every process would start later', async () => {
    const { DisplayNames } = Intl;
    const read = vi.fn((target: typeof DisplayNames, args: unknown[]) =>
      Reflect.construct(target, args),
    );
    const watched = new Proxy(DisplayNames, { construct: read });
    vi.stubGlobal('Intl', Object.create(Intl, { DisplayNames: { value: watched } }));
    // A copy of the module, from which no name was asked yet.
    const copy = new URL('../../src/ontology/countries.ts?copy', import.meta.url).href;
    const countries: typeof import('../../src/ontology/countries.ts') = await import(copy);
    expect(countries.countryNamed('de')).toBe('DE');
    expect(read).not.toHaveBeenCalled();
    expect(countries.countryNamed('Germany')).toBe('DE');
    expect(read).toHaveBeenCalled();
  });
});
