import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestClaim,
  bestClaims,
  compareClaims,
  type RankedClaim,
} from '../../../src/reasoning/claims/claim-rank.ts';
import { anyClaims } from './claims.ts';

const claim = (id: string, given: Partial<RankedClaim> = {}): RankedClaim => ({
  id,
  rank: 'NORMAL',
  evidence: 'SECONDARY',
  asOf: '2026',
  sourceId: 'Source:a',
  ...given,
});
const order = (...claims: readonly RankedClaim[]) =>
  [...claims].sort(compareClaims).map(({ id }) => id);

describe('the best claim', () => {
  it('has the best rank, whatever its evidence', () => {
    const preferred = claim('preferred', { rank: 'PREFERRED' });
    const read = claim('read', { evidence: 'PUBLISHER' });
    expect(bestClaim([read, preferred])).toBe(preferred);
  });

  it('has the strongest evidence of its rank; a judgement counts least', () => {
    const claims = [
      claim('judged', { evidence: null }),
      claim('secondary'),
      claim('copy', { evidence: 'COPY' }),
      claim('publisher', { evidence: 'PUBLISHER' }),
    ];
    expect(order(...claims)).toEqual(['publisher', 'copy', 'secondary', 'judged']);
  });

  it('is the latest; a bare year counts as its first day, no date as earliest', () => {
    const dates = [null, '2025-12-31', '2026', '2026-02', '2026-02-02'];
    expect(order(...dates.map((asOf) => claim(String(asOf), { asOf })))).toEqual([
      '2026-02-02',
      '2026-02',
      '2026',
      '2025-12-31',
      'null',
    ]);
  });

  it('is settled by source, then id, where all else is equal', () => {
    const claims = [claim('2', { sourceId: 'Source:b' }), claim('3'), claim('1')];
    expect(order(...claims)).toEqual(['1', '3', '2']);
  });

  it('is one of several of the best rank', () => {
    const claims = [
      claim('a', { rank: 'PREFERRED' }),
      claim('b'),
      claim('c', { rank: 'PREFERRED', evidence: 'COPY' }),
      claim('d', { rank: 'PREFERRED', evidence: 'MEMORY' }),
    ];
    expect(bestClaims(claims).map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('is none where all are deprecated or recalled', () => {
    const claims = [claim('a', { rank: 'DEPRECATED' }), claim('b', { evidence: 'MEMORY' })];
    expect(bestClaim(claims)).toBeNull();
    expect(bestClaim([])).toBeNull();
  });

  it('does not depend on the order of the claims', () => {
    fc.assert(
      fc.property(anyClaims(), ([claims, shuffled]) => {
        expect(bestClaims(shuffled)).toEqual(bestClaims(claims));
      }),
    );
  });

  it('is never deprecated or recalled, and no claim that may be best outranks it', () => {
    fc.assert(
      fc.property(anyClaims(), ([claims]) => {
        const eligible = claims.filter(({ rank, evidence }) => {
          return rank !== 'DEPRECATED' && evidence !== 'MEMORY';
        });
        const best = bestClaims(claims);
        expect(best.every((found) => eligible.includes(found))).toBe(true);
        expect(best.length > 0).toBe(eligible.length > 0);
        if (eligible.some(({ rank }) => rank === 'PREFERRED')) {
          expect(best.every(({ rank }) => rank === 'PREFERRED')).toBe(true);
        }
      }),
    );
  });

  it('is chosen by a total order', () => {
    fc.assert(
      fc.property(anyClaims(), ([claims]) => {
        for (const one of claims) {
          for (const other of claims) {
            expect(Math.sign(compareClaims(one, other))).toBe(
              0 - Math.sign(compareClaims(other, one)),
            );
            expect(compareClaims(one, other) === 0).toBe(one === other);
          }
        }
        const sorted = [...claims].sort(compareClaims);
        sorted.slice(1).forEach((later, index) => {
          for (const earlier of sorted.slice(0, index + 1)) {
            expect(compareClaims(earlier, later)).toBeLessThan(0);
          }
        });
      }),
      { numRuns: 50 },
    );
  });
});
