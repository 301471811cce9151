import type { DisagreementRecord } from '../ontology/disagreement.ts';
import type { ClaimRecord, RelationRecord } from '../ontology/records.ts';
import type {
  DatasetRecord,
  GraphChange,
  GraphStore,
  Thing,
  Upsert,
} from '../store/graph-store.ts';

/** One thing to write or to remove, with the entities that change by it. */
export type Step =
  | { readonly remove: Thing; readonly id: string; readonly touch: readonly string[] }
  | { readonly write: 'sources'; readonly item: GraphChange['sources'][number] }
  | { readonly write: 'entities'; readonly item: GraphChange['entities'][number] }
  | {
      readonly write: 'relations';
      readonly item: Upsert<RelationRecord>;
      readonly touch: readonly string[];
    }
  | {
      readonly write: 'claims';
      readonly item: Upsert<ClaimRecord>;
      readonly touch: readonly string[];
    }
  // What follows from claims: nothing changes by it that they did not change.
  | { readonly write: 'disagreements'; readonly item: Upsert<DisagreementRecord> };

export interface LoadProgress {
  /** Things of the dataset that were looked at, and written where they were others. */
  readonly done: number;
  readonly total: number;
  readonly revision: number;
}

export interface BatchOptions {
  /** Steps in one transaction. */
  readonly batchSize: number;
  /** The time to stamp, ISO 8601. */
  readonly at: string;
  /** Things that will be looked at. */
  readonly total: number;
  readonly onProgress: ((progress: LoadProgress) => void) | undefined;
  /** The data set as it is to be known while it is loaded, and once it is; null: no more. */
  readonly dataset: (complete: boolean) => DatasetRecord | null;
  readonly datasetName: string;
  /** Whether nothing is to be written. */
  readonly dry: boolean;
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

/** Steps on their way into a store, a transaction for so many of them. */
export class Batches {
  readonly #store: GraphStore;
  readonly #options: BatchOptions;
  #revision: number;
  #steps: Step[] = [];
  #done = 0;
  #told = 0;

  /** What somebody else writes after the revision makes the next transaction a conflict. */
  constructor(store: GraphStore, revision: number, options: BatchOptions) {
    this.#store = store;
    this.#revision = revision;
    this.#options = options;
  }

  get revision(): number {
    return this.#revision;
  }

  /** So many more things of the dataset were looked at. */
  looked(count = 1): void {
    this.#done += count;
  }

  /** The last steps are held back: with them the data set is known to be complete. */
  async add(step: Step): Promise<void> {
    if (this.#options.dry) return;
    if (this.#steps.length >= this.#options.batchSize) await this.#flush(false);
    this.#steps.push(step);
  }

  async #flush(complete: boolean): Promise<void> {
    const steps = this.#steps;
    this.#steps = [];
    const change = changeOf(steps, this.#options.at, this.#revision);
    const dataset = this.#options.dataset(complete);
    const { remove } = change;
    this.#revision = await this.#store.write(
      dataset === null
        ? { ...change, remove: { ...remove, dataset: this.#options.datasetName } }
        : { ...change, dataset },
    );
    this.#tell();
  }

  /** Writes what is left, and tells that all is done. `isKnown`: the data set need not be written. */
  async finish(isKnown: boolean): Promise<void> {
    if (this.#options.dry) return;
    if (this.#steps.length > 0 || !isKnown) await this.#flush(true);
    this.#done = this.#options.total;
    if (this.#told > 0 && this.#told < this.#options.total) this.#tell();
  }

  #tell(): void {
    const { total, onProgress } = this.#options;
    this.#told = Math.min(this.#done, total);
    onProgress?.({ done: this.#told, total, revision: this.#revision });
  }
}
