import { type GraphChange, StoreError } from '../graph-store.ts';
import { CellWriter } from './cell-writer.ts';
import { ClassWriter } from './class-writer.ts';
import type { Codes } from './codes.ts';
import { inTransaction, readValue, type Sqlite } from './database.ts';
import { endFillingWithin, isFilling } from './filling.ts';
import { KnownNumbers } from './known-numbers.ts';
import { LabelWriter } from './label-writer.ts';
import { type NearBounds, NearWriter } from './near-edges.ts';
import { Reopening } from './reopening.ts';
import { RevisionLog } from './revision-log.ts';
import { ClaimWriter } from './write-claims.ts';
import { EntityWriter } from './write-entities.ts';
import { OwnerWriter } from './write-owners.ts';
import { type Fills, RelationWriter } from './write-relations.ts';
import { prepareWriting, type Writing } from './write-statements.ts';

/** So few at a time that their rows are gone before memory is swept. */
const portionSize = 1000;

function* inPortions<Item>(items: readonly Item[]): Iterable<readonly Item[]> {
  for (let start = 0; start < items.length; start += portionSize) {
    yield items.slice(start, start + portionSize);
  }
}

/** Applies changes, each in one transaction that raises the revision by one. */
export class Writer {
  readonly #database: Sqlite;
  readonly #statements: Writing;
  readonly #codes: Codes;
  readonly #labels: LabelWriter;
  readonly #log: RevisionLog;
  readonly #near: NearWriter;
  readonly #reopening: Reopening;
  /** While this writer fills an empty file. */
  #fills: Fills | null = null;

  constructor(database: Sqlite, codes: Codes, near?: NearBounds, mostReopened?: number) {
    this.#database = database;
    this.#near = new NearWriter(database, near);
    this.#statements = prepareWriting(database);
    this.#codes = codes;
    this.#reopening = new Reopening(database, this.#statements, codes, mostReopened);
    this.#labels = new LabelWriter(database);
    this.#log = new RevisionLog(database, codes);
  }

  /** The next changes fill an empty file, or do so no longer. */
  set fills(fills: boolean) {
    this.#fills = fills
      ? { numbers: new Map(), entities: new KnownNumbers(this.#statements.entity.numbers) }
      : null;
  }

  /**
   * Returns the new revision. Throws a StoreError and changes nothing if a relation lacks an end.
   */
  write(change: GraphChange): number {
    return inTransaction(this.#database, () => this.#apply(change));
  }

  /** Removes more of the classes that a write made old. Returns whether there is more to do. */
  reopen(limit: number): boolean {
    return this.#reopening.step(limit);
  }

  #apply(change: GraphChange): number {
    const before = Number(readValue(this.#database, 'revision') ?? 0);
    if (change.follows !== undefined && change.follows !== before) {
      const message = `The graph has revision ${before}; the change was planned for ${change.follows}.`;
      throw new StoreError('STORE_CONFLICT', message);
    }
    const revision = before + 1;
    const statements = this.#statements;
    const fills = this.#filling(change);
    this.#log.record(revision, change);
    const tally = new Map<string, number>();
    const count = (name: string, by: number) => tally.set(name, (tally.get(name) ?? 0) + by);
    const classes = new ClassWriter(statements, this.#reopening);
    const cells = new CellWriter(statements, this.#codes, fills !== null);
    const beside = { classes, cells, near: this.#near };
    const relations = new RelationWriter(statements, this.#codes, beside, count, fills);
    const owners = new OwnerWriter(statements);
    const writers = { relations, owners, classes, cells };
    const entities = new EntityWriter(statements, this.#codes, writers, count, fills !== null);
    const claims = new ClaimWriter(statements, this.#codes, { relations, owners }, count, fills);
    const { remove } = change;
    // What is removed and what is written may be the same entity.
    const isLabeled = remove.entities.length > 0;
    if (isLabeled) this.#labels.write(change.entities, remove.entities, false);
    for (const id of remove.disagreements) statements.disagreement.remove.run([id]);
    claims.remove(remove.claims);
    relations.remove(remove.relations);
    entities.remove(remove.entities);
    claims.removeSources(remove.sources);
    claims.writeSources(change.sources);
    for (const some of inPortions(change.entities)) {
      if (!isLabeled) this.#labels.write(some, [], fills !== null);
      entities.write(some, revision, change.at);
    }
    for (const some of inPortions(change.relations)) relations.write(some);
    relations.finish();
    classes.finish();
    cells.finish();
    for (const some of inPortions(change.claims)) claims.write(some);
    if (fills !== null) this.#fills = { ...fills, numbers: relations.numbers };
    statements.disagreement.put.run(
      change.disagreements.map(({ record, digest }) => [
        ...[record.id, record.subjectId, record.kind, Number(record.contested)],
        ...[record.property, record.sort, JSON.stringify(record), digest],
      ]),
    );
    if (change.touch.length > 0 && fills === null) {
      statements.entity.touch.run([revision, change.at, JSON.stringify(change.touch)]);
    }
    const { dataset } = change;
    if (dataset !== undefined) {
      statements.dataset.put.run([dataset.name, JSON.stringify(dataset)]);
    }
    if (remove.dataset !== undefined) statements.dataset.remove.run([remove.dataset]);
    for (const [name, by] of tally) if (by !== 0) statements.tally.run([name, by]);
    statements.bookkeeping.run(['revision', String(revision)]);
    statements.bookkeeping.run(['changedAt', change.at]);
    return revision;
  }

  /**
   * What is known while the file is filled; null for any other change. A file that another process
   * fills, or that was left half filled, gets its indexes first.
   */
  #filling({ allNew = false }: GraphChange): Fills | null {
    if (!isFilling(this.#database)) {
      this.#fills = null;
      return null;
    }
    if (this.#fills !== null && allNew) return this.#fills;
    endFillingWithin(this.#database);
    this.#fills = null;
    return null;
  }
}
