import type { GraphChange } from '../graph-store.ts';
import type { Codes } from './database/codes.ts';
import { inTransaction, type Sqlite } from './database/database.ts';
import { conflict } from './database/faults.ts';
import { revisionIn } from './database/graph-state.ts';
import { RevisionLog } from './database/revision-log.ts';
import { endFillingWithin, isFilling } from './fill/filling.ts';
import { CellWriter } from './write/cell-writer.ts';
import { ClassWriter } from './write/class-writer.ts';
import { LabelWriter } from './write/label-writer.ts';
import { type NearBounds, NearWriter } from './write/near-edges.ts';
import { disagreementRow } from './write/record-rows.ts';
import { Reopening } from './write/reopening.ts';
import { ClaimWriter } from './write/write-claims.ts';
import { EntityWriter } from './write/write-entities.ts';
import { OwnerWriter } from './write/write-owners.ts';
import { RelationWriter } from './write/write-relations.ts';
import { prepareWriting, type Writing } from './write/write-statements.ts';

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

  constructor(database: Sqlite, codes: Codes, near?: NearBounds, mostReopened?: number) {
    this.#database = database;
    this.#near = new NearWriter(database, near);
    this.#statements = prepareWriting(database);
    this.#codes = codes;
    this.#reopening = new Reopening(database, this.#statements, codes, mostReopened);
    this.#labels = new LabelWriter(database);
    this.#log = new RevisionLog(database, codes);
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
    const before = revisionIn(this.#database);
    if (change.follows !== undefined && change.follows !== before) {
      throw conflict(before, change.follows);
    }
    const revision = before + 1;
    const statements = this.#statements;
    // Another process fills the file, or left it half filled.
    if (isFilling(this.#database)) endFillingWithin(this.#database, this.#codes);
    this.#log.record(revision, change);
    const tally = new Map<string, number>();
    const count = (name: string, by: number) => tally.set(name, (tally.get(name) ?? 0) + by);
    const classes = new ClassWriter(statements, this.#reopening);
    const cells = new CellWriter(statements, this.#codes);
    const beside = { classes, cells, near: this.#near };
    const relations = new RelationWriter(statements, this.#codes, beside, count);
    const owners = new OwnerWriter(statements);
    const writers = { relations, owners, classes, cells };
    const entities = new EntityWriter(statements, this.#codes, writers, count);
    const claims = new ClaimWriter(statements, this.#codes, { relations, owners }, count);
    const { remove } = change;
    // What is removed and what is written may be the same entity.
    const isLabeled = remove.entities.length > 0;
    if (isLabeled) this.#labels.write(change.entities, remove.entities);
    for (const id of remove.disagreements) statements.disagreement.remove.run([id]);
    claims.remove(remove.claims);
    relations.remove(remove.relations);
    entities.remove(remove.entities);
    claims.removeSources(remove.sources);
    claims.writeSources(change.sources);
    for (const some of inPortions(change.entities)) {
      if (!isLabeled) this.#labels.write(some, []);
      entities.write(some, revision, change.at);
    }
    for (const some of inPortions(change.relations)) relations.write(some);
    relations.finish();
    classes.finish();
    cells.finish();
    for (const some of inPortions(change.claims)) claims.write(some);
    statements.disagreement.put.run(change.disagreements.map(disagreementRow));
    if (change.touch.length > 0) {
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
}
