import { LRUCache } from 'lru-cache';
import { madeOnce } from '../../../base/made-once.ts';
import type { Sqlite } from './database.ts';

/**
 * The most compiled statements. Beyond it, the least recently used are dropped. Their number
 * depends only on the shapes of queries.
 */
const mostStatements = 500;

type Statement = ReturnType<Sqlite['prepare']>;

/**
 * Statements, compiled once for each text. Compiling at each call made memory grow without bound.
 */
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

  /** The first row, or undefined. */
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

/** The values of a statement, and their names in its text. */
export class Parameters {
  readonly values: unknown[] = [];

  bind(value: unknown): string {
    this.values.push(value);
    return `?${this.values.length}`;
  }

  /** A list of values, for use after IN. */
  list(values: readonly unknown[]): string {
    return `(SELECT value FROM json_each(${this.bind(JSON.stringify(values))}))`;
  }
}
