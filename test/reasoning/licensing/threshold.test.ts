import { describe, expect, it } from 'vitest';
import type { Threshold } from '../../../src/ontology/clause.ts';
import type { UseInput } from '../../../src/ontology/use.ts';
import { compareThreshold } from '../../../src/reasoning/licensing/threshold.ts';
import { profileOf } from './seed-graph.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' as const });
const eur = (amount: number) => ({ amount, currency: 'EUR' as const });
const revenue: Threshold = {
  metric: 'REVENUE',
  comparison: 'ABOVE',
  value: 20,
  currency: 'USD',
  window: 'CALENDAR_MONTH',
  measuredAt: 'TIME_OF_USE',
  scope: 'LICENSEE',
};
const users: Threshold = {
  ...revenue,
  metric: 'MONTHLY_ACTIVE_USERS',
  currency: null,
  value: 700,
};

type Row = readonly [changed: Partial<Threshold>, given: Partial<UseInput>, expected: string];

function check(base: Threshold, rows: readonly Row[]): void {
  for (const [changed, given, expected] of rows) {
    const found = compareThreshold(
      { ...base, ...changed },
      profileOf({ activities: ['RUN'], ...given }),
    );
    const name = ['no', 'unsure', 'yes'][found];
    expect(name, JSON.stringify([changed, given])).toBe(expected);
  }
}

describe('a threshold of revenue', () => {
  it('is bounded by the year where the month is not given', () => {
    check(revenue, [
      [{}, { annualRevenue: usd(20) }, 'no'],
      [{}, { annualRevenue: usd(21) }, 'unsure'],
      [{}, { annualRevenue: usd(240) }, 'unsure'],
      [{}, { annualRevenue: usd(241) }, 'yes'],
      [{}, { peakMonthlyRevenue: usd(20), annualRevenue: usd(100) }, 'no'],
      [{}, { peakMonthlyRevenue: usd(21) }, 'yes'],
      [{}, {}, 'unsure'],
    ]);
  });

  it('of a product is bounded by the whole, from above alone', () => {
    const scope = 'PRODUCT';
    check(revenue, [
      [{ scope }, { annualRevenue: usd(20) }, 'no'],
      [{ scope }, { annualRevenue: usd(1000) }, 'unsure'],
      [{ scope }, { businessLineRevenue: usd(241), annualRevenue: usd(1000) }, 'yes'],
    ]);
  });

  it('of a product takes in no more in a month than the product takes in a year', () => {
    const month = { scope: 'PRODUCT', window: 'CALENDAR_MONTH', comparison: 'BELOW' } as const;
    const given = { annualRevenue: usd(50), peakMonthlyRevenue: usd(50) };
    check(revenue, [
      [month, given, 'no'],
      [month, { ...given, businessLineRevenue: usd(0) }, 'yes'],
    ]);
  });

  it('of a year is bounded by twelve times the best month', () => {
    const window = 'YEAR';
    check(revenue, [
      [{ window }, { annualRevenue: usd(20) }, 'no'],
      [{ window, comparison: 'AT_LEAST' }, { annualRevenue: usd(20) }, 'yes'],
      [{ window, comparison: 'BELOW' }, { annualRevenue: usd(20) }, 'no'],
      [{ window, comparison: 'BELOW' }, { annualRevenue: usd(19) }, 'yes'],
      [{ window, value: 24 }, { peakMonthlyRevenue: usd(2) }, 'no'],
      [{ window, value: 23 }, { peakMonthlyRevenue: usd(2) }, 'unsure'],
      [{ window, scope: 'BUSINESS_LINE' }, { annualRevenue: usd(21) }, 'unsure'],
      [{ window }, { businessLineRevenue: usd(21) }, 'yes'],
      [{ window: 'UNSTATED' }, { annualRevenue: usd(20) }, 'no'],
      [{ window: 'UNSTATED' }, { annualRevenue: usd(21) }, 'unsure'],
      [{ window: 'UNSTATED' }, { annualRevenue: usd(241) }, 'yes'],
    ]);
  });

  it('is open in another currency, unless there is none', () => {
    check(revenue, [
      [{}, { annualRevenue: eur(1) }, 'unsure'],
      [{}, { annualRevenue: eur(0) }, 'no'],
      [{}, { annualRevenue: eur(1), peakMonthlyRevenue: usd(1) }, 'no'],
    ]);
  });
});

describe('a threshold of users', () => {
  it('at the release is settled by a peak below it, never by the count of today', () => {
    const measuredAt = 'MODEL_RELEASE';
    check(users, [
      [{ measuredAt }, { peakMonthlyActiveUsers: 700 }, 'no'],
      [{ measuredAt }, { peakMonthlyActiveUsers: 701 }, 'unsure'],
      [{ measuredAt }, { monthlyActiveUsers: 1 }, 'unsure'],
      [{ measuredAt }, { monthlyActiveUsers: 900 }, 'unsure'],
      [{ measuredAt }, { usersAtRelease: 701 }, 'yes'],
      [{ measuredAt }, { usersAtRelease: 700, peakMonthlyActiveUsers: 900 }, 'no'],
    ]);
  });

  it('today is the count of today, or bounded by the peak', () => {
    check(users, [
      [{}, { monthlyActiveUsers: 700, peakMonthlyActiveUsers: 900 }, 'no'],
      [{}, { monthlyActiveUsers: 701 }, 'yes'],
      [{}, { peakMonthlyActiveUsers: 700 }, 'no'],
      [{}, { peakMonthlyActiveUsers: 701 }, 'unsure'],
    ]);
  });
});
