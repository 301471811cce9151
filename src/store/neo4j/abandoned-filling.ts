import type { Connection } from './bolt-connection.ts';
import { endFilling } from './filling.ts';
import { isBuilding } from './indexes/apply-schema.ts';

/** How long a first load may write nothing before others end it. */
const abandonedAfterMs = 60_000;

/**
 * Ends a first load of another process that was killed. Every transaction of such a load changes
 * its mark, and at its end the server builds indexes. A load that does nothing for long and goes on
 * is not disturbed: it sets a new mark.
 */
export class AbandonedFilling {
  readonly #connection: Connection;
  readonly #afterMs: number;
  /** The mark that was seen last, and when this process first saw it or last tried to end it. */
  #mark: unknown = null;
  #since = 0;
  #ending: Promise<void> | null = null;

  constructor(connection: Connection, afterMs = abandonedAfterMs) {
    this.#connection = connection;
    this.#afterMs = afterMs;
  }

  /** Begins to end the load with this mark if the mark has not changed for so long. */
  seen(mark: unknown): void {
    const now = performance.now();
    if (mark !== this.#mark) [this.#mark, this.#since] = [mark, now];
    if (mark === null || this.#ending !== null || now - this.#since < this.#afterMs) return;
    this.#ending = this.#end()
      // Without the right to create indexes, another process has to do it.
      .catch(() => {})
      .finally(() => {
        this.#ending = null;
        this.#since = performance.now();
      });
  }

  async #end(): Promise<void> {
    if (!(await isBuilding(this.#connection))) await endFilling(this.#connection, false);
  }
}
