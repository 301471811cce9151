import type { MaybePromise } from '../base/maybe-promise.ts';
import type { GraphState, GraphStore, ReadOptions } from '../store/graph-store.ts';
import { ClassKeeper } from './known-classes.ts';
import { LicenseIndexKeeper } from './license-index-keeper.ts';
import { Loaders } from './loaders.ts';
import {
  type Cache,
  type CacheStatistics,
  noLookups,
  PageCache,
  RequestCache,
  RevisionCache,
} from './page-cache.ts';
import { ofLicenseNames } from './rests-on.ts';

export interface GraphReaderOptions {
  /**
   * How old the known graph revision may be, in milliseconds. Answers are at most that old. 0 reads
   * the revision at every request. Null disables caching between requests.
   */
  readonly revisionCheckMs: number | null;
  /** The most rows in the page cache. */
  readonly cacheRows: number;
}

/** The reads of one process: the store, and the pages cached as long as they stand. */
export interface GraphReader {
  readonly store: GraphStore;
  /** The loaders of one request. The result is a promise only if the revision must be read. */
  forRequest(options: ReadOptions): MaybePromise<Loaders>;
  statistics(): Readonly<CacheStatistics>;
}

/** Puts the page cache over a store. */
export function createGraphReader(store: GraphStore, options: GraphReaderOptions): GraphReader {
  return new CachingReader(store, options);
}

class CachingReader implements GraphReader {
  readonly store: GraphStore;
  readonly #options: GraphReaderOptions;
  readonly #licenses: LicenseIndexKeeper;
  readonly #classes = new ClassKeeper();
  readonly #statistics = noLookups();
  #pages: PageCache | null = null;
  #cache: RevisionCache | null = null;
  #checkedAt = Number.NEGATIVE_INFINITY;
  /** How many writes of this process the known revision includes. */
  #writes = 0;
  #checking: Promise<RevisionCache> | null = null;
  /** The next check, requested while the current one is running. */
  #next: Promise<RevisionCache> | null = null;

  constructor(store: GraphStore, options: GraphReaderOptions) {
    this.store = store;
    this.#options = options;
    this.#licenses = new LicenseIndexKeeper(
      store,
      (since) => this.#pages?.changes.spared([ofLicenseNames], since) === true,
    );
  }

  forRequest(options: ReadOptions): MaybePromise<Loaders> {
    const { revisionCheckMs } = this.#options;
    if (revisionCheckMs === null) {
      this.store.refresh?.();
      return this.#loaders(new RequestCache(), options);
    }
    if (this.#cache !== null && this.#isYoung(revisionCheckMs)) {
      return this.#loaders(this.#cache, options);
    }
    return this.#checked(options).then(
      (cache) => this.#loaders(cache, options),
      // The request goes on without a cache. Its fields will meet the same error and report it.
      () => this.#loaders(new RequestCache(), options),
    );
  }

  /** Whether the revision was asked for lately, and since this process wrote. */
  #isYoung(mostMs: number): boolean {
    return this.#writes === this.store.writes && performance.now() - this.#checkedAt < mostMs;
  }

  statistics(): Readonly<CacheStatistics> {
    return this.#statistics;
  }

  /** If the revision is not known, the license index reads it when it is used. */
  #loaders(cache: Cache, options: ReadOptions): Loaders {
    const revision = cache instanceof RevisionCache ? cache.state.revision : null;
    const names = () => this.#licenses.at(revision, options);
    return new Loaders(this.store, cache, options, names, this.#classes);
  }

  /**
   * Requests that arrive during a check wait for its result. If every request must be fresh, they
   * wait for the next check, which starts after they arrived.
   */
  #checked(options: ReadOptions): Promise<RevisionCache> {
    if (this.#next !== null) return this.#next;
    if (this.#checking === null) return this.#begin(options);
    if (this.#options.revisionCheckMs !== 0) return this.#checking;
    this.#next = this.#checking.catch(() => {}).then(() => this.#begin(options));
    return this.#next;
  }

  /** The check has no abort signal, since a client that leaves must not end it for others. */
  #begin({ onStatement }: ReadOptions): Promise<RevisionCache> {
    this.#next = null;
    const checking = this.#check({ onStatement }).finally(() => {
      this.#checking = null;
    });
    this.#checking = checking;
    return checking;
  }

  async #check(options: ReadOptions): Promise<RevisionCache> {
    const asked = performance.now();
    const { writes } = this.store;
    const cache = await this.#current(options);
    this.#checkedAt = asked;
    this.#writes = writes;
    this.#cache = cache;
    return cache;
  }

  async #current(options: ReadOptions): Promise<RevisionCache> {
    if (this.#pages === null || this.#cache === null) {
      return this.#anew(await this.store.state(options));
    }
    const { state, changed } = await this.store.changesSince(this.#cache.state, options);
    if (changed === null) {
      // The graph may have been replaced, so nothing cached is known to be true.
      this.#licenses.forget();
      return this.#anew(state);
    }
    if (changed.length === 0) return this.#cache;
    for (const revision of changed) this.#pages.changes.add(revision);
    return new RevisionCache(this.#pages, state);
  }

  #anew(state: GraphState): RevisionCache {
    this.#pages = new PageCache(state.revision, this.#options.cacheRows, this.#statistics);
    return new RevisionCache(this.#pages, state);
  }
}
