/** The texts of a new file that somebody must replace. */
export const unwritten = {
  summary: 'To be written: one sentence that says what it is.',
  definition: 'To be written: what it means, in your own words.',
} as const;
