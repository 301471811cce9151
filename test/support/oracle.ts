import { kindOf } from '../../src/ontology/kinds.ts';
import { spanOf } from '../../src/ontology/partial-date.ts';
import { entityRecordSchemas, type RelationRecord } from '../../src/ontology/records.ts';
import { compareRelations } from '../../src/ontology/relation-order.ts';
import { relationOf } from '../../src/ontology/relations.ts';
import type { EntityInput } from '../../src/store/graph-store.ts';
import type { Condition, Hop } from '../../src/store/list-condition.ts';
import type {
  ClaimSpec,
  DisagreementSpec,
  EdgeSpec,
  FacetSpec,
  PageWindow,
  Read,
  Selection,
  SortOrder,
} from '../../src/store/reads.ts';
import type { World } from './records.ts';

// What a store must answer, worked out the slow way: filter everything, sort it, cut the page out.
// Rows come back as plain objects, of which stores' rows are compared (see `plain.ts`).

type Place = { readonly value: string | number; readonly id: string };
type Properties = Readonly<Record<string, unknown>>;

function property(entity: EntityInput, name: string): unknown {
  return (entity as unknown as Properties)[name];
}

function orderValue(entity: EntityInput, name: string): string | number {
  const ordered = Object.values(kindOf(entity.kind).orders).some((o) => o.property === name);
  return property(entity, ordered ? name : 'sort') as string | number;
}

function compare(one: Place, other: Place): number {
  if (one.value !== other.value) return one.value < other.value ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

/** Cuts a page out of all rows, which are in the order of the page. */
export function cut<Row>(
  all: readonly Row[],
  placeOf: (row: Row) => Place,
  descending: boolean,
  { limit, after, before, backward, peek }: PageWindow,
): { rows: Row[]; hasMore: boolean } {
  const sign = descending ? -1 : 1;
  const between = all.filter(
    (row) =>
      (after === null || sign * compare(placeOf(row), after) > 0) &&
      (before === null || sign * compare(placeOf(row), before) < 0),
  );
  const rows = backward
    ? between.slice(Math.max(0, between.length - limit))
    : between.slice(0, limit);
  return { rows, hasMore: peek && between.length > limit };
}

export class Oracle {
  readonly #world: World;
  readonly #entities: ReadonlyMap<string, EntityInput>;

  constructor(world: World) {
    this.#world = world;
    this.#entities = new Map(world.entities.map((entity) => [entity.id, entity]));
  }

  /** The plain answer to a read; not to `locate`, `relations` and `graph`, which need no working out. */
  answer(read: Read): unknown {
    switch (read.kind) {
      case 'entities':
        return this.#byKey(read.ids, (id) => this.#row(this.#entities.get(id), read.select));
      case 'list': {
        const { order, window } = read.spec;
        const all = this.#listed(read.spec.kind, read.spec.where, order);
        const place = (e: EntityInput) => ({ value: orderValue(e, order.property), id: e.id });
        const { rows, hasMore } = cut(all, place, order.descending, window);
        return {
          rows: rows.map((entity) => ({
            sortValue: orderValue(entity, order.property),
            node: this.#row(entity, read.select),
          })),
          hasMore,
        };
      }
      case 'listCount':
        return this.#listed(read.spec.kind, read.spec.where).length;
      case 'facet':
        return this.#facet(read.spec, read.select);
      case 'edges':
        return this.#byKey(read.ownerIds, (id) => this.#edgePage(id, read.spec, read.select));
      case 'edgeCounts':
        return this.#byKey(read.ownerIds, (id) => this.edges(id, read.spec).length);
      case 'claims': {
        // Their sort is unique: of a place, the value is all that counts.
        const { window } = read.spec;
        const placed = (place: Place | null) => place && { value: place.value, id: '' };
        const bounds = { after: placed(window.after), before: placed(window.before) };
        return this.#byKey(read.ownerIds, (id) =>
          cut(this.#claims(id, read.spec), ({ sort }) => ({ value: sort, id: '' }), false, {
            ...window,
            ...bounds,
          }),
        );
      }
      case 'claimCounts':
        return this.#byKey(read.ownerIds, (id) => this.#claims(id, read.spec).length);
      case 'claimsById':
        return this.#records(this.#world.claims, read.ids);
      case 'disagreements': {
        const { window } = read.spec;
        const placed = (place: Place | null) => place && { value: place.value, id: '' };
        return cut(this.#disagreements(read.spec), ({ sort }) => ({ value: sort, id: '' }), false, {
          ...window,
          after: placed(window.after),
          before: placed(window.before),
        });
      }
      case 'disagreementCount':
        return this.#disagreements(read.spec).length;
      case 'sources':
        return this.#records(this.#world.sources, read.ids);
      default:
        throw new Error(`the oracle does not answer ${read.kind}`);
    }
  }

  /** Every value of the list in turn, and the entities that have it. */
  #facet({ kind, where, by, limit }: FacetSpec, select: Selection): unknown {
    const all = this.#listed(kind, where);
    const holders = new Map<string, { value: string; end: EntityInput | null; count: number }>();
    for (const entity of all) {
      const held: readonly (readonly [string, EntityInput | null])[] =
        by.op === 'linked'
          ? this.#ends(entity, by.hops).map((end) => [end.id, end])
          : [property(entity, by.property)]
              .flat()
              .filter((item) => typeof item === 'string' && item.startsWith(by.prefix))
              .map((item) => [String(item).slice(by.prefix.length), null]);
      for (const [key, end] of new Map(held)) {
        const known = holders.get(key);
        holders.set(key, { value: end?.slug ?? key, end, count: (known?.count ?? 0) + 1 });
      }
    }
    const bytes = (text: string) => Buffer.from(text);
    return [...holders.values()]
      .sort((a, b) => b.count - a.count || Buffer.compare(bytes(a.value), bytes(b.value)))
      .slice(0, limit)
      .map(({ value, end, count }) => ({
        value,
        count,
        entity: end && this.#row(end, select),
      }));
  }

  #ends(entity: EntityInput, [hop, ...rest]: readonly Hop[]): EntityInput[] {
    if (hop === undefined) return [entity];
    const spec: EdgeSpec = {
      ...{ types: [hop.type], direction: hop.direction, ranks: 'BEST' },
      ...{ neighborKinds: null, artifact: null, on: null, where: null },
    };
    return this.edges(entity.id, spec).flatMap(({ neighbor }) => this.#ends(neighbor, rest));
  }

  /** The neighbors that relations of an owner lead to, with those that the spec lets through, in order. */
  edges(
    ownerId: string,
    spec: EdgeSpec,
    order: SortOrder = { property: 'sort', descending: false },
  ) {
    const found = this.#world.relations.flatMap((relation) => {
      const { type, fromId, toId } = relation;
      if (!spec.types.includes(type) || !keeps(spec, relation)) return [];
      const both = spec.direction === 'BOTH' || relationOf(type).symmetric;
      const neighbors: string[] = [];
      if (fromId === ownerId && (both || spec.direction === 'OUT')) neighbors.push(toId);
      if (toId === ownerId && (both || spec.direction === 'IN')) neighbors.push(fromId);
      return neighbors.flatMap((id) => {
        const neighbor = this.#entities.get(id);
        if (neighbor === undefined) return [];
        if (spec.neighborKinds !== null && !spec.neighborKinds.includes(neighbor.kind)) return [];
        if (spec.where !== null && !this.#satisfies(neighbor, spec.where)) return [];
        return [{ relation, neighbor }];
      });
    });
    const place = (edge: { sortValue: string | number; neighbor: EntityInput }) => ({
      value: edge.sortValue,
      id: edge.neighbor.id,
    });
    const sign = order.descending ? -1 : 1;
    return [...new Set(found.map(({ neighbor }) => neighbor))]
      .map((neighbor) => {
        const leading = found.filter((edge) => edge.neighbor === neighbor);
        const relations = leading.map(({ relation }) => relation).sort(compareRelations);
        return { neighbor, relations, sortValue: orderValue(neighbor, order.property) };
      })
      .sort((one, other) => sign * compare(place(one), place(other)));
  }

  #edgePage(ownerId: string, spec: Read<'edges'>['spec'], select: Selection): unknown {
    const { rows, hasMore } = cut(
      this.edges(ownerId, spec, spec.order),
      ({ sortValue, neighbor }) => ({ value: sortValue, id: neighbor.id }),
      spec.order.descending,
      spec.window,
    );
    return {
      rows: rows.map(({ relations, neighbor, sortValue }) => ({
        relations: spec.facts ? relations : null,
        sortValue,
        neighbor: this.#row(neighbor, select),
      })),
      hasMore,
    };
  }

  #row(entity: EntityInput | undefined, select: Selection): unknown {
    if (entity === undefined) return undefined;
    const known = Object.keys(entityRecordSchemas[entity.kind].shape);
    const wanted = select.properties.filter((name) => known.includes(name));
    return {
      entity: {
        id: entity.id,
        kind: entity.kind,
        ...Object.fromEntries(wanted.map((name) => [name, property(entity, name)])),
      },
      edges: select.edges.map(({ spec, select: inner }) => this.#edgePage(entity.id, spec, inner)),
      counts: select.counts.map((spec) => this.edges(entity.id, spec).length),
    };
  }

  #listed(kind: string, where: Condition | null, order?: SortOrder): EntityInput[] {
    const { property: name, descending } = order ?? { property: 'sort', descending: false };
    const sign = descending ? -1 : 1;
    const place = (entity: EntityInput) => ({ value: orderValue(entity, name), id: entity.id });
    return this.#world.entities
      .filter((entity) => entity.kind === kind && (!where || this.#satisfies(entity, where)))
      .sort((one, other) => sign * compare(place(one), place(other)));
  }

  #claims(ownerId: string, { of, property: wanted, contested, ranks }: ClaimSpec) {
    return this.#world.claims
      .filter(
        (claim) =>
          claim[`${of}Id`] === ownerId &&
          (wanted === null || claim.property === wanted) &&
          (contested === null || claim.contested === contested) &&
          (ranks !== 'BEST' || claim.best) &&
          (ranks !== 'CURRENT' || claim.rank !== 'DEPRECATED'),
      )
      .sort((one, other) => (one.sort < other.sort ? -1 : 1));
  }

  #disagreements({ kinds, property: wanted, contested, subjectId }: DisagreementSpec) {
    return this.#world.disagreements
      .filter(
        (each) =>
          kinds.includes(each.kind) &&
          (wanted === null || each.property === wanted) &&
          (contested === null || each.contested === contested) &&
          (subjectId === null || each.subjectId === subjectId),
      )
      .sort((one, other) => (one.sort < other.sort ? -1 : 1));
  }

  #satisfies(entity: EntityInput, condition: Condition): boolean {
    switch (condition.op) {
      case 'all':
        return condition.of.every((part) => this.#satisfies(entity, part));
      case 'in': {
        const value = property(entity, condition.property);
        const items = (Array.isArray(value) ? value : [value]) as (string | number | boolean)[];
        return items.some((item) => condition.values.includes(item));
      }
      case 'range': {
        const value = (property(entity, condition.property) ?? null) as string | number | null;
        const { min, max } = condition;
        return value !== null && (min === null || value >= min) && (max === null || value <= max);
      }
      case 'contains':
        return String(property(entity, condition.property) ?? '').includes(condition.text);
      case 'classed':
        throw new Error('worlds have no classes');
      case 'linked':
        return this.#leads(entity, condition.hops, condition.slugs);
    }
  }

  #leads(entity: EntityInput, hops: readonly Hop[], slugs: readonly string[]): boolean {
    return this.#ends(entity, hops).some(({ slug }) => slugs.includes(slug));
  }

  #records(rows: readonly { readonly id: string }[], ids: readonly string[]): unknown {
    return this.#byKey(ids, (id) => rows.find((row) => row.id === id));
  }

  #byKey(keys: readonly string[], find: (key: string) => unknown): unknown {
    const found = keys.map((key) => [key, find(key)] as const);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  }
}

function keeps(spec: EdgeSpec, { rank, best, artifact, since, until }: RelationRecord): boolean {
  const { ranks, on } = spec;
  return (
    (ranks !== 'BEST' || best) &&
    (ranks !== 'CURRENT' || rank !== 'DEPRECATED') &&
    (spec.artifact === null || artifact === spec.artifact) &&
    (on === null ||
      ((since === null || spanOf(since).first <= on) &&
        (until === null || on < spanOf(until).first)))
  );
}
