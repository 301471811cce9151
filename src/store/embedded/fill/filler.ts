import type { GraphChange } from '../../graph-store.ts';
import type { Codes } from '../database/codes.ts';
import type { Sqlite } from '../database/database.ts';
import type { ClassTexts } from '../write/class-assigner.ts';
import { RowMaker } from './filling-rows.ts';
import { FillingWork } from './filling-work.ts';
import { FillingWorker, type Worked } from './filling-worker.ts';

/** One is written while the rows of the next are made. */
export const concurrentWrites = 2;

/** Fills a file: makes rows in this thread, and writes them in another one. */
export class Filler {
  readonly #rows: RowMaker;
  readonly #work: Worked;
  /** The last change. */
  #writing: Promise<unknown> = Promise.resolve();
  #underWay = 0;
  #isFilling = true;
  /** Whether all changes are written. */
  isEnding = false;
  /** The last of the models whose classes are found, by number. */
  openedTo = 0;

  private constructor(rows: RowMaker, work: Worked) {
    this.#rows = rows;
    this.#work = work;
  }

  /** Null if the file is not empty. */
  static async begin(file: string, database: Sqlite, codes: Codes): Promise<Filler | null> {
    // Other connections cannot write a graph in memory.
    const work =
      file === ':memory:'
        ? inThisThread(new FillingWork(database, codes))
        : new FillingWorker(file);
    let filler: Filler | null = null;
    try {
      if (await work.do('begin')) filler = new Filler(new RowMaker(database, codes), work);
      return filler;
    } finally {
      if (filler === null) await work.close();
    }
  }

  /**
   * Returns the new revision, or null if the change is to be written in the usual way: it has not
   * only new things, another process ends the filling, or a change before it was refused. Its rows
   * are made while the change before is written.
   */
  async write(change: GraphChange): Promise<number | null> {
    while (this.#underWay >= concurrentWrites) await this.#writing.catch(() => {});
    const { follows, allNew = false } = change;
    this.#isFilling &&= allNew && follows !== undefined;
    if (!this.#isFilling || follows === undefined) {
      await this.#writing.catch(() => {});
      return null;
    }
    this.#underWay += 1;
    let isWritten = false;
    try {
      const writing = this.#work.do(this.#rows.rowsOf({ ...change, follows }));
      this.#writing = writing;
      isWritten = await writing;
    } finally {
      this.#underWay -= 1;
      // After a refused change, the numbers of rows are not those in the file.
      this.#isFilling &&= isWritten;
    }
    return isWritten ? follows + 1 : null;
  }

  /** Stores the classes of models, also while it ends. */
  assign(classes: ClassTexts, revision: number): Promise<boolean> {
    return this.#work.do({ classes, revision });
  }

  /** Waits for the changes before it. */
  async end(): Promise<void> {
    this.isEnding = true;
    try {
      // One by one, so that classes are stored between two of them.
      for (let step = 0; await this.#work.do({ step }); step += 1);
    } finally {
      await this.#work.close();
    }
  }
}

function inThisThread(work: FillingWork): Worked {
  return { do: async (job) => work.do(job), close: async () => {} };
}
