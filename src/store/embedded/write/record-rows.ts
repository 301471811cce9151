import type { DisagreementRecord } from '../../../ontology/disagreement.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../../../ontology/records.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { kindNumber } from '../../../text/search/shelves.ts';
import { type EntityInput, type Owned, StoreError, type Upsert } from '../../graph-store.ts';
import { placeOf } from '../database/claim-place.ts';
import type { Codes } from '../database/codes.ts';
import { standing, withoutType } from '../database/graph.ts';
import { heldProperties } from '../database/held-properties.ts';
import { entityColumns, packClaim, packEntity, packRelation } from '../database/packed-records.ts';

// The rows of records, in the order of their columns. All numbers of other rows are given. Rows of
// relations and claims are written value by value: there are millions, and joining parts takes longer.

export const rowColumns = {
  entity: [...entityColumns, 'revision', 'updated_at', 'owners', 'digest', 'record'],
  held: ['property', 'value', 'entity'],
  folded: ['rowid', 'text'],
  entity_names: ['entity', 'kind', 'text'],
  relation: ['id', 'type', 'from_n', 'to_n', 'standing', 'digest', 'record'],
  source: ['id', 'owners', 'digest', 'record'],
  claim: [
    ...['id', 'subject', 'relation', 'source', 'property', 'standing', 'contested', 'place'],
    ...['digest', 'record'],
  ],
  disagreement: [
    ...['id', 'subject_id', 'kind', 'contested', 'property', 'sort', 'record', 'digest'],
  ],
  contribution: ['thing', 'dataset', 'statements'],
} as const;

interface Stamp {
  readonly revision: number;
  readonly at: string;
}

export function entityRow(
  { record, digest }: Upsert<EntityInput>,
  owners: number,
  { revision, at }: Stamp,
): readonly unknown[] {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  const own = entityColumns.map((name) => values[name] ?? null);
  return [...own, revision, at, owners, digest, packEntity(record)];
}

/** The row of `entity_names`, in which text filters look at many entities. */
export function namesRow(n: number, { kind, folded }: EntityInput): readonly unknown[] {
  return [n, kindNumber(kind), folded];
}

/** The values of the properties in `held`, with list items one by one. */
export function heldBy(
  kind: EntityKind,
  values: Readonly<Record<string, unknown>>,
): readonly (readonly [property: string, value: unknown])[] {
  return heldProperties[kind].flatMap((property) => {
    const value = values[property];
    const items = Array.isArray(value) ? value : [value];
    return items
      .filter((item) => item !== null && item !== undefined)
      .map((item) => [property, item] as const);
  });
}

/** The standing of a relation or claim: best, current (not deprecated), or 0. */
export function standingOf({
  best,
  rank,
}: {
  readonly best: boolean;
  readonly rank: string;
}): number {
  return (best ? standing.best : 0) + (rank === 'DEPRECATED' ? 0 : standing.current);
}

interface Ends {
  readonly from: number;
  readonly to: number;
}

/** `source` is the number of its source, or its id if the file does not have it. */
export function relationRow(
  { record, digest }: Upsert<RelationRecord>,
  { from, to }: Ends,
  source: number | string | null,
  codes: Codes,
): readonly unknown[] {
  return [
    withoutType(record.id),
    codes.property(record.type),
    from,
    to,
    standingOf(record),
    digest,
    packRelation(record, source),
  ];
}

/** The numbers of the ends of a relation. Throws STORE_FAILURE if the graph lacks one. */
export function endsIn(
  { id, fromId, toId }: RelationRecord,
  numbers: ReadonlyMap<string, number>,
): Ends {
  const numberOf = (end: string) => {
    const n = numbers.get(end);
    if (n !== undefined) return n;
    throw new StoreError('STORE_FAILURE', `Relation ${id} links to ${end}, which was not found.`);
  };
  return { from: numberOf(fromId), to: numberOf(toId) };
}

export function sourceRow(
  { record, digest }: Upsert<SourceRecord>,
  owners: number,
): readonly unknown[] {
  return [record.id, owners, digest, JSON.stringify(record)];
}

/** The numbers of what a claim refers to; null for what the graph lacks. */
export interface ClaimRefers {
  readonly subject: number | null;
  readonly relation: number | null;
  readonly source: number | null;
}

export function claimRow(
  { record, digest }: Upsert<ClaimRecord>,
  { subject, relation, source }: ClaimRefers,
  codes: Codes,
): readonly unknown[] {
  const unknown = [
    subject === null ? record.subjectId : null,
    relation === null ? record.relationId : null,
    source === null ? record.sourceId : null,
  ] as const;
  return [
    withoutType(record.id),
    subject,
    relation,
    source,
    codes.property(record.property),
    standingOf(record),
    Number(record.contested),
    placeIn(record),
    digest,
    packClaim(record, unknown),
  ];
}

/** The place of a claim, without the id at its end. */
function placeIn({ id, sort }: ClaimRecord): string {
  const place = placeOf(sort);
  if (place.id === withoutType(id)) return place.place;
  const message = `Claim ${id} has the place ${sort}, which does not end in its id.`;
  throw new StoreError('STORE_FAILURE', message);
}

export function disagreementRow({
  record,
  digest,
}: Upsert<DisagreementRecord>): readonly unknown[] {
  return [
    ...[record.id, record.subjectId, record.kind, Number(record.contested)],
    ...[record.property, record.sort, JSON.stringify(record), digest],
  ];
}

/** What the data sets of a thing state about it. */
export function contributionRows({
  record,
  contributions = [],
}: Owned & { readonly record: { readonly id: string } }): readonly (readonly unknown[])[] {
  return contributions.map(({ dataset, statements }) => [record.id, dataset, statements]);
}
