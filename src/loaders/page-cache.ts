import { LRUCache } from 'lru-cache';
import type { GraphState } from '../store/graph-store.ts';

/** What a request has loaded, or what all requests of one graph revision have. */
export interface Cache {
  /**
   * Unique among the caches that outlive a request; null: this one does not outlive its request.
   */
  readonly generation: number | null;
  get(key: string): unknown;
  /** Stores a value that is never undefined; `rows` is its weight. */
  set(key: string, value: unknown, rows: number): void;
}

export interface CacheStatistics {
  hits: number;
  misses: number;
  /** Weight held now, in rows. */
  rows: number;
}

/** A cache for one request: nothing outlives it, nothing is evicted. */
export class RequestCache implements Cache {
  readonly generation = null;
  readonly #values = new Map<string, unknown>();

  get(key: string): unknown {
    return this.#values.get(key);
  }

  set(key: string, value: unknown): void {
    this.#values.set(key, value);
  }
}

let generations = 0;

/** The pages of one graph revision, bounded by the number of rows they hold. */
export class RevisionCache implements Cache {
  readonly state: GraphState;
  readonly generation = ++generations;
  readonly #values: LRUCache<string, { value: unknown }>;
  readonly #statistics: CacheStatistics;

  constructor(state: GraphState, maxRows: number, statistics: CacheStatistics) {
    this.state = state;
    this.#values = new LRUCache({ maxSize: maxRows });
    this.#statistics = statistics;
    statistics.rows = 0;
  }

  get(key: string): unknown {
    const held = this.#values.get(key);
    if (held === undefined) {
      this.#statistics.misses += 1;
      return undefined;
    }
    this.#statistics.hits += 1;
    return held.value;
  }

  set(key: string, value: unknown, rows: number): void {
    // Long filters make long keys, which weigh as much as rows do.
    this.#values.set(key, { value }, { size: rows + 1 + (key.length >> 8) });
    this.#statistics.rows = this.#values.calculatedSize;
  }
}
