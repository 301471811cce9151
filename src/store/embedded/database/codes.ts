import { type ClaimProperty, claimProperties } from '../../../ontology/properties.ts';
import type { Fan, RelationType } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { allFans, type Side } from '../../sides.ts';
import { heldName, slotName } from './code-names.ts';
import type { Sqlite } from './database.ts';

/** The numbers of names in the file. */
export class Codes {
  readonly #numbers = new Map<string, number>();
  readonly #slots = new Map<number, Fan>();
  readonly #properties = new Map<number, ClaimProperty>();

  constructor(database: Sqlite) {
    const rows = database.prepare('SELECT number, name FROM code').raw().all([]);
    for (const [number, name] of rows as unknown as [number, string][]) {
      this.#numbers.set(name, number);
    }
    for (const property of claimProperties) this.#properties.set(this.property(property), property);
    for (const fan of allFans) this.#slots.set(this.slot(fan.type, fan.side), fan);
  }

  /** The number of a claim's property, which may be a relation type. */
  property(name: ClaimProperty): number {
    return this.#number(name);
  }

  propertyName(number: number): ClaimProperty | undefined {
    return this.#properties.get(number);
  }

  slot(type: RelationType, side: Side): number {
    return this.#number(slotName(type, side));
  }

  slotName(number: number): Fan | undefined {
    return this.#slots.get(number);
  }

  /** The number of a property with its own rows in `held`; null for other properties. */
  held(kind: EntityKind, property: string): number | null {
    return this.#numbers.get(heldName(kind, property)) ?? null;
  }

  #number(name: string): number {
    const number = this.#numbers.get(name);
    if (number === undefined) throw new Error(`The file has no number for ${name}.`);
    return number;
  }
}
