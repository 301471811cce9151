import type { Sqlite } from './database/database.ts';

type Statement = ReturnType<Sqlite['prepare']>;

/** The file changed between a look at the cache and the first statement. */
class Changed extends Error {}

/**
 * Reads of one state of the file, even while other processes write. A transaction only begins with
 * the first statement, so that cached data needs none.
 */
export class Moment {
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #version: Statement;
  readonly #forget: () => void;
  #known = -1;
  #reading = false;
  #begun = false;

  /** `forget` is called if another process wrote, since all cached data may be old. */
  constructor(database: Sqlite, forget: () => void) {
    this.#begin = database.prepare('BEGIN');
    this.#commit = database.prepare('COMMIT');
    this.#version = database.prepare('PRAGMA data_version').raw();
    this.#forget = forget;
  }

  read<T>(work: () => T): T {
    for (;;) {
      this.#look();
      this.#reading = true;
      try {
        return work();
      } catch (error) {
        if (!(error instanceof Changed)) throw error;
      } finally {
        this.#end();
      }
    }
  }

  /** Called before every statement. */
  beforeStatement(): void {
    if (!this.#reading || this.#begun) return;
    this.#begin.run([]);
    this.#begun = true;
    if (this.#look()) throw new Changed();
  }

  /** Whether another process has written since the last check. */
  #look(): boolean {
    const [version] = this.#version.get([]) as unknown as [number];
    if (version === this.#known) return false;
    this.#known = version;
    this.#forget();
    return true;
  }

  #end(): void {
    this.#reading = false;
    if (!this.#begun) return;
    this.#begun = false;
    this.#commit.run([]);
  }
}
