import type { ClaimRecord, SourceRecord } from '../../ontology/records.ts';
import { StoreError, type Upsert } from '../graph-store.ts';
import { placeOf } from './claim-reads.ts';
import type { Codes } from './codes.ts';
import { withoutType } from './graph.ts';
import { packClaim } from './packed-records.ts';
import { standingOf } from './write-relations.ts';
import type { Count, Writing } from './write-statements.ts';

/** Writes and removes claims and their sources. */
export class ClaimWriter {
  readonly #statements: Writing;
  readonly #codes: Codes;
  readonly #count: Count;

  constructor(statements: Writing, codes: Codes, count: Count) {
    this.#statements = statements;
    this.#codes = codes;
    this.#count = count;
  }

  writeSources(upserts: readonly Upsert<SourceRecord>[]): void {
    const { source } = this.#statements;
    const ids = new Set(upserts.map(({ record }) => record.id));
    this.#count('source', ids.size - source.find.all([...ids]).length);
    source.put.run(
      upserts.map(({ record, digest }) => [record.id, digest, JSON.stringify(record)]),
    );
  }

  removeSources(ids: readonly string[]): void {
    const { source } = this.#statements;
    const found = source.find.all(ids);
    for (const [, n] of found) source.remove.run([n]);
    this.#count('source', -found.length);
  }

  write(upserts: readonly Upsert<ClaimRecord>[]): void {
    const { claim, entity, relation, source } = this.#statements;
    const named = <Named extends string>(of: (record: ClaimRecord) => Named | null) => [
      ...new Set(upserts.flatMap(({ record }) => of(record) ?? [])),
    ];
    const subjects = new Map(
      entity.places.all(named(({ subjectId }) => subjectId)).map(([id, n]) => [id, n]),
    );
    const keyOf = ({ relationId }: ClaimRecord) =>
      relationId === null ? null : withoutType(relationId);
    const relations = new Map(relation.find.all(named(keyOf)).map(([key, n]) => [key, n]));
    const sources = new Map(source.find.all(named(({ sourceId }) => sourceId)));
    const ids = named(({ id }) => withoutType(id));
    this.#count('claim', ids.length - claim.find.all(ids).length);
    claim.put.run(
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
  }

  remove(ids: readonly string[]): void {
    const { claim } = this.#statements;
    const found = claim.find.all(ids.map(withoutType));
    for (const [, n] of found) claim.remove.run([n]);
    this.#count('claim', -found.length);
  }
}

/** A claim's place, without the id that ends it. */
function placeIn({ id, sort }: ClaimRecord): string {
  const place = placeOf(sort);
  if (place.id === withoutType(id)) return place.place;
  const message = `Claim ${id} has the place ${sort}, which does not end in its id.`;
  throw new StoreError('STORE_FAILURE', message);
}
