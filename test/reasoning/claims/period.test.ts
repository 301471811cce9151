import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPeriod, periodsOverlap } from '../../../src/reasoning/claims/period.ts';
import { anyDate } from './claims.ts';

const anyPeriod = fc
  .record({
    since: fc.option(anyDate, { nil: null }),
    until: fc.option(anyDate, { nil: null }),
  })
  .filter(isPeriod);

describe('periods', () => {
  it('overlap both ways round, and with themselves', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (one, other) => {
        expect(periodsOverlap(one, other)).toBe(periodsOverlap(other, one));
        expect(periodsOverlap(one, { since: null, until: null })).toBe(true);
      }),
    );
  });

  it('that follow each other do not overlap, however precise the date between them', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(4, 7, 10), (date, length) => {
        const before = { since: null, until: date };
        expect(periodsOverlap(before, { since: date.slice(0, length), until: null })).toBe(false);
      }),
    );
  });

  it('end after they begin', () => {
    expect(isPeriod({ since: '2025-03', until: '2025-03-02' })).toBe(true);
    expect(isPeriod({ since: '2025-03', until: '2025-03-01' })).toBe(false);
    expect(isPeriod({ since: '2025', until: null })).toBe(true);
  });
});
