import type { ClaimRecord } from '../../ontology/records.ts';
import { type GraphChange, StoreError, type Upsert } from '../graph-store.ts';
import { placeOf } from './claim-reads.ts';
import type { Codes } from './codes.ts';
import { withoutType } from './graph.ts';
import { packClaim } from './packed-records.ts';
import type { OwnerWriter } from './write-owners.ts';
import { type Fills, type RelationWriter, standingOf } from './write-relations.ts';
import type { Count, Writing } from './write-statements.ts';

/** Writes and removes claims and their sources. */
export class ClaimWriter {
  readonly #statements: Writing;
  readonly #codes: Codes;
  readonly #owners: OwnerWriter;
  readonly #relations: RelationWriter;
  readonly #count: Count;
  readonly #fills: Fills | null;

  constructor(
    statements: Writing,
    codes: Codes,
    writers: { readonly relations: RelationWriter; readonly owners: OwnerWriter },
    count: Count,
    fills: Fills | null,
  ) {
    this.#statements = statements;
    this.#codes = codes;
    this.#relations = writers.relations;
    this.#owners = writers.owners;
    this.#count = count;
    this.#fills = fills;
  }

  writeSources(given: GraphChange['sources']): void {
    const { source } = this.#statements;
    const upserts = [...new Map(given.map((upsert) => [upsert.record.id, upsert])).values()];
    const found = source.find.all(upserts.map(({ record }) => record.id));
    const there = new Set(found.map(([id]) => id));
    this.#count('source', upserts.length - there.size);
    source.put.run(
      upserts.map((upsert) => {
        const { record, digest } = upsert;
        return [record.id, this.#owners.numberOf(upsert), digest, JSON.stringify(record)];
      }),
    );
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
    const about = named(({ subjectId }) => subjectId);
    const subjects = this.#fills?.entities.of(about) ?? new Map(entity.numbers.all(about));
    const keyOf = ({ relationId }: ClaimRecord) =>
      relationId === null ? null : withoutType(relationId);
    const relations = this.#relations.numbersOf(named(keyOf));
    const sources = new Map(source.find.all(named(({ sourceId }) => sourceId)));
    const [last] = claim.last.get([]) as unknown as [number];
    const put = this.#fills === null ? claim.put : claim.append;
    put.run(
      upserts.map(({ record, digest }) => {
        const { subjectId, sourceId } = record;
        const about = subjects.get(subjectId) ?? null;
        const on = relations.get(keyOf(record) ?? '') ?? null;
        const by = sources.get(sourceId) ?? null;
        const unknown = [
          about === null ? subjectId : null,
          on === null ? record.relationId : null,
          by === null ? sourceId : null,
        ] as const;
        return [
          ...[withoutType(record.id), about, on, by, this.#codes.property(record.property)],
          ...[standingOf(record), Number(record.contested), placeIn(record), digest],
          packClaim(record, unknown),
        ];
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

/** The place of a claim, without the id at its end. */
function placeIn({ id, sort }: ClaimRecord): string {
  const place = placeOf(sort);
  if (place.id === withoutType(id)) return place.place;
  const message = `Claim ${id} has the place ${sort}, which does not end in its id.`;
  throw new StoreError('STORE_FAILURE', message);
}
