import type {
  ClaimRecord,
  EntityRecord,
  RelationRecord,
  SourceRecord,
} from '../../ontology/records.ts';
import { allRecordProperties } from '../../ontology/records.ts';
import { relationTypes } from '../../ontology/relations.ts';
import type { GraphStore, ReadOptions } from '../../store/graph-store.ts';
import type {
  ClaimPage,
  ClaimPageSpec,
  EdgePage,
  EdgePageSpec,
  EntityPart,
  EntityRow,
  Keyset,
  ReadResult,
  Selection,
} from '../../store/reads.ts';

/** A part of the graph, in the order of an export. */
export type Item =
  | { readonly what: 'source'; readonly source: SourceRecord }
  /** An entity. Its parts come after its relations. `top` marks a term without a broader one. */
  | { readonly what: 'entity' | 'parts'; readonly entity: EntityRecord; readonly top: boolean }
  /** Relations with a neighbor, seen from the entity. */
  | {
      readonly what: 'relations';
      readonly entity: EntityRecord;
      readonly relations: readonly RelationRecord[];
      readonly neighbor: EntityPart;
    }
  | { readonly what: 'narrower'; readonly entity: EntityRecord; readonly neighbor: EntityPart }
  | {
      readonly what: 'claim';
      readonly entity: EntityRecord;
      readonly claim: ClaimRecord;
      /** The relation that it is on; null: it is on a fact. */
      readonly relation: RelationRecord | null;
    };

/** The number of entities in a read, and of the relations and claims read with each. */
const portionSize = 100;
const pageSize = 50;

const nothing: Selection = { properties: [], edges: [], counts: [] };

function windowAfter(after: Keyset | null, limit = pageSize) {
  return { limit, after, before: null, backward: false, peek: true };
}

const anywhere = { neighborKinds: null, artifact: null, on: null, where: null } as const;
const byName = { property: 'sort', descending: false } as const;

/** All relations that start at an entity, and its symmetric relations. */
const outward: EdgePageSpec = {
  ...{ ...anywhere, types: relationTypes, direction: 'OUT', ranks: 'ALL', facts: true },
  ...{ order: byName, window: windowAfter(null) },
};
const narrower: EdgePageSpec = {
  ...{ ...anywhere, types: ['BROADER'], direction: 'IN', ranks: 'BEST', facts: false },
  ...{ order: byName, window: windowAfter(null) },
};
const broader = { ...narrower, direction: 'OUT' } as const;
const claimsOf: ClaimPageSpec = {
  ...{ of: 'subject', property: null, contested: null, ranks: 'ALL' },
  window: windowAfter(null),
};

const whole: Selection = {
  properties: allRecordProperties,
  edges: [
    { spec: outward, select: nothing },
    { spec: narrower, select: nothing },
  ],
  counts: [broader],
};

/** Reads a graph in portions. Only one portion is in memory. */
export class GraphItems {
  readonly #store: GraphStore;
  readonly #options: ReadOptions;

  constructor(store: GraphStore, options: ReadOptions = {}) {
    this.#store = store;
    this.#options = options;
  }

  /** Everything: first the sources, then the entities with their statements. */
  async *all(): AsyncGenerator<readonly Item[]> {
    for await (const ids of this.#ids('sources')) yield await this.sources(ids);
    for await (const ids of this.#ids('entities')) yield* this.entities(ids);
  }

  async sources(ids: readonly string[]): Promise<readonly Item[]> {
    const [found] = await this.#store.read([{ kind: 'sources', ids }], this.#options);
    const sources = found as ReadResult<'sources'>;
    return ids.flatMap((id) => {
      const source = sources.get(id);
      return source === undefined ? [] : [{ what: 'source' as const, source }];
    });
  }

  /** The entities in order, each with its statements. Removed entities are left out. */
  async *entities(ids: readonly string[]): AsyncGenerator<readonly Item[]> {
    const [rows, claims] = (await this.#store.read(
      [
        { kind: 'entities', ids, select: whole },
        { kind: 'claims', ownerIds: ids, spec: claimsOf },
      ],
      this.#options,
    )) as [ReadResult<'entities'>, ReadResult<'claims'>];
    const relations = await this.#relationsOf([...claims.values()]);
    let items: Item[] = [];
    for (const id of ids) {
      const row = rows.get(id);
      if (row === undefined) continue;
      const entity = row.entity as unknown as EntityRecord;
      const top = isTop(row);
      const [out, into] = row.edges;
      items.push({ what: 'entity', entity, top }, ...relationItems(entity, out));
      items.push(...narrowerItems(entity, into), { what: 'parts', entity, top });
      const page = claims.get(id);
      items.push(...claimItems(entity, page, relations));
      if (!out?.hasMore && !into?.hasMore && !page?.hasMore) continue;
      yield items;
      items = [];
      yield* this.#rest(entity, out, into, page);
    }
    yield items;
  }

  /** The remaining relations and claims of an entity. */
  async *#rest(
    entity: EntityRecord,
    out: EdgePage | undefined,
    into: EdgePage | undefined,
    page: ClaimPage | undefined,
  ): AsyncGenerator<readonly Item[]> {
    for await (const more of this.#edgesAfter(entity.id, outward, out)) {
      yield relationItems(entity, more);
    }
    for await (const more of this.#edgesAfter(entity.id, narrower, into)) {
      yield narrowerItems(entity, more);
    }
    for (let last = page; last?.hasMore; ) {
      const end = last.rows.at(-1);
      const after = end === undefined ? null : { value: end.sort, id: end.id };
      const spec = { ...claimsOf, window: windowAfter(after, portionSize) };
      const [found] = await this.#store.read(
        [{ kind: 'claims', ownerIds: [entity.id], spec }],
        this.#options,
      );
      last = (found as ReadResult<'claims'>).get(entity.id);
      yield claimItems(entity, last, await this.#relationsOf(last === undefined ? [] : [last]));
    }
  }

  async *#edgesAfter(
    id: string,
    spec: EdgePageSpec,
    first: EdgePage | undefined,
  ): AsyncGenerator<EdgePage> {
    for (let last = first; last?.hasMore; ) {
      const end = last.rows.at(-1);
      const after = end === undefined ? null : { value: end.sortValue, id: end.neighbor.entity.id };
      const more = { ...spec, window: windowAfter(after, portionSize) };
      const [found] = await this.#store.read(
        [{ kind: 'edges', ownerIds: [id], spec: more, select: nothing }],
        this.#options,
      );
      last = (found as ReadResult<'edges'>).get(id);
      if (last !== undefined) yield last;
    }
  }

  /** The relations of the claims. */
  async #relationsOf(pages: readonly ClaimPage[]): Promise<ReadonlyMap<string, RelationRecord>> {
    const ids = new Set(pages.flatMap(({ rows }) => rows.flatMap((row) => row.relationId ?? [])));
    if (ids.size === 0) return new Map();
    const read = { kind: 'relations', ids: [...ids] } as const;
    const [found] = await this.#store.read([read], this.#options);
    return found as ReadResult<'relations'>;
  }

  async *#ids(thing: 'entities' | 'sources'): AsyncGenerator<readonly string[]> {
    for (let after: string | null = null; ; ) {
      const ids: readonly string[] = await this.#store.held.idsAfter(thing, after, portionSize);
      if (ids.length > 0) yield ids;
      if (ids.length < portionSize) return;
      after = ids.at(-1) ?? null;
    }
  }
}

function isTop({ entity, counts: [count = 0] }: EntityRow): boolean {
  return entity.kind === 'TERM' && count === 0;
}

function relationItems(entity: EntityRecord, page: EdgePage | undefined): readonly Item[] {
  return (page?.rows ?? []).map(({ relations, neighbor }) => {
    return { what: 'relations', entity, relations: relations ?? [], neighbor: neighbor.entity };
  });
}

function narrowerItems(entity: EntityRecord, page: EdgePage | undefined): readonly Item[] {
  return (page?.rows ?? []).map(({ neighbor }) => {
    return { what: 'narrower', entity, neighbor: neighbor.entity };
  });
}

function claimItems(
  entity: EntityRecord,
  page: ClaimPage | undefined,
  relations: ReadonlyMap<string, RelationRecord>,
): readonly Item[] {
  return (page?.rows ?? []).flatMap((claim): Item[] => {
    if (claim.relationId === null) return [{ what: 'claim', entity, claim, relation: null }];
    const relation = relations.get(claim.relationId);
    // A load may have removed the relation between two reads.
    if (relation === undefined) return [];
    return [{ what: 'claim', entity, claim, relation }];
  });
}
