import type { MaybePromise } from '../store/graph-store.ts';
import type { Read, ReadResult } from '../store/reads.ts';

/** One read of a batch: what to ask for, and who waits for the answer. */
export interface Pending {
  /** Called once, when the tick's batch is sent: what has gathered by then. */
  readonly read: () => Read;
  readonly settle: (result: ReadResult) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Gathers the reads of one tick and sends them together. The tick ends when every promise that is
 * settled has been followed (next tick after the promise jobs), as in DataLoader.
 */
export class TickBatch {
  readonly #send: (reads: readonly Read[]) => MaybePromise<readonly ReadResult[]>;
  #groups = new Map<string, Pending>();

  constructor(send: (reads: readonly Read[]) => MaybePromise<readonly ReadResult[]>) {
    this.#send = send;
  }

  /** The pending read of this key in the current tick; made, and the flush set off, where new. */
  group<Group extends Pending>(key: string, make: () => Group): Group {
    const known = this.#groups.get(key);
    if (known !== undefined) return known as Group;
    if (this.#groups.size === 0) {
      void Promise.resolve().then(() => process.nextTick(() => void this.#flush()));
    }
    const made = make();
    this.#groups.set(key, made);
    return made;
  }

  async #flush(): Promise<void> {
    const groups = [...this.#groups.values()];
    this.#groups = new Map();
    try {
      const results = await this.#send(groups.map((group) => group.read()));
      groups.forEach((group, index) => {
        group.settle(results[index] as ReadResult);
      });
    } catch (error) {
      for (const group of groups) group.fail(error);
    }
  }
}
