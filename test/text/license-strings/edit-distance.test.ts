import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  editDistance,
  letterSet,
  mayBeWithin,
} from '../../../src/text/license-strings/edit-distance.ts';

/** The full table of the textbook algorithm. */
function whole(from: string, to: string): number {
  const table = Array.from({ length: from.length + 1 }, (_, row) =>
    Array.from({ length: to.length + 1 }, (__, column) =>
      row === 0 ? column : column === 0 ? row : 0,
    ),
  );
  const cell = (row: number, column: number): number =>
    table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= from.length; row += 1) {
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      const line = table[row];
      if (line === undefined) continue;
      line[column] = Math.min(
        cell(row - 1, column - 1) + same,
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        swapped ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return cell(from.length, to.length);
}

it('is the textbook distance within the limit, and null beyond it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (from, to, limit) => {
      const distance = whole(from, to);
      expect(editDistance(from, to, limit)).toBe(distance <= limit ? distance : null);
      if (distance <= limit) expect(mayBeWithin(letterSet(from), letterSet(to), limit)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
