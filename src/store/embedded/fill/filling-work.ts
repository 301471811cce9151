import type { Codes } from '../database/codes.ts';
import { inTransaction, type Sqlite } from '../database/database.ts';
import { conflict } from '../database/faults.ts';
import { revisionIn } from '../database/graph-state.ts';
import { ClassAssigner, type ClassTexts } from '../write/class-assigner.ts';
import { filledStatements } from './filled-tables.ts';
import { beginFilling, endFillingStep, mayFill } from './filling.ts';
import type { FillingRows } from './filling-rows.ts';

/** A part of a first load: its begin, a change, a step of its end, or the classes of some models. */
export type FillingJob =
  | 'begin'
  | FillingRows
  | { readonly step: number }
  | { readonly classes: ClassTexts; readonly revision: number };

/** Fills an empty file: drops its late indexes, writes rows, and builds the indexes. */
export class FillingWork {
  readonly #database: Sqlite;
  readonly #codes: Codes;
  readonly #assigner: ClassAssigner;
  readonly #statements: ReturnType<typeof filledStatements>;
  #isRefused = false;

  constructor(database: Sqlite, codes: Codes) {
    this.#database = database;
    this.#codes = codes;
    this.#assigner = new ClassAssigner(database);
    this.#statements = filledStatements(database);
  }

  /**
   * Returns whether it was done. It is not if the file is not empty or is not filled any more, if a
   * change before it was refused, if there are no more steps, or if the graph has another revision
   * than the classes.
   */
  do(job: FillingJob): boolean {
    if (job === 'begin') return beginFilling(this.#database);
    if ('step' in job) return endFillingStep(this.#database, this.#codes, job.step);
    if ('classes' in job) return this.#assigner.assign(job.classes, job.revision);
    if (this.#isRefused) return false;
    // The rows of the next change have numbers that follow those of this one.
    this.#isRefused = true;
    this.#isRefused = !inTransaction(this.#database, () => this.#write(job));
    return !this.#isRefused;
  }

  /** Throws STORE_CONFLICT if another process wrote since the change was planned. */
  #write({ follows, rows }: FillingRows): boolean {
    if (!mayFill(this.#database)) return false;
    const revision = revisionIn(this.#database);
    if (revision !== follows) throw conflict(revision, follows);
    this.#database.exec('DELETE FROM revision_tags');
    for (const [table, texts] of rows) this.#statements.get(table)?.runTexts(texts);
    return true;
  }
}
