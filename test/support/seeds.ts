import { fileURLToPath } from 'node:url';
import { loadSeeds } from '../../src/commands/load-seeds.ts';
import { checkSeeds } from '../../src/exchange/checks/seed-check.ts';
import { readSeeds } from '../../src/exchange/seeds/seed-reader.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { type Dataset, loadDataset, seedsToDataset } from './dataset.ts';
import { filledCopy } from './filled-copies.ts';

const directory = fileURLToPath(new URL('../../seeds', import.meta.url));

/** The time of loading the seeds in tests. */
export const loadedAt = new Date('2026-11-23T12:00:00.000Z');

let dataset: Promise<Dataset> | undefined;

/** The seeds of the repository as records, read once for each test file. */
export function seedDataset(): Promise<Dataset> {
  dataset ??= readSeeds(directory).then((seeds) => seedsToDataset(checkSeeds(seeds)));
  return dataset;
}

/** A new embedded store with the seeds, loaded at a fixed time. */
export function seededStore(): Promise<GraphStore> {
  return filledCopy('seeds', fillWithSeeds);
}

/** A new embedded store with the seeds, loaded as by `serve`. */
export function servedSeedsStore(): Promise<GraphStore> {
  return filledCopy('served-seeds', (store) => loadSeeds(store, ['seeds']));
}

/** Loads the seeds into an empty store, at a fixed time. */
export async function fillWithSeeds(store: GraphStore): Promise<GraphStore> {
  await loadDataset(store, await seedDataset(), { now: loadedAt });
  return store;
}
