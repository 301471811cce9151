import { pairedRatios, type Spread, spreadOf } from '../measure/statistics.ts';
import type { Entrant } from './entrant.ts';
import { again, type Measurement, measure, rates } from './measurement.ts';
import type { MeasuringOptions } from './options.ts';

/** The cost of a page on the full graph, relative to a graph a tenth as large. */
export interface Growth {
  readonly cell: string;
  readonly entrant: Entrant;
  /** The time of a page on the full graph divided by that on the small one, round by round. */
  readonly cost: Spread;
}

/** Measures entrants on both sizes in turns: each round on one is next to a round on the other. */
export async function growth(
  full: readonly Measurement[],
  small: readonly Measurement[],
  options: MeasuringOptions,
): Promise<readonly Growth[]> {
  const { growthSeconds, connections } = options;
  const pairs = full.flatMap((large) => {
    const same = small.find(
      ({ cell, entrant }) => cell.id === large.cell.id && entrant.id === large.entrant.id,
    );
    return same === undefined ? [] : [[again(large), again(same)] as const];
  });
  for (const pair of pairs)
    for (const each of pair) await measure(each, growthSeconds, connections);
  for (const pair of pairs) for (const each of pair) each.rounds.length = 0;
  for (let round = 0; round < options.growthRounds; round++) {
    options.log(`growth round ${round + 1} of ${options.growthRounds}`);
    for (const pair of pairs) {
      const order = round % 2 === 0 ? pair : [...pair].reverse();
      for (const each of order) await measure(each, growthSeconds, connections);
    }
  }
  return pairs.map(([large, tenth]) => ({
    cell: large.cell.id,
    entrant: large.entrant,
    cost: spreadOf(pairedRatios(rates(tenth), rates(large))),
  }));
}
