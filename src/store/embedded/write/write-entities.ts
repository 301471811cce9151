import { isJudgedAnew } from '../../../ontology/judged-facts.ts';
import { identifierKeysOf } from '../../../ontology/outside-identifiers.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { EntityInput, GraphChange } from '../../graph-store.ts';
import type { Codes } from '../database/codes.ts';
import { foldedOf, unpackEntity } from '../database/packed-records.ts';
import type { CellWriter } from './cell-writer.ts';
import type { ClassWriter } from './class-writer.ts';
import { entityRow, heldBy, namesRow } from './record-rows.ts';
import type { OwnerWriter } from './write-owners.ts';
import type { RelationWriter } from './write-relations.ts';
import type { Count, Writing } from './write-statements.ts';

type Values = Readonly<Record<string, unknown>>;

/** Writes and removes entities, with their locators and filter values. */
export class EntityWriter {
  readonly #statements: Writing;
  readonly #codes: Codes;
  readonly #relations: RelationWriter;
  readonly #classes: ClassWriter;
  readonly #cells: CellWriter;
  readonly #owners: OwnerWriter;
  readonly #count: Count;

  constructor(
    statements: Writing,
    codes: Codes,
    writers: {
      readonly relations: RelationWriter;
      readonly owners: OwnerWriter;
      readonly classes: ClassWriter;
      readonly cells: CellWriter;
    },
    count: Count,
  ) {
    this.#statements = statements;
    this.#codes = codes;
    this.#relations = writers.relations;
    this.#owners = writers.owners;
    this.#classes = writers.classes;
    this.#cells = writers.cells;
    this.#count = count;
  }

  write(given: GraphChange['entities'], revision: number, at: string): void {
    // If an id occurs twice, the last record counts.
    const upserts = [...new Map(given.map((upsert) => [upsert.record.id, upsert])).values()];
    const { entity, locator, folded, names, held, identifier } = this.#statements;
    const ids = upserts.map(({ record }) => record.id);
    const before = new Map(entity.find.all(ids).map((row) => [row[0], row]));
    const stamp = { revision, at };
    entity.put.run(
      upserts.map((upsert) => entityRow(upsert, this.#owners.numberOf(upsert), stamp)),
    );
    const numbers = new Map(entity.numbers.all(ids));
    const texts: [number, unknown][] = [];
    const named: (readonly unknown[])[] = [];
    const values: [number | null, unknown, number][] = [];
    const keys: [string, number][] = [];
    const identifiers: [string, number][] = [];
    for (const { record, locators } of upserts) {
      const n = numbers.get(record.id) ?? 0;
      const now = record as unknown as Values;
      const old = before.get(record.id);
      const was: Values | null =
        old === undefined
          ? null
          : {
              ...unpackEntity(old[4], record.kind, record.id),
              ...{ kind: record.kind, sort: old[3], slug: old[6] },
            };
      if (old === undefined) this.#count(record.kind, 1);
      else locator.drop.run([n]);
      this.#cells.entityWritten(record.kind, n, was, now);
      if (was === null) this.#classes.entityAdded(record.kind, n);
      else if (isJudgedAnew(record.kind, was, now)) this.#classes.entityChanged(record.kind, n);
      if (was === null || foldedOf(was) !== now.folded) {
        if (was !== null) folded.remove.run([n]);
        texts.push([n, now.folded]);
        named.push(namesRow(n, record));
      }
      for (const [property, value] of this.#heldAnew(n, record.kind, was, now)) {
        values.push([this.#codes.held(record.kind, property), value, n]);
      }
      for (const key of this.#identifiersAnew(n, was, record)) identifiers.push([key, n]);
      if (old !== undefined && (old[3] !== record.sort || old[5] !== record.degree)) {
        this.#relations.moveNeighbor(n, record.id, old[3], record.sort, record.degree);
      }
      for (const { kind, key } of locators) keys.push([`${kind}/${key}`, n]);
    }
    held.add.run(values);
    folded.add.run(texts);
    names.put.run(named);
    identifier.add.run(identifiers);
    this.#owners.write(upserts, (id) => before.has(id));
    // Locators are written last, so that a key goes to its latest owner.
    locator.put.run(keys);
  }

  /** Removes entities with their relations. Claims on them stay. */
  remove(ids: readonly string[]): void {
    const { entity, folded, names, locator } = this.#statements;
    for (const [id, n, kind, , record] of entity.find.all(ids)) {
      const found = entity.relations.all([n]) as unknown as [string][];
      this.#relations.removeKeys(found.map(([relation]) => relation));
      const was = unpackEntity(record, kind as EntityKind, id);
      this.#heldAnew(n, kind as EntityKind, was, {});
      this.#identifiersAnew(n, { ...was, kind }, null);
      this.#owners.forget(id);
      folded.remove.run([n]);
      names.remove.run([n]);
      locator.drop.run([n]);
      entity.remove.run([n]);
      this.#classes.entityRemoved(kind as EntityKind, n);
      this.#cells.entityRemoved(kind as EntityKind, n);
      this.#count(kind, -1);
    }
  }

  /** The same for what others call it. */
  #identifiersAnew(n: number, was: Values | null, now: EntityInput | null): readonly string[] {
    const had = was === null ? [] : identifierKeysOf(was as unknown as EntityInput);
    const has = now === null ? [] : identifierKeysOf(now);
    for (const key of had) {
      if (!has.includes(key)) this.#statements.identifier.remove.run([key, n]);
    }
    return has.filter((key) => !had.includes(key));
  }

  /** Removes old filter values of an entity, and returns the new ones to add. */
  #heldAnew(
    n: number,
    kind: EntityKind,
    was: Values | null,
    now: Values,
  ): readonly (readonly [string, unknown])[] {
    const has = heldBy(kind, now);
    if (was === null) return has;
    const had = heldBy(kind, was);
    const key = ([property, value]: readonly [string, unknown]) =>
      JSON.stringify([property, value]);
    const [hadKeys, hasKeys] = [new Set(had.map(key)), new Set(has.map(key))];
    for (const each of had) {
      if (hasKeys.has(key(each))) continue;
      this.#statements.held.remove.run([this.#codes.held(kind, each[0]), each[1], n]);
    }
    return has.filter((each) => !hadKeys.has(key(each)));
  }
}
