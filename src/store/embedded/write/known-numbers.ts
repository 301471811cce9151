import type { Sqlite } from '../database/database.ts';
import { KeysStatement } from '../database/many-rows.ts';

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
  #added: NumberRow[] = [];

  constructor(database: Sqlite, table: 'entity' | 'source' | 'relation') {
    this.#statement = numbersStatement(database, table);
  }

  /** A row that may not be in the file yet. It must be there when `forgetMost` is called once more. */
  add(id: string, n: number): void {
    this.#known.set(id, n);
    this.#added.push([id, n]);
  }

  /** The numbers of those that exist. They may contain others besides. */
  of(ids: readonly string[]): ReadonlyMap<string, number> {
    const unknown = ids.filter((id) => !this.#known.has(id));
    for (const [id, n] of this.#statement.all(unknown)) this.#known.set(id, n);
    return this.#known;
  }

  /** Called between two changes. All rows but those of the last change are in the file. */
  forgetMost(): void {
    const added = this.#added;
    this.#added = [];
    if (this.#known.size <= mostKnown) return;
    this.#known.clear();
    for (const [id, n] of added) this.#known.set(id, n);
  }
}
