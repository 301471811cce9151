import type { DisagreementRecord } from '../ontology/disagreement.ts';
import type { ClaimProperty } from '../ontology/properties.ts';
import type {
  ClaimRecord,
  EntityRecord,
  LicenseRecord,
  RelationRecord,
  SourceRecord,
} from '../ontology/records.ts';
import type {
  CountedFan,
  FanAt,
  Link,
  RelationType,
  SharedNeighbor,
} from '../ontology/relations.ts';
import type { Artifact, EntityKind } from '../ontology/vocabulary.ts';
import type { TextQuery } from '../text/search/text-query.ts';
import type { LabelProbe, LabelRow, TextMatch, WordsFound } from '../text/search/text-source.ts';
import type { Condition, Hop } from './list-condition.ts';

/**
 * OUT means that the owner is the relation's `from`. Symmetric types are followed in both
 * directions.
 */
export type Direction = 'OUT' | 'IN' | 'BOTH';

/** BEST: only `best` relations or claims. CURRENT: all except DEPRECATED. ALL: all. */
export type RankFilter = 'BEST' | 'CURRENT' | 'ALL';

/**
 * An order by a sort property of the ontology. Equal values are ordered by id, in the same
 * direction.
 */
export interface SortOrder {
  readonly property: string;
  readonly descending: boolean;
}

/** A place in an order: after or before the item with this sort value and id. */
export interface Keyset {
  readonly value: string | number;
  readonly id: string;
}

/** A page: the first (or, backward, the last) `limit` items between two places, both exclusive. */
export interface PageWindow {
  readonly limit: number;
  readonly after: Keyset | null;
  readonly before: Keyset | null;
  readonly backward: boolean;
  /** Whether `hasMore` is needed. Otherwise it is false, and nothing beyond the limit is read. */
  readonly peek: boolean;
}

/** Selects relations of an owner. Its neighbors are the entities at their other ends. */
export interface EdgeSpec {
  readonly types: readonly RelationType[];
  readonly direction: Direction;
  readonly ranks: RankFilter;
  /** The kinds of neighbors; null for any. */
  readonly neighborKinds: readonly EntityKind[] | null;
  readonly artifact: Artifact | null;
  /** A day within the relation's period (since inclusive, until exclusive); null for any time. */
  readonly on: string | null;
  /** The condition on the neighbor. */
  readonly where: Condition | null;
}

/** A page with one row for each neighbor. Its places have the neighbor's sort value and id. */
export interface EdgePageSpec extends EdgeSpec {
  /** Whether the relations' records are needed. */
  readonly facts: boolean;
  readonly order: SortOrder;
  readonly window: PageWindow;
}

/** The parts to read of each entity: properties, and pages to fetch with it. */
export interface Selection {
  /** Record properties. The id and the kind are always included. */
  readonly properties: readonly string[];
  readonly edges: readonly { readonly spec: EdgePageSpec; readonly select: Selection }[];
  readonly counts: readonly EdgeSpec[];
}

/** Claims are ordered by their `sort`, which is unique. */
export interface ClaimSpec {
  readonly of: 'subject' | 'relation' | 'source';
  readonly property: ClaimProperty | null;
  readonly contested: boolean | null;
  readonly ranks: RankFilter;
}
export interface ClaimPageSpec extends ClaimSpec {
  /** The `value` of a place is the claim's sort. */
  readonly window: PageWindow;
}

/** Disagreements are ordered by their `sort`, which is unique. */
export interface DisagreementSpec {
  /** The kinds of subjects. */
  readonly kinds: readonly EntityKind[];
  readonly property: ClaimProperty | null;
  readonly contested: boolean | null;
  /** Only disagreements about this entity. */
  readonly subjectId: string | null;
}
export interface DisagreementPageSpec extends DisagreementSpec {
  /** The `value` of a place is the disagreement's sort. */
  readonly window: PageWindow;
}

/** Finds an entity by slug, former slug or (for a license) SPDX id. A current slug wins. */
export interface Locator {
  readonly kind: EntityKind;
  readonly key: string;
}

export interface ListSpec {
  readonly kind: EntityKind;
  readonly where: Condition | null;
}
export interface ListPageSpec extends ListSpec {
  readonly order: SortOrder;
  readonly window: PageWindow;
}

/** The property or relation that a facet counts by. */
export type FacetBy =
  /** A text property; or, in a list property, the rest of each item that has the prefix. */
  | { readonly op: 'property'; readonly property: string; readonly prefix: string }
  /** The slugs of the entities that best relations lead to along the hops. */
  | { readonly op: 'linked'; readonly hops: readonly Hop[] };
/**
 * At most `limit` values: those with the most entities first, then by value in the order of code
 * points.
 */
export interface FacetSpec extends ListSpec {
  readonly by: FacetBy;
  readonly limit: number;
}

/** An entity: its id, its kind, and the selected properties that its kind has. */
export type EntityPart = Pick<EntityRecord, 'id' | 'kind'> & Readonly<Record<string, unknown>>;

/** An entity with the pages and counts of the selection, in its order. */
export interface EntityRow {
  readonly entity: EntityPart;
  readonly edges: readonly EdgePage[];
  readonly counts: readonly number[];
}

/** A neighbor, with all relations of the spec between it and the owner. */
export interface EdgeRow {
  /** At least one, best first (`compareRelations`); null if the page has no facts. */
  readonly relations: readonly RelationRecord[] | null;
  /** The neighbor's sort value. The cursor consists of it and the neighbor's id. */
  readonly sortValue: string | number;
  readonly neighbor: EntityRow;
}

/** A page of rows. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Whether there are more rows in the direction of reading, if the window peeks. */
  readonly hasMore: boolean;
}
export type EdgePage = Page<EdgeRow>;
export type EntityPage = Page<{ readonly sortValue: string | number; readonly node: EntityRow }>;
export type ClaimPage = Page<ClaimRecord>;
export type DisagreementPage = Page<DisagreementRecord>;

/** A value, and the number of entities of the list that have it. */
export interface FacetRow {
  readonly value: string;
  readonly count: number;
  /** The entity whose slug is the value; null for values of properties. */
  readonly entity: EntityRow | null;
}

/**
 * The classes of the models that meet a condition, as a text and lists of equal length: thousands of
 * objects take long to pass from one thread to another.
 */
export interface ClassesFound {
  /** The keys, joined by spaces. */
  readonly keys: string;
  /** See ClassShare. Null without rivals: each class is one share. */
  readonly places: readonly string[] | null;
  /** The number of these models in each share. */
  readonly counts: readonly number[];
  /** The ids of those models without a class. */
  readonly openIds: readonly string[];
}

export interface GraphCounts {
  readonly entities: Readonly<Record<EntityKind, number>>;
  readonly relations: Readonly<Record<RelationType, number>>;
  readonly claims: number;
  readonly sources: number;
}

/** The best relations that a walk may follow. */
export interface WalkSpec {
  readonly types: readonly RelationType[];
  readonly direction: Direction;
  /** The kinds of neighbors; null for any. */
  readonly neighborKinds: readonly EntityKind[] | null;
  /** The most links of each owner, by (degree, id) of the neighbor, then by relation id. */
  readonly limit: number;
  /** Whether an owner with more links has none in the result, so that those of a hub are not read. */
  readonly allOrNone?: true;
}

/** Selects the paths between two entities. */
export interface RouteSpec {
  readonly types: readonly RelationType[];
  /** The most steps; at least 1. */
  readonly maxDepth: number;
  /** The most paths to list. */
  readonly limit: number;
}

/** A fan of an entity. Its total tells which of two fans is smaller. */
export type CountedFanAt = FanAt & CountedFan;

/** Selects the entities around one, along best relations in both directions. */
export interface SurroundingsSpec {
  readonly types: readonly RelationType[];
  /** The kinds of all entities but the center; null for any. */
  readonly neighborKinds: readonly EntityKind[] | null;
  /** The most steps. */
  readonly depth: number;
  readonly limit: number;
}

/** An entity near another one, and its number of best relations. */
export interface NearbyRow {
  readonly id: string;
  readonly degree: number;
}

/** A best relation, seen from its owner during a walk. */
export type LinkRow = Link;

/** The texts of an entity for search, mentions and license names. */
export interface TextRow {
  readonly id: string;
  readonly kind: EntityKind;
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly name: string;
  readonly aliases: readonly string[];
  /** Labels that find the entity but are never shown. */
  readonly hidden: readonly string[];
  readonly summary: string | null;
  /** Only terms have a definition. */
  readonly definition: string | null;
  /** The number of its best relations. */
  readonly degree: number;
  /** Other names of a license; null for other kinds. */
  readonly license: LicenseNames | null;
}
type LicenseNames = Readonly<
  Pick<LicenseRecord, 'spdxId' | 'version' | 'identifiers' | 'documents'>
>;

/** Things by id. */
interface ByIds<Row> {
  read: { readonly ids: readonly string[] };
  result: ReadonlyMap<string, Row>;
}
/** A spec, answered for each of some entities. */
interface OfOwners<Spec, Value> {
  read: { readonly ownerIds: readonly string[]; readonly spec: Spec };
  result: ReadonlyMap<string, Value>;
}

/** All kinds of reads, with their results. Lists of owners and ids have no repeats. */
interface ReadKinds {
  entities: {
    read: { readonly ids: readonly string[]; readonly select: Selection };
    result: ReadonlyMap<string, EntityRow>;
  };
  locate: {
    read: { readonly locators: readonly Locator[]; readonly select: Selection };
    /** In the order of the locators. */
    result: readonly (EntityRow | null)[];
  };
  list: {
    read: { readonly spec: ListPageSpec; readonly select: Selection };
    result: EntityPage;
  };
  listCount: { read: { readonly spec: ListSpec }; result: number };
  facet: {
    read: { readonly spec: FacetSpec; readonly select: Selection };
    result: readonly FacetRow[];
  };
  useClasses: {
    /** The most classes and ids to return. One more of each shows that there are more. */
    read: {
      readonly where: Condition | null;
      /** Organizations: models with some of them as licensors are counted apart. */
      readonly rivals: readonly string[];
      readonly mostClasses: number;
      readonly mostOpen: number;
    };
    /** In no order. */
    result: ClassesFound;
  };
  classContents: {
    read: { readonly keys: readonly string[] };
    /** By key. A class that no model has any more may be absent. */
    result: ReadonlyMap<string, string>;
  };
  edges: {
    read: {
      readonly ownerIds: readonly string[];
      readonly spec: EdgePageSpec;
      readonly select: Selection;
    };
    /** Includes every owner. An unknown owner has an empty page. */
    result: ReadonlyMap<string, EdgePage>;
  };
  /** The number of neighbors for the relations of the spec. */
  edgeCounts: OfOwners<EdgeSpec, number>;
  links: {
    read: { readonly ownerIds: readonly string[]; readonly spec: WalkSpec };
    /** Includes every known owner. `complete` is false if the limit left links out. */
    result: ReadonlyMap<string, { readonly links: readonly LinkRow[]; readonly complete: boolean }>;
  };
  routes: {
    /** Two different ends, for best relations in either direction. */
    read: RouteSpec & { readonly fromId: string; readonly toId: string };
    /**
     * The links of all shortest paths, by the id that they start at; empty if there is no path.
     * Null if a walk along links must answer instead: there is a hub near an end, there are more
     * paths than the limit, all of them use relations that are not best, or the store does not find
     * routes (GraphStore.findsRoutes).
     */
    result: ReadonlyMap<string, readonly LinkRow[]> | null;
  };
  fans: {
    read: { readonly ownerIds: readonly string[]; readonly types: readonly RelationType[] };
    /** The fans of each owner, without empty ones, in no order. */
    result: ReadonlyMap<string, readonly CountedFan[]>;
  };
  sharedNeighbors: {
    read: { readonly pairs: readonly (readonly [CountedFanAt, CountedFanAt])[] };
    /**
     * Of each pair, the neighbor that both fans have: the one with the lowest degree, then the
     * least slug, then the least relation ids. Null if they share none. Every neighbor of the
     * smaller fan is looked at.
     */
    result: readonly (SharedNeighbor | null)[];
  };
  surroundings: {
    read: SurroundingsSpec & { readonly ofId: string };
    /**
     * The entity, then the others: nearest first, then by fewest relations, then by id. At most
     * `limit` and one more, which shows that there are more. Null for an unknown entity.
     */
    result: readonly NearbyRow[] | null;
  };
  relationsAmong: {
    read: {
      readonly ids: readonly string[];
      readonly types: readonly RelationType[];
      readonly limit: number;
    };
    /**
     * Best relations between the ids, by id: at most `limit` and one more, which shows that there
     * are more.
     */
    result: readonly RelationRecord[];
  };
  relations: ByIds<RelationRecord>;
  claims: OfOwners<ClaimPageSpec, ClaimPage>;
  claimCounts: OfOwners<ClaimSpec, number>;
  claimsById: ByIds<ClaimRecord>;
  disagreements: { read: { readonly spec: DisagreementPageSpec }; result: DisagreementPage };
  disagreementCount: { read: { readonly spec: DisagreementSpec }; result: number };
  sources: ByIds<SourceRecord>;
  latest: {
    read: { readonly limit: number };
    /** Ids of the entities that changed last: the latest revision first, within one the last id. */
    result: readonly string[];
  };
  texts: {
    /** The next entities of the kind after an id, at most `limit`. */
    read: { readonly of: EntityKind; readonly after: string | null; readonly limit: number };
    /** By id. Fewer than the limit means that there are no more. */
    result: readonly TextRow[];
  };
  words: {
    read: {
      readonly words: readonly string[];
      readonly stems: readonly string[];
      readonly beginnings: readonly string[];
    };
    /** Equal in every store, like the labels. */
    result: WordsFound;
  };
  labels: {
    read: { readonly probes: readonly LabelProbe[]; readonly kinds: readonly EntityKind[] | null };
    /** The labels of each probe, in no order. */
    result: readonly (readonly LabelRow[])[];
  };
  labelHeads: {
    read: { readonly heads: readonly string[] };
    /** The heads that begin a label, both without spaces. */
    result: ReadonlySet<string>;
  };
  textMatches: {
    read: {
      readonly query: TextQuery;
      readonly kinds: readonly EntityKind[] | null;
      readonly limit: number;
    };
    /**
     * All matches, in no order. If there are more than the limit, each store has its own choice.
     */
    result: readonly TextMatch[];
  };
  graph: {
    read: object;
    result: GraphCounts & { readonly revision: number; readonly changedAt: string | null };
  };
}

export type ReadKind = keyof ReadKinds;
export type Read<Kind extends ReadKind = ReadKind> = {
  [K in Kind]: { readonly kind: K } & ReadKinds[K]['read'];
}[Kind];
export type ReadResult<Kind extends ReadKind = ReadKind> = ReadKinds[Kind]['result'];
