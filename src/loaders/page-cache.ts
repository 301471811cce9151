import { LRUCache } from 'lru-cache';
import type { Tags } from '../store/cache-tags.ts';
import type { GraphState } from '../store/graph-store.ts';
import { Ground, KnownChanges } from './grounds.ts';

/** A cached value, and the tags of what it rests on. Null: it rests on everything. */
export interface Kept {
  readonly value: unknown;
  readonly tags: Tags | null;
}

/** The cache of one request, or the cache that all requests share. */
export interface Cache {
  /** Unique among caches that outlive a request; null for a cache of one request. */
  readonly generation: number | null;
  get(key: string): Kept | undefined;
  /** Stores a value other than undefined. `rows` is its weight. */
  set(key: string, value: unknown, rows: number, tags: Tags | null): void;
  /** The ground of another cached value with these tags. Null if no value outlives the request. */
  ground(parts: readonly Tags[] | null): Ground | null;
}

export interface CacheStatistics {
  hits: number;
  misses: number;
  /** Hits that stayed valid although something was written. */
  lifted: number;
  /** Misses because a write changed what the value rested on. */
  dropped: number;
  /** The current weight, in rows. */
  rows: number;
}

/** The counts at the start. */
export function noLookups(): CacheStatistics {
  return { hits: 0, misses: 0, lifted: 0, dropped: 0, rows: 0 };
}

/** A cache for one request. It drops nothing. */
export class RequestCache implements Cache {
  readonly generation = null;
  readonly #values = new Map<string, Kept>();

  get(key: string): Kept | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: unknown, _rows: number, tags: Tags | null): void {
    this.#values.set(key, { value, tags });
  }

  ground(): null {
    return null;
  }
}

let generations = 0;

interface Page extends Kept {
  readonly ground: Ground;
}

/**
 * The cached pages of one graph, each with what it rests on. Their total number of rows is bounded.
 */
export class PageCache {
  readonly generation = ++generations;
  readonly changes: KnownChanges;
  readonly #pages: LRUCache<string, Page>;
  readonly #statistics: CacheStatistics;

  /** `revision` is the known revision of the graph. */
  constructor(revision: number, maxRows: number, statistics: CacheStatistics) {
    this.changes = new KnownChanges(revision);
    this.#pages = new LRUCache({ maxSize: maxRows });
    this.#statistics = statistics;
    statistics.rows = 0;
  }

  get(key: string): Kept | undefined {
    const page = this.#pages.get(key);
    if (page === undefined) {
      this.#statistics.misses += 1;
      return undefined;
    }
    const standing = page.ground.check();
    if (standing === 'changed') {
      this.#statistics.misses += 1;
      this.#statistics.dropped += 1;
      this.#pages.delete(key);
      this.#statistics.rows = this.#pages.calculatedSize;
      return undefined;
    }
    this.#statistics.hits += 1;
    if (standing === 'lifted') this.#statistics.lifted += 1;
    return page;
  }

  set(key: string, value: unknown, rows: number, tags: Tags | null, ground: Ground): void {
    // Long filters make long keys, which count as rows too.
    const size = rows + 1 + (key.length >> 8);
    this.#pages.set(key, { value, tags, ground }, { size });
    this.#statistics.rows = this.#pages.calculatedSize;
  }
}

/**
 * The page cache, as a request that began at some revision sees it. What the request adds was read
 * at that revision or later.
 */
export class RevisionCache implements Cache {
  readonly state: GraphState;
  readonly generation: number;
  readonly #pages: PageCache;

  constructor(pages: PageCache, state: GraphState) {
    this.#pages = pages;
    this.state = state;
    this.generation = pages.generation;
  }

  get(key: string): Kept | undefined {
    return this.#pages.get(key);
  }

  set(key: string, value: unknown, rows: number, tags: Tags | null): void {
    this.#pages.set(key, value, rows, tags, this.ground(tags && [tags]));
  }

  ground(parts: readonly Tags[] | null): Ground {
    return new Ground(parts, this.state.revision, this.#pages.changes);
  }
}
