import type { DisagreementRecord } from '../ontology/disagreement.ts';
import type { ClaimProperty } from '../ontology/properties.ts';
import type {
  ClaimRecord,
  EntityRecord,
  LicenseRecord,
  RelationRecord,
  SourceRecord,
} from '../ontology/records.ts';
import type { Link, RelationType } from '../ontology/relations.ts';
import type { Artifact, EntityKind } from '../ontology/vocabulary.ts';
import type { TextQuery } from '../text/search/text-query.ts';
import type { LabelProbe, LabelRow, TextMatch, WordsFound } from '../text/search/text-source.ts';
import type { Condition, Hop } from './list-condition.ts';
import type { UseClassText } from './use-class-text.ts';

/** OUT: the owner is the relation's `from`. Symmetric types are followed both ways whatever it says. */
export type Direction = 'OUT' | 'IN' | 'BOTH';

/** BEST: only relations or claims that are `best`. CURRENT: all but DEPRECATED. */
export type RankFilter = 'BEST' | 'CURRENT' | 'ALL';

/** An order over a sort property of the ontology; ties are broken by id, in the same direction. */
export interface SortOrder {
  readonly property: string;
  readonly descending: boolean;
}

/** A place in an order: after or before the item with this sort value and id. */
export interface Keyset {
  readonly value: string | number;
  readonly id: string;
}

/** A page: the first (or, backward, the last) `limit` items strictly between two places. */
export interface PageWindow {
  readonly limit: number;
  readonly after: Keyset | null;
  readonly before: Keyset | null;
  readonly backward: boolean;
  /** Whether `hasMore` is wanted; else it is false, and nothing beyond the limit is looked at. */
  readonly peek: boolean;
}

/** Selects relations of an owner. Its neighbors are the entities that one of them leads to. */
export interface EdgeSpec {
  readonly types: readonly RelationType[];
  readonly direction: Direction;
  readonly ranks: RankFilter;
  /** Kinds the neighbor may be of; null: any. */
  readonly neighborKinds: readonly EntityKind[] | null;
  readonly artifact: Artifact | null;
  /** A day within the relation's period (since inclusive, until exclusive); null: any time. */
  readonly on: string | null;
  /** What the neighbor must satisfy. */
  readonly where: Condition | null;
}

/** A page with one row for each neighbor. Keyset ids and sort values are those of the neighbor. */
export interface EdgePageSpec extends EdgeSpec {
  /** Whether the relations' records are wanted. */
  readonly facts: boolean;
  readonly order: SortOrder;
  readonly window: PageWindow;
}

/** What to read of each entity: properties, and pages to fetch with it. */
export interface Selection {
  /** Record properties; id and kind always come. */
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
  /** `value` is the claim's sort. */
  readonly window: PageWindow;
}

/** Disagreements are ordered by their `sort`, which is unique. */
export interface DisagreementSpec {
  /** Kinds of subjects. */
  readonly kinds: readonly EntityKind[];
  readonly property: ClaimProperty | null;
  readonly contested: boolean | null;
  /** Only those about this entity. */
  readonly subjectId: string | null;
}
export interface DisagreementPageSpec extends DisagreementSpec {
  /** `value` is the disagreement's sort. */
  readonly window: PageWindow;
}

/** Finds an entity by slug, former slug or (licenses) SPDX id; a current slug wins. */
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

/** What the entities of a list are counted by. */
export type FacetBy =
  /** A text property, or what follows the prefix in the items of a list property that have it. */
  | { readonly op: 'property'; readonly property: string; readonly prefix: string }
  /** The slugs of the entities that best relations lead to along the hops. */
  | { readonly op: 'linked'; readonly hops: readonly Hop[] };
/** At most `limit` values: those of most entities first, then by value in the order of code points. */
export interface FacetSpec extends ListSpec {
  readonly by: FacetBy;
  readonly limit: number;
}

/** An entity: id, kind and the selected properties that its kind has. */
export type EntityPart = Pick<EntityRecord, 'id' | 'kind'> & Readonly<Record<string, unknown>>;

/** An entity with what the selection asked to come with it, in the selection's order. */
export interface EntityRow {
  readonly entity: EntityPart;
  readonly edges: readonly EdgePage[];
  readonly counts: readonly number[];
}

/** A neighbor, and all relations of the spec that connect it with the owner. */
export interface EdgeRow {
  /** At least one, best first (`compareRelations`); null where no facts are asked for. */
  readonly relations: readonly RelationRecord[] | null;
  /** The neighbor's value of the order's property: the cursor is made of it and the neighbor's id. */
  readonly sortValue: string | number;
  readonly neighbor: EntityRow;
}

/** A page of rows. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Whether there is more in the direction of the walk, if the window peeks. */
  readonly hasMore: boolean;
}
export type EdgePage = Page<EdgeRow>;
export type EntityPage = Page<{ readonly sortValue: string | number; readonly node: EntityRow }>;
export type ClaimPage = Page<ClaimRecord>;
export type DisagreementPage = Page<DisagreementRecord>;

/** A value, and how many entities of the list have it, each counted once. */
export interface FacetRow {
  readonly value: string;
  readonly count: number;
  /** The entity whose slug the value is; null for values of properties. */
  readonly entity: EntityRow | null;
}

/** The classes of the models that satisfy a condition. */
export interface ClassesFound {
  readonly classes: readonly (UseClassText & {
    /** How many of the models are of it. */
    readonly count: number;
  })[];
  /** Ids of those whose class is open. */
  readonly openIds: readonly string[];
}

export interface GraphCounts {
  readonly entities: Readonly<Record<EntityKind, number>>;
  readonly relations: Readonly<Record<RelationType, number>>;
  readonly claims: number;
  readonly sources: number;
}

/** Which best relations a walk may take. */
export interface WalkSpec {
  readonly types: readonly RelationType[];
  readonly direction: Direction;
  /** Kinds the neighbor may be of; null: any. */
  readonly neighborKinds: readonly EntityKind[] | null;
  /** At most so many links of each owner, by (degree, id) of the neighbor, then relation id. */
  readonly limit: number;
}

/** Selects the paths between two entities. */
export interface RouteSpec {
  readonly types: readonly RelationType[];
  /** Most steps; at least 1. */
  readonly maxDepth: number;
  /** The largest number of paths to list. */
  readonly limit: number;
}

/** Selects the entities around an entity, over best relations in both directions. */
export interface SurroundingsSpec {
  readonly types: readonly RelationType[];
  /** Kinds that any but the first may be of; null: any. */
  readonly neighborKinds: readonly EntityKind[] | null;
  /** Most steps. */
  readonly depth: number;
  readonly limit: number;
}

/** An entity near another one, and its number of best relations. */
export interface NearbyRow {
  readonly id: string;
  readonly degree: number;
}

/** A best relation as a walk sees it from its owner. */
export type LinkRow = Link;

/** The texts of an entity that search, mentions and license names are made of. */
export interface TextRow {
  readonly id: string;
  readonly kind: EntityKind;
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly name: string;
  readonly aliases: readonly string[];
  /** Labels that find it but are never shown. */
  readonly hidden: readonly string[];
  readonly summary: string | null;
  /** Only terms have one. */
  readonly definition: string | null;
  /** Number of its best relations. */
  readonly degree: number;
  /** What else a license is known by; null for other kinds. */
  readonly license: LicenseNames | null;
}
type LicenseNames = Readonly<
  Pick<LicenseRecord, 'spdxId' | 'version' | 'identifiers' | 'documents'>
>;

/** Things by their ids. */
interface ByIds<Row> {
  read: { readonly ids: readonly string[] };
  result: ReadonlyMap<string, Row>;
}
/** What a spec asks about each of some entities. */
interface OfOwners<Spec, Value> {
  read: { readonly ownerIds: readonly string[]; readonly spec: Spec };
  result: ReadonlyMap<string, Value>;
}

/** Everything that can be read, and what comes back for it. Lists of owners and ids have no repeats. */
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
    /** At most so many of each are given, and one more where there are more. */
    read: {
      readonly where: Condition | null;
      readonly mostClasses: number;
      readonly mostOpen: number;
    };
    /** Classes of most models first. */
    result: ClassesFound;
  };
  edges: {
    read: {
      readonly ownerIds: readonly string[];
      readonly spec: EdgePageSpec;
      readonly select: Selection;
    };
    /** Has every owner; an unknown owner has an empty page. */
    result: ReadonlyMap<string, EdgePage>;
  };
  /** To how many neighbors the relations of the spec lead. */
  edgeCounts: OfOwners<EdgeSpec, number>;
  links: {
    read: { readonly ownerIds: readonly string[]; readonly spec: WalkSpec };
    /** Has every owner that is known; `complete` is false where the limit cut links off. */
    result: ReadonlyMap<string, { readonly links: readonly LinkRow[]; readonly complete: boolean }>;
  };
  routes: {
    /** Ends that are not the same; best relations, whichever way they go. */
    read: RouteSpec & { readonly fromId: string; readonly toId: string };
    /**
     * The links of all shortest paths, by the id that they start at; none if there is no path. Null
     * if a walk along links has to answer: there are more paths than the limit, all of them use
     * relations that are not best, or the store does not find routes (GraphStore.findsRoutes).
     */
    result: ReadonlyMap<string, readonly LinkRow[]> | null;
  };
  surroundings: {
    read: SurroundingsSpec & { readonly ofId: string };
    /**
     * The entity, then the others: nearest first, then by fewest relations, then by id. At most
     * `limit`; one more shows that there are more. Null for an unknown entity.
     */
    result: readonly NearbyRow[] | null;
  };
  relationsAmong: {
    read: {
      readonly ids: readonly string[];
      readonly types: readonly RelationType[];
      readonly limit: number;
    };
    /** Best relations with both ends among the ids, by id; at most `limit`, one more shows that there are more. */
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
    /** At most `limit` entities of the kind whose id comes after. */
    read: { readonly of: EntityKind; readonly after: string | null; readonly limit: number };
    /** By id; fewer than the limit: there are no more. */
    result: readonly TextRow[];
  };
  words: {
    read: {
      readonly words: readonly string[];
      readonly stems: readonly string[];
      readonly beginnings: readonly string[];
    };
    /** Equal over every store, as is what labels answer. */
    result: WordsFound;
  };
  labels: {
    read: { readonly probes: readonly LabelProbe[]; readonly kinds: readonly EntityKind[] | null };
    /** The labels of each probe, in no order. */
    result: readonly (readonly LabelRow[])[];
  };
  labelHeads: {
    read: { readonly heads: readonly string[] };
    /** Those with which a label begins whose words are run together. */
    result: ReadonlySet<string>;
  };
  textMatches: {
    read: {
      readonly query: TextQuery;
      readonly kinds: readonly EntityKind[] | null;
      readonly limit: number;
    };
    /** All that fit, in no order; where they are more than the limit, each store has its own choice. */
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
