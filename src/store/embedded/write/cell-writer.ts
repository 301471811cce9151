import { cellKind, cellProperties, cellRelation } from '../../../ontology/filter-cells.ts';
import type { RelationType } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { Codes } from '../database/codes.ts';
import { unpackEntity } from '../database/packed-records.ts';
import type { Writing } from './write-statements.ts';

type Values = Readonly<Record<string, unknown>>;
type Part = readonly [property: number, value: unknown];

/** Keeps each model in the cell of its filter values. */
export class CellWriter {
  readonly #statements: Writing['cells'];
  readonly #classes: Writing['classCells'];
  readonly #codes: Codes;
  /** Models that may be in another cell now, with their properties if these are at hand. */
  readonly #changed = new Map<number, Values | null>();
  readonly #removed: number[] = [];

  constructor(statements: Pick<Writing, 'cells' | 'classCells'>, codes: Codes) {
    this.#statements = statements.cells;
    this.#classes = statements.classCells;
    this.#codes = codes;
  }

  /** Records that an entity was written; `was` is null for a new one. */
  entityWritten(kind: EntityKind, n: number, was: Values | null, now: Values): void {
    if (kind !== cellKind) return;
    const isSame = was !== null && textOf(was) === textOf(now);
    if (!isSame || this.#changed.has(n)) this.#changed.set(n, now);
  }

  /** Records that a relation of the entity was written or removed. */
  relationChanged(type: RelationType, from: number): void {
    if (type === cellRelation && !this.#changed.has(from)) this.#changed.set(from, null);
  }

  /** Records models without a cell. */
  modelsAdded(models: readonly number[]): void {
    for (const n of models) this.#changed.set(n, null);
  }

  entityRemoved(kind: EntityKind, n: number): void {
    if (kind !== cellKind) return;
    this.#changed.delete(n);
    this.#removed.push(n);
  }

  /** Called after all relations are written, and after models that may change have left their classes. */
  finish(): void {
    const { leave, remove, add, values, enter, put, mark, drop, sweep } = this.#statements;
    const numbers = [...this.#changed.keys()];
    if (numbers.length + this.#removed.length === 0) return;
    const moving = JSON.stringify(numbers);
    this.#classes.leave(moving);
    leave.run([JSON.stringify([...numbers, ...this.#removed])]);
    if (this.#removed.length > 0) remove.run([JSON.stringify(this.#removed)]);
    const keys = this.#keys(numbers);
    const distinct = [JSON.stringify([...new Set(keys.values())])];
    const placed = [JSON.stringify([...keys])];
    add.run(distinct);
    values.run(distinct);
    enter.run(placed);
    put.run(placed);
    mark.run(placed);
    this.#classes.enter(moving);
    drop.run([]);
    sweep.run([]);
  }

  #keys(models: readonly number[]): ReadonlyMap<number, string> {
    const { records, ends } = this.#statements;
    const unread = models.filter((n) => this.#changed.get(n) === null);
    const read = new Map(
      records
        .all(unread)
        .map(([n, id, record]) => [n, unpackEntity(record, cellKind, id) as Values]),
    );
    const slot = this.#codes.slot(cellRelation, 'OUT');
    const linked = new Map<number, Part[]>();
    const type = this.#codes.property(cellRelation);
    for (const [model, end] of ends.all(models.map((n) => [n, type]))) {
      const parts = linked.get(model);
      if (parts === undefined) linked.set(model, [[slot, end]]);
      else parts.push([slot, end]);
    }
    return new Map(
      models.map((n) => {
        const values = this.#changed.get(n) ?? read.get(n) ?? {};
        return [n, keyOf([...this.#partsOf(values), ...(linked.get(n) ?? [])])];
      }),
    );
  }

  #partsOf(values: Values): readonly Part[] {
    return cellProperties.flatMap((property) => {
      const code = this.#codes.held(cellKind, property);
      if (code === null) return [];
      return itemsOf(values[property]).map((item): Part => [code, item]);
    });
  }
}

function itemsOf(value: unknown): readonly unknown[] {
  const items = Array.isArray(value) ? value : [value];
  return items.filter((item) => item !== null && item !== undefined);
}

function textOf(values: Values): string {
  return JSON.stringify(cellProperties.map((property) => itemsOf(values[property])));
}

/** The same values in any order give the same key. */
function keyOf(parts: readonly Part[]): string {
  const texts = new Set(parts.map((part) => JSON.stringify(part)));
  return `[${[...texts].sort().join(',')}]`;
}
