import type { Sqlite } from './database.ts';
import { KeysStatement } from './many-rows.ts';

/** Above this, all are forgotten. It bounds memory to some megabytes of ids. */
const mostKnown = 50_000;

type NumberRow = readonly [id: string, n: number];

/** Looks up the numbers of rows by their ids. */
export function numbersStatement(
  database: Sqlite,
  table: 'entity' | 'source' | 'relation' | 'claim',
): KeysStatement<NumberRow> {
  const from = `FROM json_each(?1) AS asked CROSS JOIN ${table} x ON x.id = asked.value`;
  return new KeysStatement(database, ['x.id', 'x.n'], from);
}

/**
 * The numbers of rows by their ids. Known numbers are kept until there are too many, since most
 * relations of a load lead to the same few entities. Only for a time in which no row is removed.
 */
export class KnownNumbers {
  readonly #statement: KeysStatement<NumberRow>;
  readonly #known = new Map<string, number>();

  constructor(database: Sqlite, table: 'entity' | 'source') {
    this.#statement = numbersStatement(database, table);
  }

  /** A row that may not be in the file yet. It must be there when the next rows are added. */
  add(id: string, n: number): void {
    this.#known.set(id, n);
  }

  /** The numbers of those that exist. They may contain others besides. */
  of(ids: readonly string[]): ReadonlyMap<string, number> {
    const unknown = ids.filter((id) => !this.#known.has(id));
    for (const [id, n] of this.#statement.all(unknown)) this.#known.set(id, n);
    return this.#known;
  }

  /** Called when all rows are in the file. */
  forgetMost(): void {
    if (this.#known.size > mostKnown) this.#known.clear();
  }
}
