import type { DisagreementRecord } from '../ontology/disagreement.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import type { Owned, Thing } from '../store/graph-store.ts';
import type { DatasetEntity } from './dataset.ts';

/** All that hangs on some entities. */
export interface Hanging {
  readonly entityIds: readonly string[];
  /** Those that begin at one of the entities. */
  readonly relations: readonly RelationRecord[];
  /** Those on such a relation, and those on a fact of one of the entities. */
  readonly claims: readonly ClaimRecord[];
  readonly disagreements: readonly DisagreementRecord[];
  /** Whether the data set says nothing of the entities: they are near what it speaks of. */
  readonly around?: boolean;
}

/** A source as it is to be kept. */
export interface DatasetSource extends Owned {
  readonly record: SourceRecord;
}

/** What a store is to hold, read in portions, as often as it is needed: no more of it is in memory. */
export interface DatasetReading {
  readonly sizes: Readonly<Record<Thing, number>>;
  sources(): AsyncIterable<readonly DatasetSource[]>;
  /** Those that the data set states. */
  entities(): AsyncIterable<readonly DatasetEntity[]>;
  /** Those that relations lead to of which the data set may change which are best. */
  around(): AsyncIterable<readonly DatasetEntity[]>;
  /** Of all of these and of those that are withdrawn. */
  hanging(): AsyncIterable<Hanging>;
  /** Those that the data set states no more and others do. */
  withdrawn(): AsyncIterable<readonly DatasetEntity[]>;
  withdrawnSources(): AsyncIterable<readonly DatasetSource[]>;
  /** What nobody states any more. */
  gone(thing: 'entities' | 'sources'): Iterable<readonly string[]>;
  /** Which of the ids are those of entities whose relations it tells, or that are gone. */
  covered(ids: readonly string[]): ReadonlySet<string>;
}

/** How many entities are looked at together. */
export const portionSize = 500;

/** The items in portions of so many. */
export async function* portions<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  size: number,
): AsyncGenerator<readonly Item[]> {
  let portion: Item[] = [];
  for await (const item of items) {
    portion.push(item);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
