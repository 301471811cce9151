import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/base/steps.ts';
import { PostingsDraft } from '../../src/text/search/postings.ts';
import { RangeMinima } from '../../src/text/search/range-minima.ts';

describe('RangeMinima', () => {
  it('gives any stretch in ascending order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.nat(60), fc.nat(60), (values, one, other) => {
        const low = Math.min(one, other, values.length);
        const high = Math.min(Math.max(one, other), values.length);
        const minima = new RangeMinima(Int32Array.from(values));
        const expected = values.slice(low, high).sort((a, b) => a - b);
        expect([...minima.ascending(low, high)]).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Postings', () => {
  const entries = fc.array(
    fc.tuple(fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 3 }), fc.nat(400)),
    { maxLength: 300 },
  );

  it('finds what is filed under keys, the smallest of a range first', () => {
    const tests = fc.constantFrom(null, (value: number) => value % 7 === 0);
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom('', 'a', 'bc'),
        fc.integer({ min: 1, max: 9 }),
        tests,
        (filed, prefix, limit, test) => {
          const draft = new PostingsDraft();
          for (const [key, value] of filed.toSorted(([, a], [, b]) => a - b))
            draft.file(key, value);
          const postings = finish(draft.building());
          const all = new Set(
            filed.filter(([key]) => key.startsWith(prefix)).map(([, value]) => value),
          );
          const expected = [...all]
            .filter((value) => test?.(value) !== false)
            .sort((a, b) => a - b);
          const found = postings.smallestWithin(postings.keys.prefixed(prefix), limit, test);
          expect(found).toEqual(expected.slice(0, limit));
          const exact = filed.filter(([key]) => key === 'ab').map(([, value]) => value);
          expect([...postings.of('ab')]).toEqual([...new Set(exact)].sort((a, b) => a - b));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
