import type { KeysStatement } from './many-rows.ts';

/** Above this, all are forgotten. It bounds memory to some megabytes of ids. */
const mostKnown = 50_000;

/**
 * The numbers of entities by their ids. Numbers that were read are kept until there are too many,
 * since most relations of a load lead to the same few entities. Only for a time in which no entity
 * is removed.
 */
export class KnownNumbers {
  readonly #statement: KeysStatement<readonly [id: string, n: number]>;
  readonly #known = new Map<string, number>();

  constructor(statement: KeysStatement<readonly [id: string, n: number]>) {
    this.#statement = statement;
  }

  /** The numbers of those that exist. */
  of(ids: readonly string[]): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    const unknown: string[] = [];
    for (const id of ids) {
      const n = this.#known.get(id);
      if (n === undefined) unknown.push(id);
      else found.set(id, n);
    }
    for (const [id, n] of this.#statement.all(unknown)) {
      found.set(id, n);
      this.#known.set(id, n);
    }
    if (this.#known.size > mostKnown) this.#known.clear();
    return found;
  }
}
