import { residentBytes } from '../measure/memory.ts';
import { canPin, pinClient } from '../servers/process.ts';
import { admit, contest } from './contest.ts';
import { type CellWork, databaseWork } from './database-work.ts';
import { allContestants, clear, type Entrant, enter, growthContestants, leave } from './entrant.ts';
import type { Findings } from './first-pass.ts';
import { type Growth, growth } from './growth.ts';
import type { Measurement } from './measurement.ts';
import type { ServingOptions } from './options.ts';
import { type Place, preparePlace } from './place.ts';

/** The results of a run. */
export interface ServingResult {
  readonly options: ServingOptions;
  readonly pinned: boolean;
  readonly full: Place;
  readonly small: Place;
  readonly findings: Findings;
  readonly measurements: readonly Measurement[];
  readonly growth: readonly Growth[];
  readonly work: ReadonlyMap<string, CellWork>;
  /** The resident bytes after all rounds, by title. */
  readonly memory: ReadonlyMap<string, number>;
}

/** Loads both graphs, starts all servers, compares their answers, and measures them. */
export async function runServing(options: ServingOptions): Promise<ServingResult> {
  const places: Place[] = [];
  const entered: Entrant[][] = [];
  try {
    const full = await preparePlace(options.terms, options);
    places.push(full);
    const small = await preparePlace(options.terms / 10, options);
    places.push(small);
    const pinned = await canPin();
    const onFull = await enter(allContestants(full), full, pinned);
    entered.push(onFull);
    const onSmall = await enter(growthContestants(small), small, pinned);
    entered.push(onSmall);
    // The client is pinned only now, so that both databases could use every core for loading.
    if (pinned) await pinClient();
    return await measureAll({ options, pinned, full, small, onFull, onSmall });
  } finally {
    for (const entrants of entered) await leave(entrants);
    for (const place of places) await clear(place);
  }
}

interface Field {
  readonly options: ServingOptions;
  readonly pinned: boolean;
  readonly full: Place;
  readonly small: Place;
  readonly onFull: readonly Entrant[];
  readonly onSmall: readonly Entrant[];
}

async function measureAll(field: Field): Promise<ServingResult> {
  const { options, pinned, full, small, onFull, onSmall } = field;
  const findings: Findings = { answers: 0, notes: [] };
  const admitted = async (place: Place, entrants: readonly Entrant[]) => {
    const found: Measurement[] = [];
    for (const cell of place.cells) {
      found.push(...(await admit(cell, entrants, findings, options)));
    }
    return found;
  };
  const measurements = await admitted(full, onFull);
  const onTenth = await admitted(small, onSmall);
  options.log(`${findings.answers} answers have the same rows`);
  await contest(measurements, options);
  const memory = await memoryOf(field);
  const grown = await growth(measurements, onTenth, options);
  const work = await databaseWork(full, full.cells);
  return {
    options,
    pinned,
    full,
    small,
    findings,
    measurements,
    growth: grown,
    work,
    memory,
  };
}

async function memoryOf({ full, onFull }: Field): Promise<ReadonlyMap<string, number>> {
  const memory = new Map<string, number>();
  for (const { title, server } of onFull) memory.set(title, await residentBytes(server.pid));
  memory.set(`Neo4j ${full.neo4j.version}`, await residentBytes(full.neo4j.started.pid));
  return memory;
}
