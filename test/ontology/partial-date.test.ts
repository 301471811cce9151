import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesAgree, isPartialDate, spanOf } from '../../src/ontology/partial-date.ts';

const anyDay = fc
  .date({
    min: new Date('1000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const anyDate = fc
  .tuple(anyDay, fc.constantFrom(4, 7, 10))
  .map(([day, length]) => day.slice(0, length));

describe('partial dates', () => {
  it('are real years, months and days', () => {
    fc.assert(fc.property(anyDate, isPartialDate));
    for (const text of [
      '',
      '26',
      '2026-1',
      '2026-13',
      '2026-00',
      '2025-02-29',
      '2026-04-31',
      '0999',
      '0099-12',
    ]) {
      expect(isPartialDate(text)).toBe(false);
    }
    expect(isPartialDate('2024-02-29')).toBe(true);
    expect(isPartialDate('2026-01-01T00:00:00Z')).toBe(false);
  });

  it('never make the check throw', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/), (text) => {
        expect(typeof isPartialDate(text)).toBe('boolean');
      }),
    );
  });

  it('span the days that begin with them', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(4, 7, 10), (day, length) => {
        const { first, last } = spanOf(day.slice(0, length));
        expect(first <= day && day <= last).toBe(true);
        expect(isPartialDate(first) && isPartialDate(last)).toBe(true);
        const after = new Date(Date.parse(last) + 86_400_000).toISOString();
        expect(after.startsWith(day.slice(0, length))).toBe(false);
      }),
    );
  });

  it('agree with the year and the month that hold them, both ways round', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        expect(datesAgree(one, one.slice(0, 4))).toBe(true);
        expect(datesAgree(one, other)).toBe(datesAgree(other, one));
        const { first, last } = spanOf(one);
        const span = spanOf(other);
        expect(datesAgree(one, other)).toBe(first <= span.last && span.first <= last);
      }),
    );
  });
});
