import type { Codes } from '../database/codes.ts';
import { inTransaction, type Sqlite } from '../database/database.ts';
import type { Writing } from './write-statements.ts';

// A license may decide on the classes of a large part of all models. Removing all of these classes
// at once would hold the file for seconds, so a write only notes where to begin. Until the rest is
// removed, no class counts.

/** The most models, besides those that it changes, whose classes a write removes at once. */
const mostAtOnce = 1000;
/** How many rows are deleted in the time that it takes to remove a class. */
const rowsForModel = 10;

type Row = readonly [n: number, type: number, after: number];
type Dependent = readonly [at: number, model: number];

function statementsOf(database: Sqlite) {
  const plain = (sql: string) => database.prepare(sql);
  const rows = (sql: string) => plain(sql).raw();
  return {
    any: rows('SELECT 1 FROM reopening LIMIT 1'),
    /** Those that are there need not be followed again: nothing got a class meanwhile. */
    add: plain(
      `INSERT INTO reopening (n, type, after) SELECT value, ?2, 0 FROM json_each(?1) WHERE 1
       ON CONFLICT (n) DO NOTHING`,
    ),
    left: rows('SELECT n, type, after FROM reopening WHERE after IS NOT NULL LIMIT ?1'),
    /** Entity by entity, in the order of their list, and the dependents of each by number. */
    dependents: rows(
      `SELECT asked.key, r.from_n FROM json_each(?1) AS asked CROSS JOIN relation r
       ON r.to_n = asked.value ->> 0 AND r.type = asked.value ->> 1
         AND r.from_n > asked.value ->> 2 LIMIT ?2`,
    ),
    done: plain('UPDATE reopening SET after = NULL WHERE n IN (SELECT value FROM json_each(?1))'),
    move: plain('UPDATE reopening SET after = ?2 WHERE n = ?1'),
    clear: plain('DELETE FROM reopening WHERE n IN (SELECT n FROM reopening LIMIT ?1)'),
  };
}

/** Removes the classes of models, at once or in portions. */
export class Reopening {
  readonly #database: Sqlite;
  readonly #writing: Writing;
  readonly #derived: number;
  readonly #licensed: number;
  readonly #most: number;
  readonly #statements: ReturnType<typeof statementsOf>;

  constructor(database: Sqlite, writing: Writing, codes: Codes, most = mostAtOnce) {
    this.#database = database;
    this.#writing = writing;
    this.#derived = codes.property('DERIVED_FROM');
    this.#licensed = codes.property('LICENSED_UNDER');
    this.#most = most;
    this.#statements = statementsOf(database);
  }

  /**
   * Removes the classes of the models, of the models under the licenses, and of all that were derived
   * from them. It must run within a transaction. If they are many, most of them are left to `step`.
   */
  begin(models: readonly number[], licenses: readonly number[]): void {
    const roots: readonly Row[] = [
      ...models.map((n): Row => [n, this.#derived, 0]),
      ...licenses.map((n): Row => [n, this.#licensed, 0]),
    ];
    const all = this.#all(roots);
    if (all !== null) {
      this.#open(JSON.stringify(all));
      return;
    }
    this.#open(JSON.stringify(models));
    const { add } = this.#statements;
    add.run([JSON.stringify(models), this.#derived]);
    add.run([JSON.stringify(licenses), this.#licensed]);
  }

  /** Removes the classes of at most so many more models. Returns whether there is more to do. */
  step(limit: number): boolean {
    if (!this.isUnderWay()) return false;
    return inTransaction(this.#database, () => {
      const { left, clear } = this.#statements;
      const rows = left.all([limit]) as unknown as readonly Row[];
      if (rows.length === 0) clear.run([rowsForModel * limit]);
      else this.#follow(rows, limit);
      return this.isUnderWay();
    });
  }

  /** Whether `step` has something to do. */
  isUnderWay(): boolean {
    return this.#statements.any.get([]) !== undefined;
  }

  /** The roots and all that depend on them; null if they are many. */
  #all(roots: readonly Row[]): readonly number[] | null {
    const seen = new Set(roots.map(([n]) => n));
    const most = seen.size + this.#most;
    for (let rows = roots; rows.length > 0; ) {
      const found = this.#dependents(rows, most + 1);
      if (found.length > most) return null;
      const next = new Set(found.map(([, model]) => model).filter((model) => !seen.has(model)));
      for (const model of next) seen.add(model);
      if (seen.size > most) return null;
      rows = [...next].map((model): Row => [model, this.#derived, 0]);
    }
    return [...seen];
  }

  #dependents(rows: readonly Row[], limit: number): readonly Dependent[] {
    const { dependents } = this.#statements;
    return dependents.all([JSON.stringify(rows), limit]) as unknown as readonly Dependent[];
  }

  #follow(rows: readonly Row[], limit: number): void {
    const { add, done, move } = this.#statements;
    const found = this.#dependents(rows, limit);
    const models = JSON.stringify([...new Set(found.map(([, model]) => model))]);
    add.run([models, this.#derived]);
    this.#open(models);
    const last = found.length < limit ? undefined : found.at(-1);
    const ended = last === undefined ? rows : rows.slice(0, last[0]);
    done.run([JSON.stringify(ended.map(([n]) => n))]);
    const [n] = last === undefined ? [] : (rows[last[0]] ?? []);
    if (last !== undefined && n !== undefined) move.run([n, last[1]]);
  }

  /** `models` is a list in JSON. */
  #open(models: string): void {
    const { classes, classCells } = this.#writing;
    classCells.leave(models);
    classes.shrink.run([models]);
    classes.shrinkVariants.run([models]);
    classes.open.run([models]);
  }
}
