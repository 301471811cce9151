import type { DisagreementRecord } from '../../ontology/disagreement.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../../ontology/records.ts';
import type { EntityInput, Owned, Thing } from '../../store/graph-store.ts';
import type { Locator } from '../../store/reads.ts';

/** An entity with its locators. */
export interface DatasetEntity extends Owned {
  readonly record: EntityInput;
  readonly locators: readonly Locator[];
}

/** The relations, claims and disagreements of some entities. */
export interface Hanging {
  readonly entityIds: readonly string[];
  /** The relations that start at one of the entities. */
  readonly relations: readonly RelationRecord[];
  /** The claims on these relations and on facts of the entities. */
  readonly claims: readonly ClaimRecord[];
  readonly disagreements: readonly DisagreementRecord[];
  /**
   * Whether the data set has no statements on these entities, which are only neighbors of its own.
   */
  readonly around?: boolean;
}

/** A source to store. */
export interface DatasetSource extends Owned {
  readonly record: SourceRecord;
}

/** The records to store, read in portions, as often as needed. Only one portion is in memory. */
export interface DatasetReading {
  readonly sizes: Readonly<Record<Thing, number>>;
  sources(): AsyncIterable<readonly DatasetSource[]>;
  /** The entities that the data set states. */
  entities(): AsyncIterable<readonly DatasetEntity[]>;
  /** The neighbors by relations that may become best, or cease to be best. */
  around(): AsyncIterable<readonly DatasetEntity[]>;
  /** For all of these entities, and for withdrawn ones. */
  hanging(): AsyncIterable<Hanging>;
  /** The entities that the data set no longer states, but others do. */
  withdrawn(): AsyncIterable<readonly DatasetEntity[]>;
  withdrawnSources(): AsyncIterable<readonly DatasetSource[]>;
  /** The things that no data set states any more. */
  gone(thing: 'entities' | 'sources'): Iterable<readonly string[]>;
  /** Those ids whose relations are part of the reading, or that are removed. */
  covered(ids: readonly string[]): ReadonlySet<string>;
}

/** The number of entities in a portion. */
export const portionSize = 500;

/** The items in portions of the given size. */
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
