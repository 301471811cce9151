import { fold } from '../fold/fold.ts';

const written =
  'a an and are as at be been but by can did do does for from had has have how if in into is it its no nor not of off on or so such than that the their then there these they this those to was were what when where which who whom whose why will with would you your';

/** Folded words that occur in any text and say nothing about its subject. */
export const stopWords: ReadonlySet<string> = new Set(fold(written).split(' '));
