import type { MaybePromise } from '../base/maybe-promise.ts';
import type { DisagreementRecord } from '../ontology/disagreement.ts';
import type {
  ClaimRecord,
  EntityRecord,
  ModelRecord,
  RelationRecord,
  SourceRecord,
} from '../ontology/records.ts';
import type { RelationType } from '../ontology/relations.ts';
import type { Tags } from './cache-tags.ts';
import type { Locator, Read, ReadResult } from './reads.ts';
import type { UseClassText } from './use-class-text.ts';

/** An entity from an importer. The store adds revision and time. */
export type EntityInput = DistributiveOmit<EntityRecord, 'revision' | 'updatedAt'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A thing to write. Its digest shows a later load whether it changed. */
export interface Upsert<T> {
  readonly record: T;
  readonly digest: string;
}

/** The statements of one data set about a thing, as JSON. */
export interface Contribution {
  readonly dataset: string;
  readonly statements: string;
}

/** The data sets that own a thing. Absent: none. */
export interface Owned {
  /** The data sets that state it, sorted by name. */
  readonly owners?: readonly string[];
  /**
   * The statements of each data set, if there are several. For a single one, the records contain
   * them.
   */
  readonly contributions?: readonly Contribution[];
}

/** A data set that was loaded. */
export interface DatasetRecord {
  readonly name: string;
  /** Data sets are ordered by this number. An earlier one has a smaller number. */
  readonly place: number;
  /** When a load of it last changed something. */
  readonly changedAt: string;
  /** Whether its last load was completed. */
  readonly complete: boolean;
  /** The counts of its statements; null until a load was completed. */
  readonly counts: {
    readonly entities: number;
    readonly sources: number;
    readonly statements: number;
  } | null;
}

/**
 * A change, written in one transaction. Removals come first, then sources, entities, relations,
 * claims.
 */
export interface GraphChange {
  readonly entities: readonly (Upsert<EntityInput> &
    Owned & { readonly locators: readonly Locator[] })[];
  readonly relations: readonly Upsert<RelationRecord>[];
  readonly claims: readonly Upsert<ClaimRecord>[];
  readonly sources: readonly (Upsert<SourceRecord> & Owned)[];
  readonly disagreements: readonly Upsert<DisagreementRecord>[];
  /** The record of the data set that the change belongs to, after the change. */
  readonly dataset?: DatasetRecord | undefined;
  readonly remove: {
    readonly entities: readonly string[];
    readonly relations: readonly string[];
    readonly claims: readonly string[];
    readonly sources: readonly string[];
    readonly disagreements: readonly string[];
    /** The name of a data set to remove. */
    readonly dataset?: string | undefined;
  };
  /** Entities whose relations or claims changed. They get the new revision and time too. */
  readonly touch: readonly string[];
  /** The time of the change, ISO 8601 in UTC. */
  readonly at: string;
  /**
   * The revision that the change was planned for. At any other one, it fails with STORE_CONFLICT.
   */
  readonly follows?: number | undefined;
  /**
   * Whether the store has none of the written things and the change removes nothing. A store then
   * need not look for them.
   */
  readonly allNew?: boolean | undefined;
}

/** The types of things in a graph. */
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

/**
 * The relations, claims and disagreements of some entities, by id, with what an importer needs to
 * find changes.
 */
export interface HeldThings {
  readonly relations: ReadonlyMap<string, HeldRelation>;
  readonly claims: ReadonlyMap<string, HeldClaim>;
  readonly disagreements: ReadonlyMap<
    string,
    { readonly digest: string; readonly subjectId: string }
  >;
}

/** A page of the things that a data set owns. */
export interface OwnedPage {
  readonly ids: readonly string[];
  /** The start of the next page; null at the end. */
  readonly next: string | null;
}

/**
 * The ids and digests of a store's content. They are read in portions, since all may be too much
 * for memory.
 */
export interface Held {
  /** The number of things of each type. */
  totals(): Promise<Readonly<Record<Thing, number>>>;
  /** The next ids after one, in order, at most `limit`. */
  idsAfter(
    thing: 'entities' | 'sources',
    after: string | null,
    limit: number,
  ): Promise<readonly string[]>;
  /** The digests of existing things. Fails with STORE_DAMAGED if a record cannot be read. */
  digests(
    thing: 'entities' | 'sources',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /**
   * The relations that start at the entities, the claims on those relations and on the entities'
   * facts, and their disagreements. Over all entities, this lists everything once.
   */
  hangingOn(entityIds: readonly string[]): Promise<HeldThings>;
  /** The number of best relations of each existing entity. */
  degrees(entityIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The owners of each existing thing, sorted. Empty if there are none. */
  owners(
    thing: 'entities' | 'sources',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * A page of the things that a data set owns. The order is the store's own. `after` is the `next`
   * of the page before.
   */
  ownedBy(
    dataset: string,
    thing: 'entities' | 'sources',
    after: string | null,
    limit: number,
  ): Promise<OwnedPage>;
  /** The statements about things with several owners. */
  contributions(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Contribution[]>>;
  /** All data sets, in the order of their places. */
  datasets(): Promise<readonly DatasetRecord[]>;
  /** The entities that have an outside identifier, by its key (`identifierKey`), sorted. */
  identified(keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** The facts about a model that decide on its uses. */
export interface JudgedModel
  extends Pick<ModelRecord, 'name' | 'releasedOn' | 'inputModalities' | 'outputModalities'> {
  /** Its best relations of the judged types, in no order. */
  readonly relations: readonly Pick<
    RelationRecord,
    'id' | 'type' | 'toId' | 'artifact' | 'expression' | 'since' | 'until' | 'evidence' | 'method'
  >[];
}

/**
 * The classes of models. A write that changes facts which decide on the classes of some models
 * removes these classes, and those of all their derivatives.
 */
export interface ModelClasses {
  /**
   * The ids of models without a class, at most `limit`. While the store ends a filling, it finds each
   * model once, until there are no more. While another process fills the store, it finds none.
   */
  open(limit: number): Promise<readonly string[]>;
  /**
   * Removes the classes of about `limit` more models, if a write left some to be removed because they
   * were very many. Returns whether there is more to do. Until then, reads find every model without a
   * class, and `assign` stores nothing. A store without this method removes all with the write.
   */
  reopen?(limit: number): Promise<boolean>;
  /** The facts about those models that exist. */
  judged(ids: readonly string[]): Promise<ReadonlyMap<string, JudgedModel>>;
  /**
   * Stores the classes of models and returns true. If the graph was written since the revision, or
   * if classes are still to be removed, it stores nothing and returns false. Answers do not change, so
   * the revision stays the same.
   */
  assign(classes: ReadonlyMap<string, UseClassText>, revision: number): Promise<boolean>;
}

/** A statement that was sent to the database, for logs, metrics, tests and benches. */
export interface StatementEvent {
  /** The names of its pieces in order, for example "locate", "edges:RELATED_TO", "sources". */
  readonly name: string;
  readonly milliseconds: number;
}

/**
 * A state of the graph. A graph that was emptied and loaded again has the same revisions with other
 * times.
 */
export interface GraphState {
  readonly revision: number;
  readonly changedAt: string | null;
}

/** The tags of what a revision changed. Null: it may have changed anything. */
export interface RevisionTags {
  readonly revision: number;
  readonly tags: Tags | null;
}

/** The changes since a known state. */
export interface ChangesSince {
  readonly state: GraphState;
  /** The revisions in order. Null if they are not known, or if the graph was replaced. */
  readonly changed: readonly RevisionTags[] | null;
}

export interface ReadOptions {
  /** Ends the statement when the client leaves. */
  readonly signal?: AbortSignal | undefined;
  /** Called with every statement of this call. */
  readonly onStatement?: ((event: StatementEvent) => void) | undefined;
}

export type StoreErrorCode =
  | 'STORE_UNAVAILABLE'
  | 'STORE_TIMEOUT'
  | 'STORE_ABORTED'
  | 'STORE_AUTHENTICATION'
  | 'STORE_VERSION'
  /** The data cannot be read: it is incomplete or overwritten. */
  | 'STORE_DAMAGED'
  /** The data belongs to another program. */
  | 'STORE_FOREIGN'
  /** To answer, more of the graph would have to be read than a bound allows. */
  | 'STORE_BOUND'
  /** Another process has written since the change was planned. */
  | 'STORE_CONFLICT'
  | 'STORE_FAILURE';

/** A failure of the store or of the connection to it. The message is for an operator. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/**
 * The interface of a store. All reads of one call become one statement, and one more for each level
 * with crowded entities. A failure fails the call with a StoreError.
 */
export interface GraphStore {
  readonly name: 'embedded' | 'neo4j';
  /** Whether it answers `routes`. Without it, reading links one by one costs no more. */
  readonly findsRoutes: boolean;
  /** Whether one transaction can hold a whole graph. Without it, a load goes in batches. */
  readonly writesWhole?: boolean;
  /**
   * Connects, checks the version, and creates missing constraints and indexes. May be called again.
   */
  open(): Promise<void>;
  /** The version of the database. */
  version(): string;
  /**
   * The graph revision. Every write transaction raises it by one; 0 means that nothing was written.
   */
  revision(options?: ReadOptions): MaybePromise<number>;
  /** The revision and its time, in one statement. */
  state(options?: ReadOptions): MaybePromise<GraphState>;
  /** The current state, and the changes since a known state, in one statement. */
  changesSince(known: GraphState, options?: ReadOptions): MaybePromise<ChangesSince>;
  /**
   * Drops data that other processes have changed. A store without this method always reads current
   * data.
   */
  refresh?(): void;
  /** Answers in the order of the reads. Each result has the type of its read's kind. */
  read(reads: readonly Read[], options?: ReadOptions): MaybePromise<readonly ReadResult[]>;
  /** Applies the change in one transaction, or none of it. Returns the new revision. */
  write(change: GraphChange): Promise<number>;
  /**
   * The number of completed writes of this process. Whoever caches reads checks the revision again
   * after each.
   */
  readonly writes: number;
  /**
   * Makes a first load of very much into an empty store take less time. `begin` does nothing if the
   * store is not empty. Until `end`, public reads are slow or fail with STORE_UNAVAILABLE. Only
   * changes that are `allNew` and say what they follow belong to it: any other write may do what
   * `end` does. A store may commit such a change after it said that it is written. If that fails,
   * the next write or `end` does. If the process ends before, the next `open` does what `end` does.
   * `findsClasses`: classes of models can be found and stored while `end` runs. `concurrentWrites`:
   * how many changes may be given before the first of them is written, in their order; one by
   * default. After one that fails, those that follow it fail too.
   */
  readonly filling?: {
    readonly findsClasses?: boolean;
    readonly concurrentWrites?: number;
    begin(): Promise<void>;
    end(): Promise<void>;
  };
  /** The data that a load compares with. */
  readonly held: Held;
  /** The classes of models with equal answers. */
  readonly classes: ModelClasses;
  /** Waits for running statements, then closes the store. */
  close(): Promise<void>;
}
