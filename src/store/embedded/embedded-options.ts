export interface EmbeddedStoreOptions {
  /** The path of the SQLite file; ":memory:" for a graph that ends with the process. */
  readonly file: string;
  /** The most bytes of cached reads; 64 MiB by default. */
  readonly cacheBytes?: number | undefined;
  /** The number of relations of one type from which they are read page by page; 256 by default. */
  readonly crowdedFrom?: number | undefined;
  /**
   * The number of relations of one type from which reading all of them takes long; 2,000 by
   * default.
   */
  readonly hubFrom?: number | undefined;
  /** The most entities that one read looks at one by one; 100,000 unless given. More are refused. */
  readonly mostLookedAt?: number | undefined;
  /**
   * The most models, besides those that it changes, whose classes a write removes at once; 1,000 by
   * default. The classes of more are removed in portions.
   */
  readonly mostReopened?: number | undefined;
  /** Whether it reads for another store in the same process. False by default. */
  readonly isThread?: boolean | undefined;
  /** The number of threads for long reads, which get half of the bytes. 0 by default. */
  readonly threads?: number | undefined;
}
