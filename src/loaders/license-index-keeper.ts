import { setImmediate } from 'node:timers/promises';
import { inTurns } from '../base/in-turns.ts';
import type { MaybePromise } from '../base/maybe-promise.ts';
import type { Steps } from '../base/steps.ts';
import type { GraphStore, ReadOptions } from '../store/graph-store.ts';
import type { ReadResult, TextRow } from '../store/reads.ts';
import { buildLicenseIndex, type LicenseIndex } from '../text/license-strings/license-index.ts';

/** The number of entities that one statement reads. */
const pageSize = 2500;
/** How often the names are read again because the graph changed meanwhile. */
const maxReadings = 3;

/** An index with its revision. */
interface Kept {
  revision: number;
  readonly index: LicenseIndex;
}

/**
 * Keeps the index of license names. It is read from the store at first use, and again at the next
 * use after a license has changed. Requests that wait share one reading. No request gets an index
 * that is older than the revision it asks for.
 */
export class LicenseIndexKeeper {
  readonly #store: GraphStore;
  readonly #standsSince: (revision: number) => boolean;
  #latest: Kept | null = null;
  #reading: Promise<Kept> | null = null;
  /** How often the index was dropped. A reading that started before belongs to another graph. */
  #forgotten = 0;

  /** `standsSince` says whether no license changed after the revision, as far as is known. */
  constructor(store: GraphStore, standsSince: (revision: number) => boolean) {
    this.#store = store;
    this.#standsSince = standsSince;
  }

  /** Drops the index, since the graph was replaced, perhaps with the same revision numbers. */
  forget(): void {
    this.#forgotten += 1;
    this.#latest = null;
    this.#reading = null;
  }

  /** The index of that revision or a later one; null means the store's current revision. */
  at(revision: number | null, options: ReadOptions): MaybePromise<LicenseIndex> {
    if (revision === null) return this.#current(options);
    const latest = this.#latest;
    if (latest === null) return this.#since(revision, options);
    if (latest.revision < revision && this.#standsSince(latest.revision)) {
      latest.revision = revision;
    }
    return latest.revision >= revision ? latest.index : this.#since(revision, options);
  }

  async #current(options: ReadOptions): Promise<LicenseIndex> {
    return this.at(await this.#store.revision(options), options);
  }

  async #since(revision: number, { onStatement }: ReadOptions): Promise<LicenseIndex> {
    for (let reading = 1; ; reading++) {
      // A reading that started before the revision may lack it. One more is then needed.
      const forgotten = this.#forgotten;
      this.#reading ??= this.#read({ onStatement }).finally(() => {
        if (forgotten === this.#forgotten) this.#reading = null;
      });
      const kept = await this.#reading;
      if (kept.revision >= revision || reading === 2) return kept.index;
    }
  }

  async #read(options: ReadOptions): Promise<Kept> {
    const forgotten = this.#forgotten;
    for (let reading = 1; ; reading++) {
      const before = await this.#store.revision(options);
      const rows = await this.#rows(options);
      const after = await this.#store.revision(options);
      if (before !== after && reading < maxReadings) continue;
      // If the graph keeps changing, the index counts as that of the start of the reading.
      const kept = { revision: before, index: await inTurns(licensesOf(rows)) };
      const newer = this.#latest === null || kept.revision >= this.#latest.revision;
      if (forgotten === this.#forgotten && newer) this.#latest = kept;
      return kept;
    }
  }

  async #rows(options: ReadOptions): Promise<readonly TextRow[]> {
    const rows: TextRow[] = [];
    for (;;) {
      const after = rows.at(-1)?.id ?? null;
      const read = { kind: 'texts', of: 'LICENSE', after, limit: pageSize } as const;
      const [page = []] = (await this.#store.read([read], options)) as [ReadResult<'texts'>];
      for (const row of page) rows.push(row);
      if (page.length < pageSize) return rows;
      // The embedded store answers without waiting, so other requests get a turn here.
      await setImmediate();
    }
  }
}

function licensesOf(rows: readonly TextRow[]): Steps<LicenseIndex> {
  return buildLicenseIndex(
    rows.flatMap(({ license, id, slug, formerSlugs, name, aliases }) =>
      license === null ? [] : [{ id, slug, formerSlugs, name, aliases, ...license }],
    ),
  );
}
