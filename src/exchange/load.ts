import { classifyModels } from '../loaders/classify-models.ts';
import { type GraphStore, StoreError, type Thing, things } from '../store/graph-store.ts';
import type { Dataset } from './dataset.ts';
import { type DatasetReading, readingOf } from './dataset-reading.ts';
import { Batches, type LoadProgress } from './load-batches.ts';
import { Loading, type Removal, type ThingCounts } from './loading.ts';

export type { LoadProgress } from './load-batches.ts';
export type { ThingCounts } from './loading.ts';

export interface LoadOptions {
  /** Remove everything that the dataset does not have, not only what it no longer states. */
  readonly prune?: boolean | undefined;
  /** With `prune`: sources of others, of which what they state stays. None unless given. */
  readonly keeps?: ((sourceId: string) => boolean) | undefined;
  /** Remove even more than half of the entities; true unless given. */
  readonly mayRemoveMost?: boolean | undefined;
  /** Things written or removed in one transaction; 1,000 unless given. */
  readonly batchSize?: number | undefined;
  /** The time to stamp; now unless given. */
  readonly now?: Date | undefined;
  /** Told after every transaction. */
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

/** What a load did, and the revision of the graph after it. */
export type LoadReport = Readonly<Record<Thing, ThingCounts>> & { readonly revision: number };

const defaultBatchSize = 1000;
/** How often a load begins anew because somebody else wrote at the same time. */
const attempts = 10;

/** A load that would remove more than half of the entities, and was not told that it may. */
export class RemovesMost extends Error {
  constructor(removed: number, held: number) {
    super(`this would remove ${removed} of the ${held} entities, so nothing was changed`);
    this.name = 'RemovesMost';
  }
}

/**
 * Brings a store to hold a dataset, writing only what changed, in batches of one transaction each.
 * The dataset is compared with the store portion by portion, so that neither is ever in memory. A
 * load that was interrupted is finished by the next one; a load of what the store has already writes
 * nothing and leaves the revision. Entities and sources that the dataset does not know stay, with
 * what hangs on them, unless `prune` is set.
 *
 * Whoever reads meanwhile sees whole batches: sources first, then entities, each with all its values
 * and the degree that it will have; then, entity by entity, its relations and claims as they are now
 * and without those that are gone; at last the rest goes. A relation always has both its ends.
 *
 * Loads at the same time follow one another: each is planned anew after what the other wrote.
 *
 * The copies of sort values that a store keeps on its edges are the store's own: when only the name
 * of an end changes, the entity is written and its relations are not.
 */
export async function loadReading(
  store: GraphStore,
  reading: DatasetReading,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const { batchSize = defaultBatchSize } = options;
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`expected a batch size of at least 1, found ${batchSize}`);
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      const report = await loadOnce(store, reading, { ...options, batchSize });
      await classifyModels(store);
      return report;
    } catch (error) {
      const conflict = error instanceof StoreError && error.code === 'STORE_CONFLICT';
      if (!conflict || attempt === attempts) throw error;
    }
  }
}

/** The same for a dataset that is in memory. */
export function loadDataset(
  store: GraphStore,
  dataset: Dataset,
  options: LoadOptions = {},
): Promise<LoadReport> {
  return loadReading(store, readingOf(dataset), options);
}

async function loadOnce(
  store: GraphStore,
  reading: DatasetReading,
  options: LoadOptions & { readonly batchSize: number },
): Promise<LoadReport> {
  const { prune = false, keeps = null, batchSize, now = new Date(), onProgress } = options;
  // Who writes in between raises it, and what was planned for less is not written.
  const revision = await store.revision();
  const held = await store.held.totals();
  const total = things.reduce((sum, thing) => sum + reading.sizes[thing], 0);
  const batches = new Batches(store, revision, {
    ...{ batchSize, at: now.toISOString(), total, onProgress },
  });
  const removal: Removal = { prune, keeps };
  const loading = new Loading(store, reading, removal, held, batches);
  if (prune && options.mayRemoveMost === false) {
    const removed = await loading.countRemoved();
    if (removed * 2 > held.entities) throw new RemovesMost(removed, held.entities);
  }
  const counts = await loading.run();
  return { ...counts, revision: batches.revision };
}
