import type { DisagreementRecord } from '../../ontology/disagreement.ts';
import type { ClaimRecord, RelationRecord } from '../../ontology/records.ts';
import type {
  DatasetRecord,
  GraphChange,
  GraphStore,
  Thing,
  Upsert,
} from '../../store/graph-store.ts';

/** One thing to write or remove, with the entities that this changes. */
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
  // Disagreements follow from claims, so they change no further entities.
  | { readonly write: 'disagreements'; readonly item: Upsert<DisagreementRecord> };

export interface LoadProgress {
  /** Things of the dataset that were compared, and written if they differed. */
  readonly done: number;
  readonly total: number;
  readonly revision: number;
}

interface BatchOptions {
  /** The number of steps in one transaction. */
  readonly batchSize: number;
  /** The time of the change, ISO 8601. */
  readonly at: string;
  /** The number of things to compare. */
  readonly total: number;
  readonly onProgress: ((progress: LoadProgress) => void) | undefined;
  /** The record of the data set during the load, and after it; null to remove it. */
  readonly dataset: (complete: boolean) => DatasetRecord | null;
  readonly datasetName: string;
  /** How many transactions may be under way while the next is prepared; 0 to wait for each. */
  readonly ahead: number;
  /** Whether the store had nothing before the load, so that a batch has only new things. */
  readonly allNew: boolean;
  /** Whether entities that others refer to count as changed. Nobody reads an empty store that is filled. */
  readonly touches: boolean;
  /** Whether to write nothing. */
  readonly dry: boolean;
}

/** One transaction for several steps. The store removes first and writes claims last. */
function changeOf(
  steps: readonly Step[],
  { at, touches }: Pick<BatchOptions, 'at' | 'touches'>,
  follows: number,
): GraphChange {
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
    if (touches && 'touch' in step) for (const id of step.touch) touch.add(id);
    if ('remove' in step) change.remove[step.remove].push(step.id);
    else if (step.write === 'entities') change.entities.push(step.item);
    else if (step.write === 'relations') change.relations.push(step.item);
    else if (step.write === 'claims') change.claims.push(step.item);
    else if (step.write === 'sources') change.sources.push(step.item);
    else change.disagreements.push(step.item);
  }
  return { ...change, touch: [...touch].sort(), at, follows };
}

/** Collects steps and writes them to a store, in transactions of a given size. */
export class Batches {
  readonly #store: GraphStore;
  readonly #options: BatchOptions;
  #revision: number;
  /** The writes that are not done yet, or have failed, in their order. */
  readonly #writing = new Set<Promise<void>>();
  #steps: Step[] = [];
  #done = 0;
  #told = 0;
  #isMarked = false;

  /** If another process writes after this revision, the next transaction fails with a conflict. */
  constructor(store: GraphStore, revision: number, options: BatchOptions) {
    this.#store = store;
    this.#revision = revision;
    this.#options = options;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Counts things of the dataset that were compared. */
  looked(count = 1): void {
    this.#done += count;
  }

  /**
   * Adds steps that belong into one transaction. If it returns a promise, nothing may be added
   * before this is done: one for each of millions of things would take a while. The last steps are
   * held back. Their transaction also marks the data set as complete.
   */
  add(...steps: readonly Step[]): Promise<void> | null {
    if (this.#options.dry) return null;
    const size = this.#steps.length + steps.length;
    if (size > this.#options.batchSize && this.#steps.length > 0) {
      return this.#flush(false).then(() => {
        this.#steps.push(...steps);
      });
    }
    this.#steps.push(...steps);
    return null;
  }

  async #flush(complete: boolean): Promise<void> {
    const { allNew, ahead } = this.#options;
    await this.#wait(Math.max(ahead, 1) - 1);
    const steps = this.#steps;
    this.#steps = [];
    // Each of those under way raises the revision by one.
    const follows = this.#revision + this.#writing.size;
    const change = { ...changeOf(steps, this.#options, follows), allNew };
    const done = this.#done;
    const writing = this.#store.write(this.#marking(change, complete)).then((revision) => {
      this.#revision = revision;
      this.#tell(done);
      this.#writing.delete(writing);
    });
    this.#writing.add(writing);
    // Whoever waits for it learns of its failure.
    writing.catch(() => {});
    if (complete || ahead === 0) await this.#wait(0);
  }

  /** Waits until at most so many writes are under way. */
  async #wait(most: number): Promise<void> {
    for (const first of this.#writing) {
      if (this.#writing.size <= most) return;
      await first;
    }
  }

  /** The record of the data set is the same until the end, so that only two batches write it. */
  #marking(change: GraphChange, complete: boolean): GraphChange {
    if (this.#isMarked && !complete) return change;
    this.#isMarked = true;
    const dataset = this.#options.dataset(complete);
    if (dataset !== null) return { ...change, dataset };
    return { ...change, remove: { ...change.remove, dataset: this.#options.datasetName } };
  }

  /**
   * Writes the remaining steps, and reports the end. `isKnown` means that the record of the data
   * set need not be written.
   */
  async finish(isKnown: boolean): Promise<void> {
    if (this.#options.dry) return;
    if (this.#steps.length > 0 || !isKnown) await this.#flush(true);
    await this.#wait(0);
    const { total } = this.#options;
    if (this.#told > 0 && this.#told < total) this.#tell(total);
  }

  /** Waits until nothing is written any more, whether it failed or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#writing);
  }

  #tell(done: number): void {
    const { total, onProgress } = this.#options;
    this.#told = Math.min(done, total);
    onProgress?.({ done: this.#told, total, revision: this.#revision });
  }
}
