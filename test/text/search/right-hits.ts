import { expect, it } from 'vitest';
import { type Evaluation, percent, table } from './evaluation.ts';

/**
 * What every search is held to: how many questions of a hundred have the right hit, of those held
 * apart and of all.
 */
const aims = [
  ['name', 100, 100],
  ['alias', 100, 100],
  ['folding', 95, 95],
  ['typo', 90, 97],
  ['description', 75, 90],
] as const;

/** Tests that a search puts the right hit first, of what was held apart and of all. */
export function putsRightHitsFirst(evaluated: () => Evaluation): void {
  it.each(aims)('puts the right hit first: %s at least %i%%, %i%%', (category, held, both) => {
    const evaluation = evaluated();
    const shown = table(evaluation);
    expect(percent(evaluation, category, 'held'), shown).toBeGreaterThanOrEqual(held);
    expect(percent(evaluation, category, 'both'), shown).toBeGreaterThanOrEqual(both);
  });
}
