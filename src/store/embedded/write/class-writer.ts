import { judgedRelations } from '../../../ontology/judged-facts.ts';
import type { RelationType } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { Reopening } from './reopening.ts';
import type { Writing } from './write-statements.ts';

/** Removes the classes of models that a change may move to other classes. */
export class ClassWriter {
  readonly #statements: Writing['classes'];
  readonly #cells: Writing['classCells'];
  readonly #reopening: Reopening;
  readonly #changed = new Set<number>();
  readonly #licenses = new Set<number>();
  readonly #added: number[] = [];
  readonly #removed: number[] = [];

  constructor(statements: Writing, reopening: Reopening) {
    this.#statements = statements.classes;
    this.#cells = statements.classCells;
    this.#reopening = reopening;
  }

  /** Records that a relation of the entity was written or removed. */
  relationChanged(type: RelationType, from: number): void {
    if (judgedRelations.includes(type)) this.#changed.add(from);
  }

  entityAdded(kind: EntityKind, n: number): void {
    if (kind === 'MODEL') this.#added.push(n);
  }

  /** Records that a fact that decides on uses has changed. */
  entityChanged(kind: EntityKind, n: number): void {
    if (kind === 'MODEL') this.#changed.add(n);
    if (kind === 'LICENSE') this.#licenses.add(n);
  }

  entityRemoved(kind: EntityKind, n: number): void {
    if (kind === 'MODEL') this.#removed.push(n);
  }

  /** Called after all relations are written, while models are still in their former cells. */
  finish(): void {
    const { add, any, shrink, shrinkVariants, remove } = this.#statements;
    if (this.#removed.length > 0) {
      const removed = [JSON.stringify(this.#removed)] as const;
      this.#cells.leave(removed[0]);
      shrink.run(removed);
      shrinkVariants.run(removed);
      remove.run(removed);
    }
    add.run(this.#added.map((n) => [n]));
    // Before the first models have classes, there is nothing to remove.
    if (this.#changed.size + this.#licenses.size === 0 || any.get([]) === undefined) return;
    this.#reopening.begin([...this.#changed], [...this.#licenses]);
  }
}
