import type { Sqlite } from './database.ts';

/** Statements compiled once by their text: compiling at each call grew memory without bound. */
export class PreparedStatements {
  readonly #database: Sqlite;
  readonly #statements = new Map<string, ReturnType<Sqlite['prepare']>>();

  constructor(database: Sqlite) {
    this.#database = database;
  }

  /** All rows of a statement; texts are few and hold no values. */
  all(sql: string, parameters: readonly unknown[]): unknown[] {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement.all([...parameters]);
  }
}
