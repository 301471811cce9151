import { GraphQLCountryCode } from 'graphql-scalars';
import { describe, expect, it } from 'vitest';
import { countryCodes, isInEuropeanUnion } from '../../src/ontology/countries.ts';
import { readUse } from '../../src/ontology/read-use.ts';
import type { UseInput } from '../../src/ontology/use.ts';

function problemsOf(input: unknown, today: string | null = null) {
  const reading = readUse(input, today);
  return reading.ok ? [] : reading.problems.map(({ code, field }) => `${code} ${field}`);
}

const use: UseInput = { activities: ['RUN'] };
const usd = (amount: number) => ({ amount, currency: 'USD' as const });

describe('a use', () => {
  it('has defaults, and null for what is not given', () => {
    const reading = readUse({ activities: ['RUN', 'RUN'], markets: ['de', 'FR', 'DE'] });
    expect(reading.ok).toBe(true);
    if (!reading.ok) return;
    const { activities, artifact, commercial, internalUse, markets } = reading.use;
    expect({ activities, artifact, commercial, internalUse, markets }).toEqual({
      activities: ['RUN'],
      artifact: 'WEIGHTS',
      commercial: true,
      internalUse: null,
      markets: ['DE', 'FR'],
    });
  });

  it('is refused where it is malformed or absurd, all problems at once', () => {
    expect(problemsOf({ activities: [] })).toEqual(['MALFORMED activities']);
    expect(problemsOf({ ...use, monthlyActiveUsers: -1, annualRevenue: usd(-5) })).toEqual([
      'MALFORMED monthlyActiveUsers',
      'MALFORMED annualRevenue.amount',
    ]);
    expect(problemsOf({ ...use, monthlyActiveUsers: 10_000_000_001 })).toHaveLength(1);
    expect(problemsOf({ ...use, monthlyActiveUsers: 1.5 })).toHaveLength(1);
    expect(problemsOf({ ...use, obtainedOn: '2025-02-30' })).toEqual(['MALFORMED obtainedOn']);
    expect(problemsOf({ ...use, obtainedOn: '2025-02' })).toEqual(['MALFORMED obtainedOn']);
    expect(problemsOf({ ...use, markets: [] })).toEqual(['MALFORMED markets']);
    expect(problemsOf({ ...use, nonsense: 1 })).toHaveLength(1);
  });

  it('names countries by their codes', () => {
    const reading = readUse({ ...use, principalPlaceOfBusiness: 'UK', markets: ['US', 'EU'] });
    expect(reading.ok ? [] : reading.problems).toEqual([
      {
        code: 'UNKNOWN_COUNTRY',
        field: 'markets.1',
        message:
          '"EU" is not a country code: expected the code of a country: the European Union is not a country',
      },
      {
        code: 'UNKNOWN_COUNTRY',
        field: 'principalPlaceOfBusiness',
        message: '"UK" is not a country code: expected GB (the United Kingdom)',
      },
    ]);
  });

  it('shows an invalid code as it was written', () => {
    const reading = readUse({ ...use, principalPlaceOfBusiness: ' Germany ', markets: ['de'] });
    expect(reading.ok ? [] : reading.problems.map(({ message }) => message)).toEqual([
      '"Germany" is not a country code: expected an ISO 3166-1 alpha-2 code, for example DE',
    ]);
  });

  it('does not contradict itself', () => {
    const refused: readonly [string, object][] = [
      ['annualRevenue', { commercial: false, annualRevenue: usd(1) }],
      ['commercial', { commercial: false, activities: ['SELL_OUTPUTS'] }],
      ['internalUse', { internalUse: true, activities: ['OFFER_PRODUCT'] }],
      ['trains', { activities: ['RUN', 'TRAIN_ON_OUTPUTS'], trains: [] }],
      ['trains', { activities: ['RUN'], trains: ['COMPETING_MODEL'] }],
      ['peakMonthlyActiveUsers', { monthlyActiveUsers: 2, peakMonthlyActiveUsers: 1 }],
      ['businessLineRevenue', { annualRevenue: usd(1), businessLineRevenue: usd(2) }],
      ['peakMonthlyRevenue', { annualRevenue: usd(13), peakMonthlyRevenue: usd(1) }],
      ['peakMonthlyRevenue', { annualRevenue: usd(1), peakMonthlyRevenue: usd(2) }],
    ];
    for (const [field, given] of refused) {
      expect(problemsOf({ ...use, ...given })).toEqual([`CONTRADICTION ${field}`]);
    }
    expect(problemsOf({ ...use, commercial: false, annualRevenue: usd(0) })).toEqual([]);
    expect(problemsOf({ ...use, activities: ['RUN'], trains: [] })).toEqual([]);
    for (const activity of ['FINE_TUNE', 'TRAIN_ON_OUTPUTS']) {
      const training = { activities: [activity], trains: ['COMPETING_MODEL'] };
      expect(problemsOf({ ...use, ...training })).toEqual([]);
    }
  });

  it('is not in the future; tomorrow is today elsewhere', () => {
    expect(problemsOf({ ...use, obtainedOn: '2026-11-24' }, '2026-11-23')).toEqual([]);
    expect(problemsOf({ ...use, obtainedOn: '2026-11-25' }, '2026-11-23')).toEqual([
      'FUTURE_DATE obtainedOn',
    ]);
  });
});

describe('countries', () => {
  it('are those that a maintained list has', () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
    const known = letters
      .flatMap((one) => letters.map((other) => one + other))
      .filter((code) => {
        try {
          GraphQLCountryCode.parseValue(code);
          return true;
        } catch {
          return false;
        }
      });
    expect([...countryCodes].sort()).toEqual(known);
    expect(countryCodes.size).toBe(250);
  });

  it('belong to the European Union from a day until a day', () => {
    const members = (day: string) =>
      [...countryCodes].filter((code) => isInEuropeanUnion(code, day));
    const territories = ['AX', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT'];
    expect(members('2026-11-23').filter((code) => !territories.includes(code))).toHaveLength(27);
    expect(isInEuropeanUnion('GB', '2020-01-31')).toBe(true);
    expect(isInEuropeanUnion('GB', '2020-02-01')).toBe(false);
    expect(isInEuropeanUnion('HR', '2013-06-30')).toBe(false);
    expect(isInEuropeanUnion('CH', '2026-11-23')).toBe(false);
  });
});
