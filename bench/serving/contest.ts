import type { Cell } from '../workload/cell.ts';
import { fastestSpelling } from './calibrate.ts';
import { type Entrant, likeOurs } from './entrant.ts';
import { type Checked, type Findings, FirstPass } from './first-pass.ts';
import { again, type Measurement, measure } from './measurement.ts';
import type { MeasuringOptions } from './options.ts';

/** Checks all entrants on a cell. The peer continues with its fastest query. */
export async function admit(
  cell: Cell,
  entrants: readonly Entrant[],
  findings: Findings,
  options: MeasuringOptions,
): Promise<readonly Measurement[]> {
  const pass = new FirstPass(cell, findings);
  const admitted = new Map<Entrant, Checked>();
  for (const entrant of entrants) {
    if (entrant.side === 'ours') admitted.set(entrant, await pass.check(entrant, cell.ours));
  }
  const peers = entrants.filter(({ side }) => side === 'peer');
  const trial = peers.find(({ id }) => id === likeOurs);
  if (trial !== undefined && cell.peer.length > 0) {
    const ways: Checked[] = [];
    for (const spelling of cell.peer) ways.push(await pass.check(trial, spelling));
    const fastest = await fastestSpelling(trial, ways, findings, options);
    if (fastest === null) throw new Error(`${cell.id}: the peer has no way to answer`);
    for (const peer of peers) admitted.set(peer, await pass.check(peer, fastest.spelling));
  }
  return entrants.flatMap((entrant) => {
    const checked = admitted.get(entrant);
    return checked === undefined ? [] : [unmeasured(cell, entrant, checked)];
  });
}

/** The measurement of an entrant on a cell, before the first round. */
export function unmeasured(
  cell: Cell,
  entrant: Entrant,
  { spelling, exchanges }: Checked,
): Measurement {
  const processor = { server: 0, database: 0 };
  return { cell, entrant, exchanges, spelling: spelling.name, rounds: [], counts: null, processor };
}

/**
 * Measures in rounds through all cells and entrants. The order changes with each round, so that
 * other load on the machine affects all of them.
 */
export async function contest(
  measurements: readonly Measurement[],
  options: MeasuringOptions,
): Promise<void> {
  const { rounds, roundSeconds, connections, log } = options;
  const warmUp = measurements.map(again);
  for (const each of warmUp) await measure(each, roundSeconds / 2, connections);
  for (let round = 0; round < rounds; round++) {
    log(`round ${round + 1} of ${rounds}`);
    for (const each of turned(measurements, round)) await measure(each, roundSeconds, connections);
  }
}

/** The measurements by cell. Within a cell, each round begins with another entrant. */
function turned(measurements: readonly Measurement[], round: number): readonly Measurement[] {
  const cells = [...new Set(measurements.map(({ cell }) => cell))];
  return cells.flatMap((cell) => {
    const own = measurements.filter((each) => each.cell === cell);
    const start = round % own.length;
    return [...own.slice(start), ...own.slice(0, start)];
  });
}
