import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/ontology/quantity.ts';

describe('quantities', () => {
  it.each([
    ['671B', 'decimal', 671e9],
    ['1.6T', 'decimal', 1.6e12],
    ['6.5B', 'decimal', 6.5e9],
    ['128K', 'binary', 131_072],
    ['1M', 'binary', 1_000_000],
    ['10M', 'binary', 10_000_000],
    ['1048576', 'binary', 1_048_576],
    ['1.05M', 'binary', 1_050_000],
    ['3.5M', 'binary', 3_500_000],
    ['200000', 'binary', 200_000],
    [' 7B ', 'decimal', 7e9],
    ['0.6B', 'decimal', 6e8],
    ['1.5000K', 'decimal', 1500],
  ] as const)('reads %s (%s) as %d', (text, base, value) => {
    expect(parseQuantity(text, base)).toBe(value);
  });

  it.each([
    '',
    'K',
    '128k',
    '128 000',
    '-1',
    '1e3',
    '1.',
    '.5B',
    '1,5B',
    '99999999T',
    '∞',
    '١٢',
    '010',
    '007B',
    '0x10',
    '0o17',
    '0.5',
    '1.5',
    '1.0001K',
    '00',
  ])('refuses %j', (text) => {
    expect(parseQuantity(text, 'decimal')).toBeNull();
  });

  it('reads every whole number back as it is', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (value) => {
        expect(parseQuantity(String(value), 'decimal')).toBe(value);
      }),
    );
  });

  it('never gives anything but a whole number or null', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('decimal', 'binary'), (text, base) => {
        const value = parseQuantity(text, base);
        expect(value === null || Number.isSafeInteger(value)).toBe(true);
      }),
    );
  });
});
