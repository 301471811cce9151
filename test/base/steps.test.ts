import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, mapInSteps, type Steps, sortInSteps } from '../../src/base/steps.ts';
import { buildMentionIndex } from '../../src/text/mentions/mention-index.ts';

function countOf(steps: Steps<unknown>): number {
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
}

describe('steps', () => {
  it('give the same result as the work at once', () => {
    const pairs = fc.array(fc.tuple(fc.nat(20), fc.string()), { maxLength: 60 });
    const byNumber = ([one]: [number, string], [other]: [number, string]) => one - other;
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 7 }), (items, size) => {
        // The items are repeated, so that there are several runs to merge. Equal items must keep
        // their order.
        const many = Array.from({ length: 300 }, () => items).flat();
        expect(finish(sortInSteps(many, byNumber))).toEqual(many.toSorted(byNumber));
        expect(finish(mapInSteps(items, size, ([n]) => n))).toEqual(items.map(([n]) => n));
      }),
      { numRuns: 20 },
    );
  });

  const labels = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      text: `word${index % 97} other${index}`,
      entityId: `Term:${index}`,
      kind: 'TERM' as const,
      role: 'NAME' as const,
    }));
  it.each<[string, (size: number) => Steps<unknown>]>([
    ['mentions', (size) => buildMentionIndex(labels(size))],
    [
      'a sort',
      (size) =>
        sortInSteps(
          Array.from({ length: size * 9 }, (_, n) => n),
          (a, b) => b - a,
        ),
    ],
  ])('stay small however much there is: %s', (_what, building) => {
    const one = countOf(building(2000));
    expect(one).toBeGreaterThanOrEqual(5);
    expect(countOf(building(8000))).toBeGreaterThanOrEqual(3 * one);
  });
});
