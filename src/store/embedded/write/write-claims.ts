import type { ClaimRecord } from '../../../ontology/records.ts';
import type { GraphChange, Upsert } from '../../graph-store.ts';
import type { Codes } from '../database/codes.ts';
import { withoutType } from '../database/graph.ts';
import { claimRow, sourceRow } from './record-rows.ts';
import type { OwnerWriter } from './write-owners.ts';
import type { RelationWriter } from './write-relations.ts';
import type { Count, Writing } from './write-statements.ts';

/** Writes and removes claims and their sources. */
export class ClaimWriter {
  readonly #statements: Writing;
  readonly #codes: Codes;
  readonly #owners: OwnerWriter;
  readonly #relations: RelationWriter;
  readonly #count: Count;

  constructor(
    statements: Writing,
    codes: Codes,
    writers: { readonly relations: RelationWriter; readonly owners: OwnerWriter },
    count: Count,
  ) {
    this.#statements = statements;
    this.#codes = codes;
    this.#relations = writers.relations;
    this.#owners = writers.owners;
    this.#count = count;
  }

  writeSources(given: GraphChange['sources']): void {
    const { source } = this.#statements;
    const upserts = [...new Map(given.map((upsert) => [upsert.record.id, upsert])).values()];
    const found = source.find.all(upserts.map(({ record }) => record.id));
    const there = new Set(found.map(([id]) => id));
    this.#count('source', upserts.length - there.size);
    source.put.run(upserts.map((upsert) => sourceRow(upsert, this.#owners.numberOf(upsert))));
    this.#owners.write(upserts, (id) => there.has(id));
  }

  removeSources(ids: readonly string[]): void {
    const { source } = this.#statements;
    const found = source.find.all(ids);
    for (const [id, n] of found) {
      source.remove.run([n]);
      this.#owners.forget(id);
    }
    this.#count('source', -found.length);
  }

  write(upserts: readonly Upsert<ClaimRecord>[]): void {
    const { claim, entity, source } = this.#statements;
    const named = <Named extends string>(of: (record: ClaimRecord) => Named | null) => [
      ...new Set(upserts.flatMap(({ record }) => of(record) ?? [])),
    ];
    const subjects = new Map(entity.numbers.all(named(({ subjectId }) => subjectId)));
    const keyOf = ({ relationId }: ClaimRecord) =>
      relationId === null ? null : withoutType(relationId);
    const relations = this.#relations.numbersOf(named(keyOf));
    const sources = new Map(source.find.all(named(({ sourceId }) => sourceId)));
    const [last] = claim.last.get([]) as unknown as [number];
    claim.put.run(
      upserts.map((upsert) => {
        const { record } = upsert;
        const refers = {
          subject: subjects.get(record.subjectId) ?? null,
          relation: relations.get(keyOf(record) ?? '') ?? null,
          source: sources.get(record.sourceId) ?? null,
        };
        return claimRow(upsert, refers, this.#codes);
      }),
    );
    // A new claim gets the number after the last one, and one that is there keeps its own.
    const [now] = claim.last.get([]) as unknown as [number];
    this.#count('claim', now - last);
  }

  remove(ids: readonly string[]): void {
    const { claim } = this.#statements;
    const found = claim.find.all(ids.map(withoutType));
    for (const [, n] of found) claim.remove.run([n]);
    this.#count('claim', -found.length);
  }
}
