import { type GraphChange, StoreError } from '../graph-store.ts';
import { inTransaction, readValue, type Sqlite } from './database.ts';
import { LabelWriter } from './label-writer.ts';

/** The statements of writing, compiled once for a database. */
function prepare(database: Sqlite) {
  const upsert = (table: string, columns: readonly string[]) =>
    database.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${columns.map((c) => `${c} = excluded.${c}`).join(', ')}`,
    );
  return {
    entity: upsert('entity', ['id', 'kind', 'record', 'digest', 'revision', 'updated_at']),
    relation: upsert('relation', ['id', 'from_id', 'to_id', 'record', 'digest']),
    claim: upsert('claim', [
      ...['id', 'subject_id', 'relation_id', 'source_id', 'property', 'rank', 'best'],
      ...['contested', 'sort', 'record', 'digest'],
    ]),
    source: upsert('source', ['id', 'record', 'digest']),
    disagreement: upsert('disagreement', [
      ...['id', 'subject_id', 'kind', 'contested', 'property', 'sort', 'record', 'digest'],
    ]),
    locator: database.prepare(
      'INSERT INTO locator (key, entity_id) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET entity_id = excluded.entity_id',
    ),
    dropLocators: database.prepare('DELETE FROM locator WHERE entity_id = ?'),
    remove: {
      entities: database.prepare('DELETE FROM entity WHERE id = ?'),
      relations: database.prepare('DELETE FROM relation WHERE id = ?'),
      claims: database.prepare('DELETE FROM claim WHERE id = ?'),
      sources: database.prepare('DELETE FROM source WHERE id = ?'),
      disagreements: database.prepare('DELETE FROM disagreement WHERE id = ?'),
    },
    touch: database.prepare('UPDATE entity SET revision = ?, updated_at = ? WHERE id = ?'),
    entityExists: database.prepare('SELECT 1 FROM entity WHERE id = ?'),
    bookkeeping: database.prepare(
      'INSERT INTO graph (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ),
  };
}

/** Applies changes, each in one transaction that raises the revision by one. */
export class Writer {
  readonly #database: Sqlite;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #labels: LabelWriter;

  constructor(database: Sqlite) {
    this.#database = database;
    this.#statements = prepare(database);
    this.#labels = new LabelWriter(database);
  }

  /** Returns the new revision; throws StoreError and changes nothing where a relation lacks an end. */
  write(change: GraphChange): number {
    return inTransaction(this.#database, () => this.#apply(change));
  }

  #apply(change: GraphChange): number {
    const before = Number(readValue(this.#database, 'revision') ?? 0);
    if (change.follows !== undefined && change.follows !== before) {
      const message = `The graph has revision ${before}; the change was planned for ${change.follows}.`;
      throw new StoreError('STORE_CONFLICT', message);
    }
    const revision = before + 1;
    this.#labels.write(change);
    this.#remove(change);
    for (const { record, digest } of change.sources) {
      this.#statements.source.run([record.id, JSON.stringify(record), digest]);
    }
    this.#writeEntities(change, revision);
    this.#writeRelations(change);
    this.#writeClaims(change);
    this.#writeDisagreements(change);
    for (const id of change.touch) this.#statements.touch.run([revision, change.at, id]);
    this.#statements.bookkeeping.run(['revision', String(revision)]);
    this.#statements.bookkeeping.run(['changedAt', change.at]);
    return revision;
  }

  #remove({ remove }: GraphChange): void {
    const { remove: statements, dropLocators } = this.#statements;
    for (const id of remove.disagreements) statements.disagreements.run([id]);
    for (const id of remove.claims) statements.claims.run([id]);
    for (const id of remove.relations) statements.relations.run([id]);
    for (const id of remove.entities) {
      dropLocators.run([id]);
      statements.entities.run([id]);
    }
    for (const id of remove.sources) statements.sources.run([id]);
  }

  #writeEntities(change: GraphChange, revision: number): void {
    for (const { record, digest } of change.entities) {
      const body = JSON.stringify(record);
      this.#statements.entity.run([record.id, record.kind, body, digest, revision, change.at]);
      this.#statements.dropLocators.run([record.id]);
    }
    for (const { record, locators } of change.entities) {
      for (const { kind, key } of locators) {
        this.#statements.locator.run([`${kind}/${key}`, record.id]);
      }
    }
  }

  #writeRelations(change: GraphChange): void {
    for (const { record, digest } of change.relations) {
      for (const end of [record.fromId, record.toId]) {
        if (this.#statements.entityExists.get([end]) === undefined) {
          throw new StoreError(
            'STORE_FAILURE',
            `Relation ${record.id} names ${end}, which is not there.`,
          );
        }
      }
      const body = JSON.stringify(record);
      this.#statements.relation.run([record.id, record.fromId, record.toId, body, digest]);
    }
  }

  #writeDisagreements(change: GraphChange): void {
    for (const { record, digest } of change.disagreements) {
      this.#statements.disagreement.run([
        ...[record.id, record.subjectId, record.kind, Number(record.contested)],
        ...[record.property, record.sort, JSON.stringify(record), digest],
      ]);
    }
  }

  #writeClaims(change: GraphChange): void {
    for (const { record, digest } of change.claims) {
      this.#statements.claim.run([
        ...[record.id, record.subjectId, record.relationId, record.sourceId, record.property],
        ...[record.rank, Number(record.best), Number(record.contested), record.sort],
        ...[JSON.stringify(record), digest],
      ]);
    }
  }
}
