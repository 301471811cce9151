import { LRUCache } from 'lru-cache';
import type { Tags } from '../store/cache-tags.ts';
import type { GraphState } from '../store/graph-store.ts';
import { Ground, KnownChanges } from './grounds.ts';

/** A value that a cache holds, and what it rests on; null: everything. */
export interface Kept {
  readonly value: unknown;
  readonly tags: Tags | null;
}

/** What a request has loaded, or what all requests have. */
export interface Cache {
  /** Unique among caches that outlive a request; null for a cache of one request. */
  readonly generation: number | null;
  get(key: string): Kept | undefined;
  /** Stores a value other than undefined. `rows` is its weight. */
  set(key: string, value: unknown, rows: number, tags: Tags | null): void;
  /** The ground of something else that is kept, and rests on these; null where it is not kept. */
  ground(parts: readonly Tags[] | null): Ground | null;
}

export interface CacheStatistics {
  hits: number;
  misses: number;
  /** Hits that were found to stand after a write. */
  lifted: number;
  /** Misses because a write changed what they rested on. */
  dropped: number;
  /** The current weight, in rows. */
  rows: number;
}

/** Nothing counted yet. */
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

/** The pages of one graph, bounded by the number of rows they hold, each with what it rests on. */
export class PageCache {
  readonly generation = ++generations;
  readonly changes: KnownChanges;
  readonly #pages: LRUCache<string, Page>;
  readonly #statistics: CacheStatistics;

  /** The pages of a graph of which this revision is known. */
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
 * The page cache as requests have it that began at a revision: what they put there was read at that
 * revision or later.
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
