import type { Sqlite } from './database.ts';

type Statement = ReturnType<Sqlite['prepare']>;

/** The file changed between a look at what is kept of it and the first statement. */
class Changed extends Error {}

/**
 * Reads that see one state of the file, whoever writes to it meanwhile. A transaction begins with
 * the first statement, so that what is kept in memory is given without one.
 */
export class Moment {
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #version: Statement;
  readonly #forget: () => void;
  #known = -1;
  #reading = false;
  #begun = false;

  /** `forget` is called where another process wrote: nothing that was read holds any more. */
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

  /** Whether another process wrote since the last look. */
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
