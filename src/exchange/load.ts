import { type GraphChange, type GraphStore, StoreError } from '../store/graph-store.ts';
import type { Dataset } from './dataset.ts';
import { planLoad, type Step, type Thing, type ThingCounts } from './load-plan.ts';

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

export interface LoadProgress {
  readonly done: number;
  readonly total: number;
  readonly revision: number;
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

/** One transaction for a run of steps; within it a store removes first and writes claims last. */
function changeOf(steps: readonly Step[], at: string, follows: number): GraphChange {
  const change = {
    entities: [] as GraphChange['entities'][number][],
    relations: [] as GraphChange['relations'][number][],
    claims: [] as GraphChange['claims'][number][],
    sources: [] as GraphChange['sources'][number][],
    disagreements: [] as GraphChange['disagreements'][number][],
    remove: {
      entities: [] as string[],
      relations: [] as string[],
      claims: [] as string[],
      sources: [] as string[],
      disagreements: [] as string[],
    },
  };
  const touch = new Set<string>();
  for (const step of steps) {
    if ('touch' in step) for (const id of step.touch) touch.add(id);
    if ('remove' in step) change.remove[step.remove].push(step.id);
    else if (step.write === 'entities') change.entities.push(step.item);
    else if (step.write === 'relations') change.relations.push(step.item);
    else if (step.write === 'claims') change.claims.push(step.item);
    else if (step.write === 'sources') change.sources.push(step.item);
    else change.disagreements.push(step.item);
  }
  return { ...change, touch: [...touch].sort(), at, follows };
}

/**
 * Brings a store to hold a dataset, writing only what changed, in batches of one transaction each.
 * A load that was interrupted is finished by the next one; a load of what the store has already
 * writes nothing and leaves the revision. Entities and sources that the dataset does not know stay,
 * with what hangs on them, unless `prune` is set.
 *
 * Loads at the same time follow one another: each is planned anew after what the other wrote.
 *
 * The copies of sort values that a store keeps on its edges are the store's own: when only the name
 * of an end changes, the entity is written and its relations are not.
 */
export async function loadDataset(
  store: GraphStore,
  dataset: Dataset,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const { batchSize = defaultBatchSize } = options;
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`expected a batch size of at least 1, found ${batchSize}`);
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await loadOnce(store, dataset, { ...options, batchSize });
    } catch (error) {
      const conflict = error instanceof StoreError && error.code === 'STORE_CONFLICT';
      if (!conflict || attempt === attempts) throw error;
    }
  }
}

async function loadOnce(
  store: GraphStore,
  dataset: Dataset,
  options: LoadOptions & { readonly batchSize: number },
): Promise<LoadReport> {
  const { prune = false, keeps = () => false, batchSize, now = new Date(), onProgress } = options;
  // Who writes in between raises it, and what was planned for less is not written.
  let revision = await store.revision();
  const held = await store.contents();
  const { steps, counts } = planLoad(dataset, held, { prune, keeps });
  const { removed } = counts.entities;
  if (options.mayRemoveMost === false && removed * 2 > held.entities.size) {
    throw new RemovesMost(removed, held.entities.size);
  }
  const at = now.toISOString();
  for (let start = 0; start < steps.length; start += batchSize) {
    const batch = steps.slice(start, start + batchSize);
    revision = await store.write(changeOf(batch, at, revision));
    onProgress?.({ done: start + batch.length, total: steps.length, revision });
  }
  return { ...counts, revision };
}
