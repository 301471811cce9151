import type { SeedProblem } from '../seed-problems.ts';
import { text } from '../seeds/loose.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';
import { unwritten } from '../seeds/unwritten.ts';

/** Reports texts of a new file that were not replaced yet. */
export function checkUnwritten(index: SeedIndex): readonly SeedProblem[] {
  return index.entities.flatMap(({ file, data }) =>
    Object.entries(unwritten).flatMap(([key, placeholder]) => {
      if (text(data[key]) !== placeholder) return [];
      const message = `the ${key} is still to be written: replace the text`;
      return [problemIn(file, [key], 'unwritten', message, 'warning')];
    }),
  );
}
