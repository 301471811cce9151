import { madeOnce } from '../base/made-once.ts';
import type { MaybePromise } from '../base/maybe-promise.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import type { RelationType } from '../ontology/relations.ts';
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
  LinkRow,
  ListSpec,
  Locator,
  Read,
  ReadKind,
  ReadResult,
  RouteSpec,
  SurroundingsSpec,
  WalkSpec,
} from '../store/reads.ts';
import type { LicenseIndex } from '../text/license-strings/license-index.ts';
import type { TextSource } from '../text/search/text-source.ts';
import {
  type Answerable,
  type BatchedReads,
  batchedReads,
  type Question,
} from './batched-reads.ts';
import { cacheKeys, locatorKey } from './cache-keys.ts';
import { type Ground, Resting } from './grounds.ts';
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

type GraphCounts = ReadResult<'graph'>;
/** Without what changes with every relation of a neighbor: who kept it would keep it for shorter. */
type PlainLinks = {
  readonly links: readonly Omit<LinkRow, 'neighborDegree'>[];
  readonly complete: boolean;
};
type Links = { readonly links: readonly LinkRow[]; readonly complete: boolean };

/**
 * Loads everything for a request. Values in the page cache are returned without a promise. All
 * others wait for the end of the tick and go to the store as one statement, for any number of
 * fields, parents and aliases.
 */
export class Loaders {
  /** The source of labels and texts. */
  readonly texts: TextSource;
  /** The license names, at the revision of the request or a later one. */
  readonly licenseNames: () => MaybePromise<LicenseIndex>;
  /** Identifies the graph behind cached pages. Null: none outlives the request. */
  readonly generation: number | null;
  readonly #cache: Cache;
  readonly #findsRoutes: boolean;
  readonly #reads: BatchedReads;
  readonly #resting = new Resting();

  constructor(
    store: GraphStore,
    cache: Cache,
    options: ReadOptions,
    licenseNames: () => MaybePromise<LicenseIndex>,
  ) {
    this.#cache = cache;
    this.#findsRoutes = store.findsRoutes;
    this.generation = cache.generation;
    this.licenseNames = () => {
      this.#resting.add(restsOn.ofLicenseNames);
      return licenseNames();
    };
    this.texts = textReads((key, read) => {
      this.#resting.add(restsOn.ofTexts);
      return this.#asked(key, read);
    });
    this.#reads = batchedReads(store, options);
  }

  /** What all that was loaded so far rests on; null where nothing outlives the request. */
  ground(): Ground | null {
    return this.#cache.ground(this.#resting.parts());
  }

  /** What the cached value of a key rests on; null: everything. */
  tagsOf(key: string): Tags | null {
    return this.#cache.get(key)?.tags ?? null;
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
    return this.cached(
      key,
      () =>
        this.#ask<EdgePage, string, EdgePlan>({
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
    return this.#ofOwner<number>((id) => cacheKeys.edgeCount(id, plan), ownerId, 0, read, tags);
  }

  /** The classes of the models in a list, with the number of models for each. */
  useClasses(where: Condition | null): MaybePromise<ClassesFound> {
    const spec = { where, ...classBounds };
    return this.#one<ClassesFound>(
      cacheKeys.useClasses(keyed(spec)),
      { kind: 'useClasses', ...spec },
      () => restsOn.ofUseClasses(where),
      ({ classes, openIds }) => classes.length + openIds.length,
    );
  }

  /**
   * A page of a list with many classes in its condition. It is not cached, since its key is long.
   */
  async passingList({ key, spec, select }: ListPlan): Promise<EntityPage> {
    const page = await this.#asked<EntityPage>(`list/${key}`, { kind: 'list', spec, select });
    this.#resting.add(restsOn.ofList(spec, page));
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
    return this.#one(cacheKeys.list(plan), { kind: 'list', spec, select }, tags, pageRows, pick);
  }

  /** The number of entities in a list. */
  listCount(plan: Keyed<ListSpec>): MaybePromise<number> {
    const { spec } = plan;
    const tags = () => restsOn.ofListCount(spec);
    return this.#one<number>(cacheKeys.listCount(plan), { kind: 'listCount', spec }, tags);
  }

  /** The values in a list, with the number of entities for each. */
  facet(plan: FacetPlan): MaybePromise<readonly FacetRow[]> {
    const { spec, select } = plan;
    const pick = (rows: readonly FacetRow[]) => {
      for (const { entity } of rows) this.#keepRow(entity, select);
      return rows;
    };
    const tags = (rows: readonly FacetRow[]) => restsOn.ofFacet(spec, rows);
    return this.#one(cacheKeys.facet(plan), { kind: 'facet', spec, select }, tags, listRows, pick);
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
    return this.#ofOwner<ClaimPage>(keyOf, ownerId, emptyPage, read, tags, pageRows);
  }

  claimCount(ownerId: string, plan: Keyed<ClaimSpec>): MaybePromise<number> {
    const { spec } = plan;
    const read = (ownerIds: readonly string[]) =>
      ({ kind: 'claimCounts', ownerIds, spec }) as const;
    const tags = () => restsOn.ofClaims(ownerId);
    return this.#ofOwner<number>((id) => cacheKeys.claimCount(id, plan), ownerId, 0, read, tags);
  }

  /** One page of the disagreements between sources. */
  disagreements(plan: Keyed<DisagreementPageSpec>): MaybePromise<DisagreementPage> {
    const read = { kind: 'disagreements', spec: plan.spec } as const;
    const tags = () => restsOn.ofDisagreements(plan.spec);
    return this.#one<DisagreementPage>(cacheKeys.disagreements(plan), read, tags, pageRows);
  }

  disagreementCount(plan: Keyed<DisagreementSpec>): MaybePromise<number> {
    const read = { kind: 'disagreementCount', spec: plan.spec } as const;
    const tags = () => restsOn.ofDisagreements(plan.spec);
    return this.#one<number>(cacheKeys.disagreementCount(plan), read, tags);
  }

  /** The links of an entity, for a walk; null for an unknown entity. */
  links(ownerId: string, plan: Keyed<WalkSpec>): MaybePromise<PlainLinks | null> {
    return this.cached<PlainLinks | null>(
      cacheKeys.links(ownerId, plan),
      () => this.#links(ownerId, plan),
      (found) => found?.links.length ?? 0,
      (found) => restsOn.ofLinks(ownerId, plan.spec, found),
    );
  }

  /** As `links`, but not cached, for a search that reads thousands of links and needs few. */
  passingLinks(ownerId: string, plan: Keyed<WalkSpec>): Promise<Links | null> {
    this.#resting.add(restsOn.ofWalk(plan.spec.types));
    return this.#links(ownerId, plan);
  }

  #links(ownerId: string, plan: Keyed<WalkSpec>): Promise<Links | null> {
    const { spec } = plan;
    return this.#askOwner<Links | null>(cacheKeys.links('', plan), ownerId, null, (ownerIds) => {
      return { kind: 'links', ownerIds, spec };
    });
  }

  /**
   * The links of all shortest paths between two entities, in one read. Null if a walk along links
   * must find the best path. The page cache holds the chosen path, not these links.
   */
  routes(fromId: string, toId: string, plan: Keyed<RouteSpec>): MaybePromise<ReadResult<'routes'>> {
    if (!this.#findsRoutes) return null;
    this.#resting.add(restsOn.ofWalk(plan.spec.types));
    const read = { kind: 'routes', fromId, toId, ...plan.spec } as const;
    return this.#asked(cacheKeys.routes(fromId, toId, plan), read);
  }

  /** What lies around an entity; null for an unknown one. */
  surroundings(
    ofId: string,
    plan: Keyed<SurroundingsSpec>,
  ): MaybePromise<ReadResult<'surroundings'>> {
    const read = { kind: 'surroundings', ofId, ...plan.spec } as const;
    const tags = (found: ReadResult<'surroundings'>) =>
      restsOn.ofSurroundings(ofId, plan.spec, found);
    return this.#one(cacheKeys.surroundings(ofId, plan), read, tags, (found) => found?.length ?? 1);
  }

  /**
   * The best relations of the types between the entities, by id: at most the limit and one more.
   */
  relationsAmong(
    ids: readonly string[],
    types: readonly RelationType[],
    limit: number,
  ): MaybePromise<readonly RelationRecord[]> {
    return this.#one<readonly RelationRecord[]>(
      cacheKeys.relationsAmong(ids, types, limit),
      { kind: 'relationsAmong', ids, types, limit },
      () => restsOn.ofRelationsAmong(ids, types),
      listRows,
    );
  }

  /** The ids of the entities that changed last, the latest first. */
  latest(limit: number): MaybePromise<readonly string[]> {
    const read = { kind: 'latest', limit } as const;
    return this.#one<readonly string[]>(cacheKeys.latest(limit), read, onEverything, listRows);
  }

  graph(): MaybePromise<GraphCounts> {
    return this.#one<GraphCounts>(cacheKeys.graph(), { kind: 'graph' }, onEverything);
  }

  /**
   * The cached value of a key; otherwise the value is made, and cached. It is never undefined. `tags`
   * tells what it rests on; unless it is given, on everything.
   */
  cached<Value>(
    key: string,
    make: () => MaybePromise<Value>,
    rows: (value: Value) => number = () => 1,
    tags: (value: Value) => Tags | null = onEverything,
  ): MaybePromise<Value> {
    const known = this.#cache.get(key);
    if (known !== undefined) {
      this.#resting.add(known.tags);
      return known.value as Value;
    }
    const keep = (value: Value) => {
      const ground = this.generation === null ? null : tags(value);
      this.#resting.add(ground);
      this.#cache.set(key, value, rows(value), ground);
      return value;
    };
    const made = make();
    return made instanceof Promise ? made.then(keep) : keep(made);
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
    return this.cached(
      key,
      () =>
        this.#ask<EntityPart | null, Owner, PlannedSelection>({
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

  #ask<Value, Owner, Plan>(question: Question<Owner, Plan>): Promise<Value> {
    return this.#reads.load(question as Question<unknown, unknown>) as Promise<Value>;
  }

  /**
   * The value of one owner, from the cache or a read. `keyOf('')` is the name of the read for all
   * owners.
   */
  #ofOwner<Value>(
    keyOf: (ownerId: string) => string,
    ownerId: string,
    absent: Value,
    read: (ownerIds: readonly string[]) => Read,
    tags: (value: Value) => Tags | null,
    rows?: (value: Value) => number,
  ): MaybePromise<Value> {
    const ask = () => this.#askOwner(keyOf(''), ownerId, absent, read);
    return this.cached(keyOf(ownerId), ask, rows, tags);
  }

  /**
   * The value of one owner, from a read for all owners of the tick; `absent` if the read has none.
   */
  #askOwner<Value>(
    group: string,
    ownerId: string,
    absent: Value,
    read: (ownerIds: readonly string[]) => Read,
  ): Promise<Value> {
    return this.#ask<Value, string, null>({
      key: `${group}${ownerId}`,
      group,
      owner: ownerId,
      ownerKey: ownerId,
      plan: null,
      ask: (ownerIds) => ({
        read: read(ownerIds),
        take: (found, owner) => (found as ReadonlyMap<string, Value>).get(owner) ?? absent,
      }),
    });
  }

  /** The answer to one read, shared by all fields of the tick. */
  #one<Value extends ReadResult>(
    key: string,
    read: Read,
    tags: (value: Value) => Tags | null,
    rows?: (value: Value) => number,
    pick?: (result: Value) => Value,
  ): MaybePromise<Value> {
    return this.cached(key, () => this.#asked(key, read, pick), rows, tags);
  }

  #asked<Value extends ReadResult>(
    key: string,
    read: Read,
    pick: (result: Value) => Value = (result) => result,
  ): Promise<Value> {
    const ask = (): Answerable<null> => ({ read, take: (result: Value) => pick(result) });
    const about = { owner: null, ownerKey: '', plan: null };
    return this.#ask<Value, null, null>({ key, group: key, ...about, ask });
  }

  #byId<Kind extends 'relations' | 'sources' | 'claimsById'>(kind: Kind, id: string) {
    type Value = (ReadResult<Kind> extends ReadonlyMap<string, infer Row> ? Row : never) | null;
    const read = (ids: readonly string[]) => ({ kind, ids }) as Read;
    const tags = () => restsOn.ofThing(id);
    return this.#ofOwner<Value>((each) => cacheKeys.record(kind, each), id, null, read, tags);
  }

  /** Caches the pages and counts of the entity for its fields. Returns the entity. */
  #keepRow(row: EntityRow | null | undefined, select: PlannedSelection): EntityPart | null {
    if (row === null || row === undefined) return null;
    const { id } = row.entity;
    select.edges.forEach((nested, index) => {
      const page = row.edges[index] ?? emptyPage;
      const tags = this.generation === null ? null : restsOn.ofEdges(id, nested.spec, page);
      this.#cache.set(cacheKeys.edges(id, nested), page, edgeRows(page), tags);
      this.#keepNested(page, nested.select);
    });
    select.counts.forEach((count, index) => {
      const tags = this.generation === null ? null : restsOn.ofEdgeCount(id, count);
      this.#cache.set(cacheKeys.edgeCount(id, count), row.counts[index] ?? 0, 0, tags);
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

const emptyPage = { rows: [], hasMore: false } as const;

/**
 * The most classes, and the most models without one, that are read. One more shows that there are
 * more.
 */
export const classBounds = { mostClasses: 50_000, mostOpen: 1000 } as const;

/** Of what cannot tell what it rests on. */
function onEverything(): null {
  return null;
}

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
