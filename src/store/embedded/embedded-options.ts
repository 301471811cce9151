export interface EmbeddedStoreOptions {
  /** Path of the SQLite file; ":memory:" for a graph that ends with the process. */
  readonly file: string;
  /** Bytes that may be kept of what was read; 64 MiB unless given. */
  readonly cacheBytes?: number | undefined;
  /** From how many relations of one type an entity's are read page by page; 256 unless given. */
  readonly crowdedFrom?: number | undefined;
  /** From how many relations of one type a look at all of them takes long; 2,000 unless given. */
  readonly hubFrom?: number | undefined;
  /** The number of threads for long reads, which get half of the bytes. 0 by default. */
  readonly threads?: number | undefined;
}
