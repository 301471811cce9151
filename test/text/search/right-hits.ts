import { expect, it } from 'vitest';
import { type Evaluation, percent, table } from './evaluation.ts';

/** What every search is held to, by category: how many questions of a hundred have the right hit. */
const aims = [
  ['name', 95],
  ['alias', 95],
  ['folding', 95],
  ['typo', 85],
  ['description', 75],
] as const;

/** Tests that a search puts the right hit first, of what was held apart and of all. */
export function putsRightHitsFirst(evaluated: () => Evaluation): void {
  it.each(aims)('puts the right hit first: %s at least %i%%', (category, least) => {
    const evaluation = evaluated();
    const shown = table(evaluation);
    expect(percent(evaluation, category, 'held'), shown).toBeGreaterThanOrEqual(least);
    expect(percent(evaluation, category, 'both'), shown).toBeGreaterThanOrEqual(least);
  });
}
