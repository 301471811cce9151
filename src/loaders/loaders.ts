import { madeOnce } from '../base/made-once.ts';
import type { MaybePromise } from '../base/maybe-promise.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import type { Tags } from '../store/cache-tags.ts';
import type { GraphStore, ReadOptions } from '../store/graph-store.ts';
import type { Condition } from '../store/list-condition.ts';
import type {
  ClaimPage,
  ClaimPageSpec,
  ClaimSpec,
  ClassesFound,
  DisagreementPage,
  DisagreementPageSpec,
  DisagreementSpec,
  EdgePage,
  EntityPage,
  EntityPart,
  EntityRow,
  FacetRow,
  ListPageSpec,
  ListSpec,
  Locator,
  Read,
  ReadKind,
  ReadResult,
} from '../store/reads.ts';
import type { LicenseIndex } from '../text/license-strings/license-index.ts';
import type { TextSource } from '../text/search/text-source.ts';
import { cacheKeys, locatorKey } from './cache-keys.ts';
import { CachedReads, onEverything } from './cached-reads.ts';
import type { Ground } from './grounds.ts';
import { ClassKeeper } from './known-classes.ts';
import type { Cache } from './page-cache.ts';
import {
  type EdgeCountPlan,
  type EdgePlan,
  type FacetPlan,
  joinSelections,
  joinSpecs,
  type Keyed,
  keyed,
  type ListPlan,
  type PlannedSelection,
} from './plan.ts';
import * as restsOn from './rests-on.ts';
import { textReads } from './text-reads.ts';
import { WalkReads } from './walk-reads.ts';

type GraphCounts = ReadResult<'graph'>;

/**
 * Loads everything for a request. Values in the page cache are returned without a promise. All
 * others wait for the end of the tick and go to the store as one statement, for any number of
 * fields, parents and aliases.
 */
export class Loaders {
  /** The source of labels and texts. */
  readonly texts: TextSource;
  /** Reads for walks through the graph. */
  readonly walks: WalkReads;
  /** The license names, at the revision of the request or a later one. */
  readonly licenseNames: () => MaybePromise<LicenseIndex>;
  /** The classes that the process keeps. */
  readonly classKeeper: ClassKeeper;
  readonly #reads: CachedReads;

  constructor(
    store: GraphStore,
    cache: Cache,
    options: ReadOptions,
    licenseNames: () => MaybePromise<LicenseIndex>,
    classes = new ClassKeeper(),
  ) {
    this.classKeeper = classes;
    const reads = new CachedReads(store, cache, options);
    this.#reads = reads;
    this.walks = new WalkReads(reads, store.findsRoutes);
    this.licenseNames = () => {
      reads.restOn(restsOn.ofLicenseNames);
      return licenseNames();
    };
    this.texts = textReads((key, read) => {
      reads.restOn(restsOn.ofTexts);
      return reads.asked(key, read);
    });
  }

  /** Identifies the graph behind cached pages. Null: none outlives the request. */
  get generation(): number | null {
    return this.#reads.generation;
  }

  /** What everything loaded so far rests on; null if no page outlives the request. */
  ground(): Ground | null {
    return this.#reads.ground();
  }

  /** What the cached value of a key rests on; null: everything. */
  tagsOf(key: string): Tags | null {
    return this.#reads.tagsOf(key);
  }

  /** The cached value of a key; otherwise the value is made, and cached. See CachedReads. */
  cached<Value>(
    key: string,
    make: () => MaybePromise<Value>,
    rows?: (value: Value) => number,
    tags?: (value: Value) => Tags | null,
  ): MaybePromise<Value> {
    return this.#reads.cached(key, make, rows, tags);
  }

  /** The entity with an id and at least the selected properties; null if there is none. */
  entity(id: string, select: PlannedSelection): MaybePromise<EntityPart | null> {
    return this.#row<'entities', string>(
      ['entities', cacheKeys.entity(id, select)],
      [id, id],
      select,
      (ids, joined) => ({ kind: 'entities', ids, select: joined }),
      (rows, owner) => rows.get(owner),
      (part) => restsOn.ofEntity(id, part),
    );
  }

  /** The entity with a slug (or former slug, or SPDX id of a license); null if there is none. */
  locate(locator: Locator, select: PlannedSelection): MaybePromise<EntityPart | null> {
    return this.#row<'locate', Locator>(
      ['locate', cacheKeys.located(locator, select)],
      [locator, locatorKey(locator)],
      select,
      (locators, joined) => ({ kind: 'locate', locators, select: joined }),
      (rows, _locator, index) => rows[index],
      (part) => restsOn.ofLocated(locator, part),
    );
  }

  /** One page of an entity's neighbors. */
  edges(ownerId: string, plan: EdgePlan): MaybePromise<EdgePage> {
    const key = cacheKeys.edges(ownerId, plan);
    return this.#reads.cached(
      key,
      () =>
        this.#reads.ask<EdgePage, string, EdgePlan>({
          key: withPlan(key, plan.select),
          group: `edges/${plan.group}`,
          owner: ownerId,
          ownerKey: ownerId,
          plan,
          ask: (ownerIds, plans) => {
            const select = joinSelections(plans.map((each) => each.select));
            return {
              read: { kind: 'edges', ownerIds, spec: joinSpecs(plans, plan), select },
              take: (result: ReadResult<'edges'>, owner) =>
                this.#keepNested(result.get(owner) ?? emptyPage, select),
            };
          },
        }),
      edgeRows,
      (page) => restsOn.ofEdges(ownerId, plan.spec, page),
    );
  }

  /** The number of an entity's neighbors. */
  edgeCount(ownerId: string, plan: EdgeCountPlan): MaybePromise<number> {
    const { key: _, ...spec } = plan;
    const read = (ownerIds: readonly string[]) => ({ kind: 'edgeCounts', ownerIds, spec }) as const;
    const tags = () => restsOn.ofEdgeCount(ownerId, plan);
    return this.#reads.ofOwner<number>(
      (id) => cacheKeys.edgeCount(id, plan),
      ownerId,
      0,
      read,
      tags,
    );
  }

  /** The classes of the models in a list, divided by rivals, with the number of models for each. */
  useClasses(where: Condition | null, rivals: readonly string[]): MaybePromise<ClassesFound> {
    const spec = { where, rivals, ...classBounds };
    return this.#reads.one<ClassesFound>(
      cacheKeys.useClasses(keyed(spec)),
      { kind: 'useClasses', ...spec },
      () => restsOn.ofUseClasses(where),
      ({ counts, openIds }) => counts.length + openIds.length,
      undefined,
      // Models get their classes without a new revision.
      ({ openIds }) => openIds.length === 0,
    );
  }

  /** The contents of classes by key. A class that is gone has none. */
  classContents(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#reads.asked<ReadonlyMap<string, string>>(cacheKeys.classContents(keys), {
      ...{ kind: 'classContents', keys },
    });
  }

  /**
   * A page of a list with many classes in its condition. It is not cached, and asked for as often as
   * it is called: its key would be long.
   */
  async passingList(spec: ListPageSpec, select: PlannedSelection): Promise<EntityPage> {
    const key = `passing-list/${passingLists++}`;
    const page = await this.#reads.asked<EntityPage>(key, { kind: 'list', spec, select });
    this.#reads.restOn(restsOn.ofList(spec, page));
    return page;
  }

  /** One page of the entities of a kind. */
  list(plan: ListPlan): MaybePromise<EntityPage> {
    const { spec, select } = plan;
    const pick = (page: EntityPage) => {
      for (const row of page.rows) this.#keepRow(row.node, select);
      return page;
    };
    const tags = (page: EntityPage) => restsOn.ofList(spec, page);
    return this.#reads.one(
      cacheKeys.list(plan),
      { kind: 'list', spec, select },
      tags,
      pageRows,
      pick,
    );
  }

  /** The number of entities in a list. */
  listCount(plan: Keyed<ListSpec>): MaybePromise<number> {
    const { spec } = plan;
    const tags = () => restsOn.ofListCount(spec);
    return this.#reads.one<number>(cacheKeys.listCount(plan), { kind: 'listCount', spec }, tags);
  }

  /** The values in a list, with the number of entities for each. */
  facet(plan: FacetPlan): MaybePromise<readonly FacetRow[]> {
    const { spec, select } = plan;
    const pick = (rows: readonly FacetRow[]) => {
      for (const { entity } of rows) this.#keepRow(entity, select);
      return rows;
    };
    const tags = (rows: readonly FacetRow[]) => restsOn.ofFacet(spec, rows);
    return this.#reads.one(
      cacheKeys.facet(plan),
      { kind: 'facet', spec, select },
      tags,
      listRows,
      pick,
    );
  }

  relation(id: string): MaybePromise<RelationRecord | null> {
    return this.#byId('relations', id);
  }

  source(id: string): MaybePromise<SourceRecord | null> {
    return this.#byId('sources', id);
  }

  claim(id: string): MaybePromise<ClaimRecord | null> {
    return this.#byId('claimsById', id);
  }

  /** One page of the claims on an entity, on a relation, or by a source. */
  claims(ownerId: string, plan: Keyed<ClaimPageSpec>): MaybePromise<ClaimPage> {
    const { spec } = plan;
    const read = (ownerIds: readonly string[]) => ({ kind: 'claims', ownerIds, spec }) as const;
    const keyOf = (id: string) => cacheKeys.claims(id, plan);
    const tags = () => restsOn.ofClaims(ownerId);
    return this.#reads.ofOwner<ClaimPage>(keyOf, ownerId, emptyPage, read, tags, pageRows);
  }

  claimCount(ownerId: string, plan: Keyed<ClaimSpec>): MaybePromise<number> {
    const { spec } = plan;
    const read = (ownerIds: readonly string[]) =>
      ({ kind: 'claimCounts', ownerIds, spec }) as const;
    const tags = () => restsOn.ofClaims(ownerId);
    return this.#reads.ofOwner<number>(
      (id) => cacheKeys.claimCount(id, plan),
      ownerId,
      0,
      read,
      tags,
    );
  }

  /** One page of the disagreements between sources. */
  disagreements(plan: Keyed<DisagreementPageSpec>): MaybePromise<DisagreementPage> {
    const read = { kind: 'disagreements', spec: plan.spec } as const;
    const tags = () => restsOn.ofDisagreements(plan.spec);
    return this.#reads.one<DisagreementPage>(cacheKeys.disagreements(plan), read, tags, pageRows);
  }

  disagreementCount(plan: Keyed<DisagreementSpec>): MaybePromise<number> {
    const read = { kind: 'disagreementCount', spec: plan.spec } as const;
    const tags = () => restsOn.ofDisagreements(plan.spec);
    return this.#reads.one<number>(cacheKeys.disagreementCount(plan), read, tags);
  }

  /** The ids of the entities that changed last, the latest first. */
  latest(limit: number): MaybePromise<readonly string[]> {
    const read = { kind: 'latest', limit } as const;
    return this.#reads.one<readonly string[]>(
      cacheKeys.latest(limit),
      read,
      onEverything,
      listRows,
    );
  }

  graph(): MaybePromise<GraphCounts> {
    return this.#reads.one<GraphCounts>(cacheKeys.graph(), { kind: 'graph' }, onEverything);
  }

  /** One entity, from a read for all entities of the tick with the same selection. */
  #row<Kind extends ReadKind, Owner>(
    [group, key]: readonly [Kind, string],
    [owner, ownerKey]: readonly [Owner, string],
    plan: PlannedSelection,
    read: (owners: readonly Owner[], joined: PlannedSelection) => Read,
    rowOf: (result: ReadResult<Kind>, owner: Owner, index: number) => EntityRow | null | undefined,
    tags: (part: EntityPart | null) => Tags,
  ): MaybePromise<EntityPart | null> {
    return this.#reads.cached(
      key,
      () =>
        this.#reads.ask<EntityPart | null, Owner, PlannedSelection>({
          ...{ key: withPlan(key, plan), group, owner, ownerKey, plan },
          ask: (owners, selections) => {
            const joined = joinSelections(selections);
            return {
              read: read(owners, joined),
              take: (result: ReadResult<Kind>, each, index) =>
                this.#keepRow(rowOf(result, each, index), joined),
            };
          },
        }),
      () => 1,
      tags,
    );
  }

  #byId<Kind extends 'relations' | 'sources' | 'claimsById'>(kind: Kind, id: string) {
    type Value = (ReadResult<Kind> extends ReadonlyMap<string, infer Row> ? Row : never) | null;
    const read = (ids: readonly string[]) => ({ kind, ids }) as Read;
    const tags = () => restsOn.ofThing(id);
    return this.#reads.ofOwner<Value>((each) => cacheKeys.record(kind, each), id, null, read, tags);
  }

  /** Caches the pages and counts of the entity for its fields. Returns the entity. */
  #keepRow(row: EntityRow | null | undefined, select: PlannedSelection): EntityPart | null {
    if (row === null || row === undefined) return null;
    const { id } = row.entity;
    select.edges.forEach((nested, index) => {
      const page = row.edges[index] ?? emptyPage;
      const tags = () => restsOn.ofEdges(id, nested.spec, page);
      this.#reads.keep(cacheKeys.edges(id, nested), page, edgeRows(page), tags);
      this.#keepNested(page, nested.select);
    });
    select.counts.forEach((count, index) => {
      const tags = () => restsOn.ofEdgeCount(id, count);
      this.#reads.keep(cacheKeys.edgeCount(id, count), row.counts[index] ?? 0, 0, tags);
    });
    return row.entity;
  }

  #keepNested(page: EdgePage, select: PlannedSelection): EdgePage {
    if (select.edges.length > 0 || select.counts.length > 0) {
      for (const row of page.rows) this.#keepRow(row.neighbor, select);
    }
    return page;
  }
}

let passingLists = 0;

const emptyPage = { rows: [], hasMore: false } as const;

/**
 * The most classes, and the most models without one, that are read. One more shows that there are
 * more.
 */
export const classBounds = { mostClasses: 50_000, mostOpen: 1000 } as const;

function listRows(rows: readonly unknown[]): number {
  return rows.length;
}

function pageRows(page: { readonly rows: readonly unknown[] }): number {
  return page.rows.length;
}

const selectionNumbers = new WeakMap<PlannedSelection, number>();
let selectionCount = 0;

/** A key that also differs for different nested pages. These are two questions, but one read. */
function withPlan(key: string, select: PlannedSelection): string {
  return `${key}#${madeOnce(selectionNumbers, select, () => selectionCount++)}`;
}

/** The weight of a page is the number of its relations. */
function edgeRows({ rows }: EdgePage): number {
  return rows.reduce((sum, { relations }) => sum + (relations?.length ?? 1), 0);
}
