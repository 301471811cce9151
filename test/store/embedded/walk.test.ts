import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walk } from '../../../src/store/embedded/read/walk.ts';
import type { Keyset, PageWindow } from '../../../src/store/reads.ts';
import { cut } from '../../support/oracle.ts';

const compare = (one: Keyset, other: Keyset) =>
  one.value !== other.value
    ? one.value < other.value
      ? -1
      : 1
    : Number(one.id > other.id) - Number(one.id < other.id);

const anItem = fc.record({ value: fc.nat({ max: 4 }), id: fc.string({ maxLength: 2 }) });
const items = fc.uniqueArray(anItem, { selector: ({ value, id }) => `${value}/${id}` });
const aWindow: fc.Arbitrary<PageWindow> = fc.record({
  limit: fc.nat({ max: 6 }),
  after: fc.option(anItem, { freq: 2 }),
  before: fc.option(anItem, { freq: 2 }),
  backward: fc.boolean(),
  peek: fc.boolean(),
});

describe('walk', () => {
  it('gives what sorting, filtering and cutting everything gives', () => {
    const drawn = fc.record({
      all: items,
      parts: fc.integer({ min: 1, max: 4 }),
      descending: fc.boolean(),
      window: aWindow,
      kept: fc.constantFrom(0, 1, 2),
    });
    fc.assert(
      fc.property(drawn, ({ all, parts, descending, window, kept }) => {
        const sequences = Array.from({ length: parts }, (_, part) =>
          all.filter((_item, index) => index % parts === part).sort(compare),
        );
        const passes = ({ id }: Keyset) => kept === 0 || id.length % 2 === kept - 1;
        const sorted = all.filter(passes).sort((a, b) => (descending ? -1 : 1) * compare(a, b));
        const { rows, hasMore } = cut(sorted, (item) => item, descending, window);
        expect(walk(sequences, descending, window, compare, compare, passes)).toEqual({
          groups: rows.map((item) => [item]),
          hasMore,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('reads no more items than necessary', () => {
    const all = Array.from({ length: 1000 }, (_, value) => ({ value, id: 'x' }));
    let looked = 0;
    const passes = () => {
      looked += 1;
      return true;
    };
    const after = { value: 499, id: 'x' };
    const window = { limit: 5, after, before: null, backward: false, peek: true };
    const found = walk([all], false, window, compare, compare, passes);
    expect(found.groups.map(([{ value }]) => value)).toEqual([500, 501, 502, 503, 504]);
    expect([found.hasMore, looked]).toEqual([true, 6]);
  });
});
