import type { MaybePromise } from '../base/maybe-promise.ts';
import type { DisagreementRecord } from '../ontology/disagreement.ts';
import type {
  ClaimRecord,
  EntityRecord,
  RelationRecord,
  SourceRecord,
} from '../ontology/records.ts';
import type { RelationType } from '../ontology/relations.ts';
import type { Tags } from './cache-tags.ts';
import type { Locator, Read, ReadResult } from './reads.ts';
import type { UseClassText } from './use-class-text.ts';

/** An entity as an importer gives it: the store stamps revision and time. */
export type EntityInput = DistributiveOmit<EntityRecord, 'revision' | 'updatedAt'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A thing to write, with a digest of its content by which a later load sees whether it changed. */
export interface Upsert<T> {
  readonly record: T;
  readonly digest: string;
}

/** What one data set says of a thing, as JSON. */
export interface Contribution {
  readonly dataset: string;
  readonly statements: string;
}

/** Whose a thing is; absent: nobody's. */
export interface Owned {
  /** The data sets that state it, sorted by name. */
  readonly owners?: readonly string[];
  /** What each of them says, where there are several: of one alone the records tell. */
  readonly contributions?: readonly Contribution[];
}

/** A data set that was loaded. */
export interface DatasetRecord {
  readonly name: string;
  /** Of two data sets the one with the smaller place came first. */
  readonly place: number;
  /** When a load of it last changed anything. */
  readonly changedAt: string;
  /** Whether its last load came to its end. */
  readonly complete: boolean;
  /** What it states; null as long as no load of it has ended. */
  readonly counts: {
    readonly entities: number;
    readonly sources: number;
    readonly statements: number;
  } | null;
}

/** One transaction's worth of changes. Removals come first, then sources, entities, relations, claims. */
export interface GraphChange {
  readonly entities: readonly (Upsert<EntityInput> &
    Owned & { readonly locators: readonly Locator[] })[];
  readonly relations: readonly Upsert<RelationRecord>[];
  readonly claims: readonly Upsert<ClaimRecord>[];
  readonly sources: readonly (Upsert<SourceRecord> & Owned)[];
  readonly disagreements: readonly Upsert<DisagreementRecord>[];
  /** The data set that the change is a part of, as it will be known. */
  readonly dataset?: DatasetRecord | undefined;
  readonly remove: {
    readonly entities: readonly string[];
    readonly relations: readonly string[];
    readonly claims: readonly string[];
    readonly sources: readonly string[];
    readonly disagreements: readonly string[];
    /** A data set that is known no more. */
    readonly dataset?: string | undefined;
  };
  /** Entities whose relations or claims changed: their revision and time are stamped too. */
  readonly touch: readonly string[];
  /** ISO 8601 time of the change, in UTC. */
  readonly at: string;
  /** The revision that the change was planned for; at any other it fails with STORE_CONFLICT. */
  readonly follows?: number | undefined;
}

/** The things a graph is made of. */
export const things = ['entities', 'relations', 'claims', 'sources', 'disagreements'] as const;
export type Thing = (typeof things)[number];

export interface HeldRelation {
  readonly digest: string;
  readonly type: RelationType;
  readonly fromId: string;
  readonly toId: string;
  readonly best: boolean;
}
export interface HeldClaim {
  readonly digest: string;
  readonly subjectId: string;
  readonly relationId: string | null;
  readonly sourceId: string;
}

/** What hangs on some entities, by id: enough for an importer to tell what changed. */
export interface HeldThings {
  readonly relations: ReadonlyMap<string, HeldRelation>;
  readonly claims: ReadonlyMap<string, HeldClaim>;
  readonly disagreements: ReadonlyMap<
    string,
    { readonly digest: string; readonly subjectId: string }
  >;
}

/** Some of the things that a data set owns. */
export interface OwnedPage {
  readonly ids: readonly string[];
  /** Where the next page begins; null: there is none. */
  readonly next: string | null;
}

/** Ids and digests of what a store holds, read in portions: the whole may be too much for memory. */
export interface Held {
  /** How much there is of everything. */
  totals(): Promise<Readonly<Record<Thing, number>>>;
  /** Ids that come after one, in their order, at most `limit`. */
  idsAfter(
    thing: 'entities' | 'sources',
    after: string | null,
    limit: number,
  ): Promise<readonly string[]>;
  /** The digests of those that are there. Fails with STORE_DAMAGED where a record cannot be read. */
  digests(
    thing: 'entities' | 'sources',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /**
   * Relations that begin at the entities, what is claimed of those and of the entities' facts, and
   * their disagreements: of all entities, everything, each once.
   */
  hangingOn(entityIds: readonly string[]): Promise<HeldThings>;
  /** How many best relations each entity that is there has. */
  degrees(entityIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The data sets that own each of the things that are there, sorted; none: nobody does. */
  owners(
    thing: 'entities' | 'sources',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** What a data set owns, in an order of the store's own; `after` is the `next` of the page before. */
  ownedBy(
    dataset: string,
    thing: 'entities' | 'sources',
    after: string | null,
    limit: number,
  ): Promise<OwnedPage>;
  /** What is said of things with several owners. */
  contributions(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Contribution[]>>;
  /** All data sets, in the order of their places. */
  datasets(): Promise<readonly DatasetRecord[]>;
  /** The entities that have an outside identifier, by its key (`identifierKey`), sorted. */
  identified(keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

/**
 * Which models are of which class. A write that changes what decides on uses of some models leaves
 * their classes open, and those of all that was made from them.
 */
export interface ModelClasses {
  /** Ids of models whose class is open, at most `limit`. */
  open(limit: number): Promise<readonly string[]>;
  /**
   * Says of which classes models are, unless the graph was written since the revision: then nothing
   * is kept, and it tells so by false. Answers stay what they are, so the revision does, too.
   */
  assign(classes: ReadonlyMap<string, UseClassText>, revision: number): Promise<boolean>;
}

/** One statement sent to the data, for logs, metrics, tests and benches. */
export interface StatementEvent {
  /** Names of its pieces in order, e.g. "locate", "edges:RELATED_TO", "sources". */
  readonly name: string;
  readonly milliseconds: number;
}

/**
 * Identifies a state of the graph. A graph that was emptied and loaded again has the same revisions
 * at other times.
 */
export interface GraphState {
  readonly revision: number;
  readonly changedAt: string | null;
}

/** What one revision changed; null: anything. */
export interface RevisionTags {
  readonly revision: number;
  readonly tags: Tags | null;
}

/** How the graph went on since a state that somebody knows. */
export interface ChangesSince {
  readonly state: GraphState;
  /** In order; null where it is not known, or the graph is not the one that was known. */
  readonly changed: readonly RevisionTags[] | null;
}

export interface ReadOptions {
  /** Ends the statement when the client is gone. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every statement that this call sends. */
  readonly onStatement?: ((event: StatementEvent) => void) | undefined;
}

export type StoreErrorCode =
  | 'STORE_UNAVAILABLE'
  | 'STORE_TIMEOUT'
  | 'STORE_ABORTED'
  | 'STORE_AUTHENTICATION'
  | 'STORE_VERSION'
  /** The data cannot be read: it is cut off or overwritten. */
  | 'STORE_DAMAGED'
  /** The data belong to another program. */
  | 'STORE_FOREIGN'
  /** Another process wrote since the change was planned. */
  | 'STORE_CONFLICT'
  | 'STORE_FAILURE';

/** A failure of the store, or of the way to it. The message is written for an operator. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/**
 * The port to the store of the graph. All reads of one call go to the data as one statement, and
 * one more for each level with entities that are too crowded for it. A failure fails the call with
 * a StoreError.
 */
export interface GraphStore {
  readonly name: 'embedded' | 'neo4j';
  /** Whether it answers `routes`. If not, reading links one by one costs no more. */
  readonly findsRoutes: boolean;
  /** Whether one transaction can hold a whole graph; absent where a load goes in batches. */
  readonly writesWhole?: boolean;
  /** Connects, checks the version, creates constraints and indexes where missing. Idempotent. */
  open(): Promise<void>;
  /** Version of the database behind it. */
  version(): string;
  /** The graph revision: raised by one in every write transaction; 0 when nothing was written. */
  revision(options?: ReadOptions): MaybePromise<number>;
  /** The revision with the time at which it was written, in one statement. */
  state(options?: ReadOptions): MaybePromise<GraphState>;
  /** The state, and what was changed since a known one, in one statement. */
  changesSince(known: GraphState, options?: ReadOptions): MaybePromise<ChangesSince>;
  /** Takes note of what other processes wrote; absent where every read sees that. */
  refresh?(): void;
  /** Answers in the order of the reads; each result is that of its read's kind. */
  read(reads: readonly Read[], options?: ReadOptions): MaybePromise<readonly ReadResult[]>;
  /** Applies the change in one transaction, or nothing of it. Returns the new revision. */
  write(change: GraphChange): Promise<number>;
  /** How many writes of this process have ended: whoever keeps what was read looks again after each. */
  readonly writes: number;
  /** What a load compares with. */
  readonly held: Held;
  /** Which models have the same answers. */
  readonly classes: ModelClasses;
  /** Waits for statements in flight, then closes the store. */
  close(): Promise<void>;
}
