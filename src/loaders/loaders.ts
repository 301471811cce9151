import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import type { RelationType } from '../ontology/relations.ts';
import type { GraphStore, MaybePromise, ReadOptions } from '../store/graph-store.ts';
import type {
  ClaimPage,
  ClaimPageSpec,
  ClaimSpec,
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
  ReadResult,
  RouteSpec,
  SurroundingsSpec,
  WalkSpec,
} from '../store/reads.ts';
import { TickBatch } from './batch.ts';
import { KeyedGroup } from './keyed-group.ts';
import type { Cache } from './page-cache.ts';
import {
  type EdgeCountPlan,
  type EdgePlan,
  type FacetPlan,
  joinSelections,
  joinSpecs,
  type Keyed,
  type ListPlan,
  type PlannedSelection,
} from './plan.ts';
import type { TextIndexes } from './text-indexes.ts';

type GraphCounts = ReadResult<'graph'>;
type Links = { readonly links: readonly LinkRow[]; readonly complete: boolean };

/**
 * Everything a request loads. What is cached comes at once; the rest waits for the end of the tick
 * and goes to the store as one statement, however many fields, parents and aliases asked.
 */
export class Loaders {
  /** What finds entities by their texts, as the graph stands at the request's revision or later. */
  readonly textIndexes: () => MaybePromise<TextIndexes>;
  /** Of the pages that are kept: what is loaded from one generation does not change. Null: none are. */
  readonly generation: number | null;
  readonly #cache: Cache;
  readonly #findsRoutes: boolean;
  readonly #batch: TickBatch;

  constructor(
    store: GraphStore,
    cache: Cache,
    options: ReadOptions,
    textIndexes: () => MaybePromise<TextIndexes>,
  ) {
    this.#cache = cache;
    this.#findsRoutes = store.findsRoutes;
    this.generation = cache.generation;
    this.textIndexes = textIndexes;
    this.#batch = new TickBatch((reads) => store.read(reads, options));
  }

  /** The entity of an id with at least the selected properties; null where there is none. */
  entity(id: string, select: PlannedSelection): MaybePromise<EntityPart | null> {
    return this.kept(`n/${select.key}/${id}`, () =>
      this.#selecting<'entities', EntityPart | null>(
        'entities',
        id,
        select,
        (ids, joined) => ({ kind: 'entities', ids, select: joined }),
        (result, key, joined) => this.#keepRow(result.get(key), joined),
      ),
    );
  }

  /** The entity of a slug (or former slug, or SPDX id of a license); null where there is none. */
  locate(locator: Locator, select: PlannedSelection): MaybePromise<EntityPart | null> {
    const name = `${locator.kind}/${locator.key}`;
    return this.kept(`l/${select.key}/${name}`, () =>
      this.#selecting<'locate', EntityPart | null>(
        'locate',
        name,
        select,
        (names, joined) => ({ kind: 'locate', locators: names.map(toLocator), select: joined }),
        (result, _key, joined, index) => this.#keepRow(result[index], joined),
      ),
    );
  }

  /** One page of an entity's relations. */
  edges(ownerId: string, plan: EdgePlan): MaybePromise<EdgePage> {
    return this.kept(
      `e/${plan.key}/${ownerId}`,
      () => {
        const group = this.#batch.group(`e/${plan.group}`, () => {
          const plans = new Set<EdgePlan>();
          let select = plan.select;
          const keyed = new KeyedGroup<EdgePage, ReadResult<'edges'>>(
            (ownerIds) => {
              select = joinSelections([...plans].map((each) => each.select));
              return { kind: 'edges', ownerIds, spec: joinSpecs([...plans], plan), select };
            },
            (result, key) => this.#keepNested(result.get(key) ?? emptyPage, select),
          );
          return Object.assign(keyed, { plans });
        });
        group.plans.add(plan);
        return group.wait(ownerId);
      },
      pageRows,
    );
  }

  /** How many relations an entity has. */
  edgeCount(ownerId: string, plan: EdgeCountPlan): MaybePromise<number> {
    const { key, ...spec } = plan;
    return this.#ofOwner(`c/${key}`, ownerId, 0, (ownerIds) => {
      return { kind: 'edgeCounts', ownerIds, spec };
    });
  }

  /** One page of the entities of a kind. */
  list(plan: ListPlan): MaybePromise<EntityPage> {
    const { key, spec, select } = plan;
    const pick = (page: EntityPage) => {
      for (const row of page.rows) this.#keepRow(row.node, select);
      return page;
    };
    return this.#one(`L/${key}`, { kind: 'list', spec, select }, pageRows, pick);
  }

  /** How many entities a list has. */
  listCount({ key, spec }: Keyed<ListSpec>): MaybePromise<number> {
    return this.#one<number>(`C/${key}`, { kind: 'listCount', spec });
  }

  /** The values that the entities of a list have, and of how many. */
  facet({ key, spec, select }: FacetPlan): MaybePromise<readonly FacetRow[]> {
    const pick = (rows: readonly FacetRow[]) => {
      for (const { entity } of rows) this.#keepRow(entity, select);
      return rows;
    };
    return this.#one(`F/${key}`, { kind: 'facet', spec, select }, listRows, pick);
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
  claims(ownerId: string, { key, spec }: Keyed<ClaimPageSpec>): MaybePromise<ClaimPage> {
    const read = (ownerIds: readonly string[]): Read => ({ kind: 'claims', ownerIds, spec });
    return this.#ofOwner<ClaimPage>(`s/${key}`, ownerId, emptyPage, read, pageRows);
  }

  claimCount(ownerId: string, { key, spec }: Keyed<ClaimSpec>): MaybePromise<number> {
    return this.#ofOwner(`S/${key}`, ownerId, 0, (ownerIds) => {
      return { kind: 'claimCounts', ownerIds, spec };
    });
  }

  /** One page of what the sources disagree about. */
  disagreements({ key, spec }: Keyed<DisagreementPageSpec>): MaybePromise<DisagreementPage> {
    return this.#one<DisagreementPage>(`d/${key}`, { kind: 'disagreements', spec }, pageRows);
  }

  disagreementCount({ key, spec }: Keyed<DisagreementSpec>): MaybePromise<number> {
    return this.#one<number>(`D/${key}`, { kind: 'disagreementCount', spec });
  }

  /** The links of an entity, for a walk; null for an unknown entity. */
  links(ownerId: string, plan: Keyed<WalkSpec>): MaybePromise<Links | null> {
    return this.kept(
      `w/${plan.key}/${ownerId}`,
      () => this.passingLinks(ownerId, plan),
      (found) => found?.links.length ?? 0,
    );
  }

  /** The same for a search that looks at thousands and needs a few: they are not kept. */
  passingLinks(ownerId: string, { key, spec }: Keyed<WalkSpec>): Promise<Links | null> {
    return this.#owned<Links | null>(`w/${key}`, ownerId, null, (ownerIds) => {
      return { kind: 'links', ownerIds, spec };
    });
  }

  /**
   * The links of all shortest ways between two entities, in one read; null where a walk along links
   * is to find the best of them. Not kept: what is chosen of them is.
   */
  routes(
    fromId: string,
    toId: string,
    { key, spec }: Keyed<RouteSpec>,
  ): MaybePromise<ReadResult<'routes'>> {
    if (!this.#findsRoutes) return null;
    const read = { kind: 'routes', fromId, toId, ...spec } as const;
    return this.#asked(`r/${key}/${fromId}/${toId}`, read);
  }

  /** The ids of what lies around an entity; null for an unknown one. */
  surroundings(
    ofId: string,
    { key, spec }: Keyed<SurroundingsSpec>,
  ): MaybePromise<ReadResult<'surroundings'>> {
    const read = { kind: 'surroundings', ofId, ...spec } as const;
    return this.#one(`a/${key}/${ofId}`, read, (ids) => ids?.length ?? 1);
  }

  /** The best relations of the types between the entities, by id; one beyond the limit tells of more. */
  relationsAmong(
    ids: readonly string[],
    types: readonly RelationType[],
    limit: number,
  ): MaybePromise<readonly RelationRecord[]> {
    const key = `W/${JSON.stringify([types, limit, ids])}`;
    return this.#one<readonly RelationRecord[]>(
      key,
      { kind: 'relationsAmong', ids, types, limit },
      listRows,
    );
  }

  graph(): MaybePromise<GraphCounts> {
    return this.#one<GraphCounts>('g', { kind: 'graph' });
  }

  /** From the cache; else loaded, or worked out from what was, and kept there; never undefined. */
  kept<Value>(
    key: string,
    make: () => MaybePromise<Value>,
    rows: (value: Value) => number = () => 1,
  ): MaybePromise<Value> {
    const known = this.#cache.get(key);
    if (known !== undefined) return known as Value;
    const keep = (value: Value) => {
      this.#cache.set(key, value, rows(value));
      return value;
    };
    const made = make();
    return made instanceof Promise ? made.then(keep) : keep(made);
  }

  /** Waits for one key of a read whose selections are joined over all who ask in this tick. */
  #selecting<Kind extends 'entities' | 'locate', Value>(
    kind: Kind,
    key: string,
    select: PlannedSelection,
    read: (keys: readonly string[], joined: PlannedSelection) => Read,
    pick: (result: ReadResult<Kind>, key: string, joined: PlannedSelection, index: number) => Value,
  ): Promise<Value> {
    const group = this.#batch.group(`${kind}`, () => {
      const selects = new Set<PlannedSelection>();
      let joined = select;
      const keyed = new KeyedGroup<Value, ReadResult<Kind>>(
        (keys) => {
          joined = joinSelections([...selects]);
          return read(keys, joined);
        },
        (result, one, index) => pick(result, one, joined, index),
      );
      return Object.assign(keyed, { selects });
    });
    group.selects.add(select);
    return group.wait(key);
  }

  /** What one owner has of a read that answers all owners of a tick; `absent`: where it has none. */
  #ofOwner<Value>(
    group: string,
    ownerId: string,
    absent: Value,
    read: (ownerIds: readonly string[]) => Read,
    rows?: (value: Value) => number,
  ): MaybePromise<Value> {
    const make = () => this.#owned(group, ownerId, absent, read);
    return this.kept(`${group}/${ownerId}`, make, rows);
  }

  #owned<Value>(
    group: string,
    ownerId: string,
    absent: Value,
    read: (ownerIds: readonly string[]) => Read,
  ): Promise<Value> {
    const make = () =>
      new KeyedGroup<Value, ReadonlyMap<string, Value>>(read, (found, id) => {
        return found.get(id) ?? absent;
      });
    return this.#batch.group(group, make).wait(ownerId);
  }

  /** The answer to one read, whoever asks for it in a tick. */
  #one<Value extends ReadResult>(
    key: string,
    read: Read,
    rows?: (value: Value) => number,
    pick?: (result: Value) => Value,
  ): MaybePromise<Value> {
    return this.kept(key, () => this.#asked(key, read, pick), rows);
  }

  #asked<Value extends ReadResult>(
    key: string,
    read: Read,
    pick: (result: Value) => Value = (result) => result,
  ): Promise<Value> {
    const make = () => new KeyedGroup<Value, Value>(() => read, pick);
    return this.#batch.group(key, make).wait('');
  }

  #byId<Kind extends 'relations' | 'sources' | 'claimsById'>(kind: Kind, id: string) {
    type Value = (ReadResult<Kind> extends ReadonlyMap<string, infer Row> ? Row : never) | null;
    return this.kept<Value>(`${kind}/${id}`, () =>
      this.#batch
        .group(
          kind,
          () =>
            new KeyedGroup<Value, ReadResult<Kind>>(
              (ids) => ({ kind, ids }) as Read,
              (result, key) => (result.get(key) as Value | undefined) ?? null,
            ),
        )
        .wait(id),
    );
  }

  /** Keeps what came with the entity, so that its fields find it; gives the entity itself. */
  #keepRow(row: EntityRow | null | undefined, select: PlannedSelection): EntityPart | null {
    if (row === null || row === undefined) return null;
    const { id } = row.entity;
    select.edges.forEach((nested, index) => {
      const page = row.edges[index] ?? emptyPage;
      this.#cache.set(`e/${nested.key}/${id}`, page, page.rows.length);
      this.#keepNested(page, nested.select);
    });
    select.counts.forEach((count, index) => {
      this.#cache.set(`c/${count.key}/${id}`, row.counts[index] ?? 0, 0);
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

function listRows(rows: readonly unknown[]): number {
  return rows.length;
}

function pageRows(page: { readonly rows: readonly unknown[] }): number {
  return page.rows.length;
}

function toLocator(name: string): Locator {
  const slash = name.indexOf('/');
  return { kind: name.slice(0, slash) as Locator['kind'], key: name.slice(slash + 1) };
}
