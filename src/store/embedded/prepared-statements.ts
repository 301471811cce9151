import { LRUCache } from 'lru-cache';
import { madeOnce } from '../../base/made-once.ts';
import type { Sqlite } from './database.ts';

/** Texts differ by the shapes of questions alone; beyond so many, those unused longest go. */
const mostStatements = 500;

type Statement = ReturnType<Sqlite['prepare']>;

/** Statements compiled once by their text: compiling at each call grew memory without bound. */
export class PreparedStatements {
  readonly #database: Sqlite;
  readonly #statements = new LRUCache<string, Statement>({ max: mostStatements });
  readonly #before: () => void;

  /** `before` is called before every statement. */
  constructor(database: Sqlite, before: () => void = () => {}) {
    this.#database = database;
    this.#before = before;
  }

  /** All rows of a statement, each as the list of its columns. */
  rows<Row extends readonly unknown[]>(sql: string, parameters: readonly unknown[]): Row[] {
    this.#before();
    return this.#prepared(sql).all([...parameters]) as unknown as Row[];
  }

  /** The first row; undefined where there is none. */
  row<Row extends readonly unknown[]>(
    sql: string,
    parameters: readonly unknown[],
  ): Row | undefined {
    this.#before();
    return this.#prepared(sql).get([...parameters]) as unknown as Row | undefined;
  }

  #prepared(sql: string): Statement {
    return madeOnce<string, Statement>(this.#statements, sql, () =>
      this.#database.prepare(sql).raw(),
    );
  }
}

/** Values of a statement, and the names by which its text knows them. */
export class Parameters {
  readonly values: unknown[] = [];

  bind(value: unknown): string {
    this.values.push(value);
    return `?${this.values.length}`;
  }

  /** Several values, as what follows IN. */
  list(values: readonly unknown[]): string {
    return `(SELECT value FROM json_each(${this.bind(JSON.stringify(values))}))`;
  }
}
