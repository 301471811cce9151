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
  WalkSpec,
} from '../store/reads.ts';
import { TickBatch } from './batch.ts';
import { KeyedGroup } from './keyed-group.ts';
import { type Cache, RevisionCache } from './page-cache.ts';
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
  readonly #batch: TickBatch;

  constructor(
    store: GraphStore,
    cache: Cache,
    options: ReadOptions,
    textIndexes: () => MaybePromise<TextIndexes>,
  ) {
    this.#cache = cache;
    this.generation = cache instanceof RevisionCache ? cache.generation : null;
    this.textIndexes = textIndexes;
    this.#batch = new TickBatch((reads) => store.read(reads, options));
  }

  /** The entity of an id with at least the selected properties; null where there is none. */
  entity(id: string, select: PlannedSelection): MaybePromise<EntityPart | null> {
    return this.#load(`n/${select.key}/${id}`, () =>
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
    return this.#load(`l/${select.key}/${name}`, () =>
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
    return this.#load(
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
    return this.#load(`c/${key}/${ownerId}`, () =>
      this.#batch
        .group(
          `c/${key}`,
          () =>
            new KeyedGroup<number, ReadResult<'edgeCounts'>>(
              (ownerIds) => ({ kind: 'edgeCounts', ownerIds, spec }),
              (result, id) => result.get(id) ?? 0,
            ),
        )
        .wait(ownerId),
    );
  }

  /** One page of the entities of a kind. */
  list(plan: ListPlan): MaybePromise<EntityPage> {
    const { key, spec, select } = plan;
    return this.#load(
      `L/${key}`,
      () =>
        this.#one<'list', EntityPage>(`L/${key}`, { kind: 'list', spec, select }, (page) => {
          for (const row of page.rows) this.#keepRow(row.node, select);
          return page;
        }),
      pageRows,
    );
  }

  /** How many entities a list has. */
  listCount({ key, spec }: Keyed<ListSpec>): MaybePromise<number> {
    return this.#load(`C/${key}`, () =>
      this.#one<'listCount', number>(`C/${key}`, { kind: 'listCount', spec }, (count) => count),
    );
  }

  /** The values that the entities of a list have, and of how many. */
  facet({ key, spec, select }: FacetPlan): MaybePromise<readonly FacetRow[]> {
    return this.#load(
      `F/${key}`,
      () =>
        this.#one<'facet', readonly FacetRow[]>(
          `F/${key}`,
          { kind: 'facet', spec, select },
          (rows) => {
            for (const { entity } of rows) this.#keepRow(entity, select);
            return rows;
          },
        ),
      (rows) => rows.length,
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
  claims(ownerId: string, { key, spec }: Keyed<ClaimPageSpec>): MaybePromise<ClaimPage> {
    return this.#load(
      `s/${key}/${ownerId}`,
      () =>
        this.#batch
          .group(
            `s/${key}`,
            () =>
              new KeyedGroup<ClaimPage, ReadResult<'claims'>>(
                (ownerIds) => ({ kind: 'claims', ownerIds, spec }),
                (result, id) => result.get(id) ?? emptyPage,
              ),
          )
          .wait(ownerId),
      pageRows,
    );
  }

  claimCount(ownerId: string, { key, spec }: Keyed<ClaimSpec>): MaybePromise<number> {
    return this.#load(`S/${key}/${ownerId}`, () =>
      this.#batch
        .group(
          `S/${key}`,
          () =>
            new KeyedGroup<number, ReadResult<'claimCounts'>>(
              (ownerIds) => ({ kind: 'claimCounts', ownerIds, spec }),
              (result, id) => result.get(id) ?? 0,
            ),
        )
        .wait(ownerId),
    );
  }

  /** One page of what the sources disagree about. */
  disagreements({ key, spec }: Keyed<DisagreementPageSpec>): MaybePromise<DisagreementPage> {
    return this.#load(
      `d/${key}`,
      () =>
        this.#one<'disagreements', DisagreementPage>(
          `d/${key}`,
          { kind: 'disagreements', spec },
          (page) => page,
        ),
      pageRows,
    );
  }

  disagreementCount({ key, spec }: Keyed<DisagreementSpec>): MaybePromise<number> {
    return this.#load(`D/${key}`, () =>
      this.#one<'disagreementCount', number>(
        `D/${key}`,
        { kind: 'disagreementCount', spec },
        (count) => count,
      ),
    );
  }

  /** The links of an entity, for a walk; null for an unknown entity. */
  links(ownerId: string, { key, spec }: Keyed<WalkSpec>): MaybePromise<Links | null> {
    return this.#load(
      `w/${key}/${ownerId}`,
      () =>
        this.#batch
          .group(
            `w/${key}`,
            () =>
              new KeyedGroup<Links | null, ReadResult<'links'>>(
                (ownerIds) => ({ kind: 'links', ownerIds, spec }),
                (result, id) => result.get(id) ?? null,
              ),
          )
          .wait(ownerId),
      (found) => found?.links.length ?? 0,
    );
  }

  /** The best relations of the types between the entities, by id; one beyond the limit tells of more. */
  relationsAmong(
    ids: readonly string[],
    types: readonly RelationType[],
    limit: number,
  ): MaybePromise<readonly RelationRecord[]> {
    const key = `W/${JSON.stringify([types, limit, ids])}`;
    return this.#load(
      key,
      () =>
        this.#one<'relationsAmong', readonly RelationRecord[]>(
          key,
          { kind: 'relationsAmong', ids, types, limit },
          (relations) => relations,
        ),
      (relations) => relations.length,
    );
  }

  graph(): MaybePromise<GraphCounts> {
    return this.#load('g', () =>
      this.#one<'graph', GraphCounts>('g', { kind: 'graph' }, (counts) => counts),
    );
  }

  /** What is worked out from what was loaded: kept as long as pages are; never undefined. */
  kept<Value>(
    key: string,
    make: () => MaybePromise<Value>,
    rows: (value: Value) => number,
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

  /** From the cache, or loaded and kept there. */
  #load<Value>(
    key: string,
    load: () => Promise<Value>,
    rows: (value: Value) => number = () => 1,
  ): MaybePromise<Value> {
    const known = this.#cache.get(key);
    if (known !== undefined) return known as Value;
    return load().then((value) => {
      this.#cache.set(key, value, rows(value));
      return value;
    });
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

  #one<
    Kind extends
      | 'list'
      | 'listCount'
      | 'facet'
      | 'graph'
      | 'relationsAmong'
      | 'disagreements'
      | 'disagreementCount',
    Value,
  >(key: string, read: Read, pick: (result: ReadResult<Kind>) => Value): Promise<Value> {
    return this.#batch
      .group(key, () => new KeyedGroup<Value, ReadResult<Kind>>(() => read, pick))
      .wait('');
  }

  #byId<Kind extends 'relations' | 'sources' | 'claimsById'>(kind: Kind, id: string) {
    type Value = (ReadResult<Kind> extends ReadonlyMap<string, infer Row> ? Row : never) | null;
    return this.#load<Value>(`${kind}/${id}`, () =>
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

function pageRows(page: { readonly rows: readonly unknown[] }): number {
  return page.rows.length;
}

function toLocator(name: string): Locator {
  const slash = name.indexOf('/');
  return { kind: name.slice(0, slash) as Locator['kind'], key: name.slice(slash + 1) };
}
