import { text } from './loose.ts';
import { problemIn, type SeedIndex } from './seed-index.ts';
import type { SeedProblem } from './seed-problems.ts';

/** The texts of a new file that somebody must replace. */
export const unwritten = {
  summary: 'To be written: one sentence that says what it is.',
  definition: 'To be written: what it means, in your own words.',
} as const;

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
