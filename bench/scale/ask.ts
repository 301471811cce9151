import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { Turns } from '../../src/base/turns.ts';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import { type GraphStore, StoreError } from '../../src/store/graph-store.ts';
import { run } from '../../test/support/execute.ts';
import { openOurCapture } from '../measure/capture-ours.ts';
import { databaseHits } from '../measure/profile.ts';
import { benchDriver } from '../peer/driver.ts';
import type { Place } from '../texts/place.ts';
import { type Operation, operationsOf } from './operations.ts';

/** The cost of an operation. */
export interface Asked {
  readonly name: string;
  /** The time of the first request, in milliseconds. */
  readonly first: number;
  readonly p50: number;
  readonly p99: number;
  /** The longest time for which the process did nothing else, in milliseconds. */
  readonly held: number;
  /** The average number of statements of one request. */
  readonly statements: number;
  /** The average number of database hits of one request; null if the store does not count them. */
  readonly hits: number | null;
  /** The code of its error; null if it was answered. */
  readonly refused: string | null;
}

const times = 40;
const keysProfiled = 3;

/** Sends every operation to a store. The server caches nothing between requests. */
export async function askAll(
  store: GraphStore,
  place: Place,
  count: number,
): Promise<readonly Asked[]> {
  const hitsOf = place.store === 'neo4j' ? await profiling(place) : null;
  const found: Asked[] = [];
  for (const operation of operationsOf(count)) {
    const asked = await ask(store, operation);
    const hits = hitsOf === null || asked.refused !== null ? null : await hitsOf.of(operation);
    found.push({ ...asked, hits });
  }
  await hitsOf?.close();
  return found;
}

async function ask(store: GraphStore, { name, query, variables }: Operation) {
  const reader = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
  const turns = new Turns();
  const took: number[] = [];
  let [statements, refused] = [0, null as string | null];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  for (let time = 0; time < times; time += 1) {
    if (time === 1) delay.enable();
    const asked = { query, variables: variables[time % variables.length] ?? {} };
    await setImmediate();
    const begun = performance.now();
    const answer = await run(reader, asked, undefined, turns.begin('bench'));
    took.push(performance.now() - begun);
    statements += answer.statements.length;
    const [error] = answer.result.errors ?? [];
    if (error !== undefined) {
      const { code, bound } = error.extensions;
      const { originalError: cause } = error;
      const own = code ?? (cause instanceof StoreError ? cause.code : undefined);
      if (own === undefined) throw error;
      refused = [own, bound].filter((part) => part !== undefined).join(' ');
      if (time >= 2) break;
    }
  }
  delay.disable();
  const later = took.slice(1).sort((one, other) => one - other);
  const at = (share: number) => later[Math.floor(share * (later.length - 1))] ?? Number.NaN;
  return {
    ...{ name, first: took[0] ?? Number.NaN, p50: at(0.5), p99: at(0.99), refused },
    ...{ held: delay.max / 1e6, statements: statements / took.length },
  };
}

/** Counts database hits by running statements once more under PROFILE. */
async function profiling(place: Extract<Place, { store: 'neo4j' }>) {
  const driver = benchDriver(place);
  const capture = await openOurCapture(place);
  return {
    async of({ query, variables }: Operation): Promise<number> {
      const keys = variables.slice(0, keysProfiled);
      let hits = 0;
      for (const each of keys) {
        for (const sent of await capture.statements(query, each)) {
          hits += await databaseHits(driver, sent);
        }
      }
      return hits / keys.length;
    },
    async close() {
      await capture.close();
      await driver.close();
    },
  };
}
