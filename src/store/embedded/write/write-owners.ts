import type { Owned } from '../../graph-store.ts';
import { contributionRows } from './record-rows.ts';
import type { Writing } from './write-statements.ts';

/**
 * Writes the owners of things. The same few data sets own nearly all things, so each set of owners
 * has a number.
 */
export class OwnerWriter {
  readonly #statements: Writing;
  readonly #numbers = new Map<string, number>();

  constructor(statements: Writing) {
    this.#statements = statements;
  }

  /** The number of the owners of a thing; 0 for none. */
  numberOf({ owners = [] }: Owned): number {
    if (owners.length === 0) return 0;
    const names = JSON.stringify(owners);
    const known = this.#numbers.get(names);
    if (known !== undefined) return known;
    this.#statements.owners.add.run([names]);
    const [number] = this.#statements.owners.find.get([names]) as unknown as [number];
    this.#numbers.set(names, number);
    return number;
  }

  /** Writes the statements about things, in place of the old ones. */
  write(
    things: readonly (Owned & { readonly record: { readonly id: string } })[],
    wasThere: (id: string) => boolean,
  ): void {
    for (const { record } of things) if (wasThere(record.id)) this.forget(record.id);
    this.#statements.contribution.add.run(things.flatMap(contributionRows));
  }

  forget(id: string): void {
    this.#statements.contribution.drop.run([id]);
  }
}
