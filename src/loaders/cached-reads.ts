import type { MaybePromise } from '../base/maybe-promise.ts';
import type { Tags } from '../store/cache-tags.ts';
import type { GraphStore, ReadOptions } from '../store/graph-store.ts';
import type { Read, ReadResult } from '../store/reads.ts';
import {
  type Answerable,
  type BatchedReads,
  batchedReads,
  type Question,
} from './batched-reads.ts';
import { type Ground, Resting } from './grounds.ts';
import type { Cache } from './page-cache.ts';

/** The reads of one request: from the page cache, otherwise batched. Notes what each rests on. */
export class CachedReads {
  readonly #cache: Cache;
  readonly #reads: BatchedReads;
  readonly #resting = new Resting();

  constructor(store: Pick<GraphStore, 'read'>, cache: Cache, options: ReadOptions) {
    this.#cache = cache;
    this.#reads = batchedReads(store, options);
  }

  /** Identifies the graph behind cached values. Null: none outlives the request. */
  get generation(): number | null {
    return this.#cache.generation;
  }

  /** What everything read so far rests on; null if no value outlives the request. */
  ground(): Ground | null {
    return this.#cache.ground(this.#resting.parts());
  }

  /** What the cached value of a key rests on; null: everything. */
  tagsOf(key: string): Tags | null {
    return this.#cache.get(key)?.tags ?? null;
  }

  /** Notes that the answer to the request also rests on these tags. */
  restOn(tags: Tags | null): void {
    this.#resting.add(tags);
  }

  /** Caches a value that came with another one. `tags` is only called if values outlive the request. */
  keep(key: string, value: unknown, rows: number, tags: () => Tags | null): void {
    this.#cache.set(key, value, rows, this.generation === null ? null : tags());
  }

  /**
   * The cached value of a key; otherwise the value is made, and cached. It is never undefined.
   * `tags` returns what the value rests on. Default: everything. `isLasting` tells whether it may be
   * kept for other requests.
   */
  cached<Value>(
    key: string,
    make: () => MaybePromise<Value>,
    rows: (value: Value) => number = () => 1,
    tags: (value: Value) => Tags | null = onEverything,
    isLasting: (value: Value) => boolean = always,
  ): MaybePromise<Value> {
    const known = this.#cache.get(key);
    if (known !== undefined) {
      this.#resting.add(known.tags);
      return known.value as Value;
    }
    const keep = (value: Value) => {
      const ground = this.generation === null ? null : tags(value);
      this.#resting.add(ground);
      if (this.generation !== null && !isLasting(value)) return value;
      this.#cache.set(key, value, rows(value), ground);
      return value;
    };
    const made = make();
    return made instanceof Promise ? made.then(keep) : keep(made);
  }

  /** The answer to a question. All questions of the tick become one statement. */
  ask<Value, Owner, Plan>(question: Question<Owner, Plan>): Promise<Value> {
    return this.#reads.load(question as Question<unknown, unknown>) as Promise<Value>;
  }

  /**
   * The value of one owner, from the cache or a read. `keyOf('')` is the name of the read for all
   * owners.
   */
  ofOwner<Value>(
    keyOf: (ownerId: string) => string,
    ownerId: string,
    absent: Value,
    read: (ownerIds: readonly string[]) => Read,
    tags: (value: Value) => Tags | null,
    rows?: (value: Value) => number,
  ): MaybePromise<Value> {
    const ask = () => this.askOwner(keyOf(''), ownerId, absent, read);
    return this.cached(keyOf(ownerId), ask, rows, tags);
  }

  /**
   * The value of one owner, from a read for all owners of the tick; `absent` if the read has none.
   */
  askOwner<Value>(
    group: string,
    ownerId: string,
    absent: Value,
    read: (ownerIds: readonly string[]) => Read,
  ): Promise<Value> {
    return this.ask<Value, string, null>({
      key: `${group}${ownerId}`,
      group,
      owner: ownerId,
      ownerKey: ownerId,
      plan: null,
      ask: (ownerIds) => ({
        read: read(ownerIds),
        take: (found, owner) => (found as ReadonlyMap<string, Value>).get(owner) ?? absent,
      }),
    });
  }

  /** The answer to one read, shared by all fields of the tick. */
  one<Value extends ReadResult>(
    key: string,
    read: Read,
    tags: (value: Value) => Tags | null,
    rows?: (value: Value) => number,
    pick?: (result: Value) => Value,
    isLasting?: (value: Value) => boolean,
  ): MaybePromise<Value> {
    return this.cached(key, () => this.asked(key, read, pick), rows, tags, isLasting);
  }

  /** As `one`, but not cached. */
  asked<Value extends ReadResult>(
    key: string,
    read: Read,
    pick: (result: Value) => Value = (result) => result,
  ): Promise<Value> {
    const ask = (): Answerable<null> => ({ read, take: (result: Value) => pick(result) });
    const about = { owner: null, ownerKey: '', plan: null };
    return this.ask<Value, null, null>({ key, group: key, ...about, ask });
  }
}

function always(): boolean {
  return true;
}

/** For a value whose grounds are not known. */
export function onEverything(): null {
  return null;
}
