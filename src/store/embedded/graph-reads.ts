import { entityKinds } from '../../ontology/kinds.ts';
import type { EntityRecord } from '../../ontology/records.ts';
import { relationOf, relationTypes } from '../../ontology/relations.ts';
import type {
  EdgePage,
  EdgePageSpec,
  EdgeSpec,
  EntityPage,
  EntityRow,
  Keyset,
  ListPageSpec,
  ListSpec,
  Selection,
} from '../reads.ts';
import { edgeTest, entityTest } from './matching.ts';
import { compare, type Edge, type Side, type Snapshot, sortValue } from './snapshot.ts';
import { candidates } from './text-scan.ts';
import { walk } from './walk.ts';

const noEdges: readonly EdgePage[] = [];
const noCounts: readonly number[] = [];

/** The entity with the pages and counts that the selection asks to come with it. */
export function entityRow(snapshot: Snapshot, entity: EntityRecord, select: Selection): EntityRow {
  return {
    entity: entity as EntityRecord & Record<string, unknown>,
    edges:
      select.edges.length === 0
        ? noEdges
        : select.edges.map((nested) => edgePage(snapshot, entity.id, nested.spec, nested.select)),
    counts:
      select.counts.length === 0
        ? noCounts
        : select.counts.map((spec) => edgeCount(snapshot, entity.id, spec)),
  };
}

/** One page of an entity's relations; empty for an unknown entity. */
export function edgePage(
  snapshot: Snapshot,
  ownerId: string,
  spec: EdgePageSpec,
  select: Selection,
): EdgePage {
  const { property, descending } = spec.order;
  const { items, hasMore } = walk<Edge>(
    edgeSequences(snapshot, ownerId, spec, property),
    descending,
    spec.window,
    ({ neighbor, relation }, place) => placeOf(sortValue(neighbor, property), relation.id, place),
    (one, other) =>
      compare(
        sortValue(one.neighbor, property),
        one.relation.id,
        sortValue(other.neighbor, property),
        other.relation.id,
      ),
    edgeTest(spec, snapshot),
  );
  const rows = items.map(({ relation, neighbor }) => ({
    relation,
    sortValue: sortValue(neighbor, property),
    neighbor: entityRow(snapshot, neighbor, select),
  }));
  return { rows, hasMore };
}

/** How many of an entity's relations the spec lets through. */
export function edgeCount(snapshot: Snapshot, ownerId: string, spec: EdgeSpec): number {
  const passes = edgeTest(spec, snapshot);
  let count = 0;
  for (const edges of edgeSequences(snapshot, ownerId, spec, 'sort')) {
    for (const edge of edges) if (passes(edge)) count += 1;
  }
  return count;
}

/** One page of the entities of a kind. */
export function entityPage(snapshot: Snapshot, spec: ListPageSpec, select: Selection): EntityPage {
  const { property, descending } = spec.order;
  const { items, hasMore } = walk<EntityRecord>(
    [candidates(snapshot, spec.kind, spec.where, property)],
    descending,
    spec.window,
    (entity, place) => placeOf(sortValue(entity, property), entity.id, place),
    (one, other) => compare(sortValue(one, property), one.id, sortValue(other, property), other.id),
    spec.where === null ? () => true : entityTest(spec.where, snapshot),
  );
  const rows = items.map((entity) => ({
    sortValue: sortValue(entity, property),
    node: entityRow(snapshot, entity, select),
  }));
  return { rows, hasMore };
}

/** How many entities of a kind the condition lets through. */
export function entityCount(snapshot: Snapshot, spec: ListSpec): number {
  const all = candidates(snapshot, spec.kind, spec.where, 'sort');
  if (spec.where === null) return all.length;
  return all.filter(entityTest(spec.where, snapshot)).length;
}

/** Entities per kind and best relations per type. */
export function tally(snapshot: Snapshot) {
  const entities = Object.fromEntries(
    entityKinds.map((kind) => [kind, snapshot.list(kind, 'sort').length]),
  );
  const relations = Object.fromEntries(relationTypes.map((type) => [type, 0]));
  for (const relation of snapshot.relations.values()) {
    if (relation.best) relations[relation.type] = (relations[relation.type] ?? 0) + 1;
  }
  return { entities, relations } as {
    entities: Record<(typeof entityKinds)[number], number>;
    relations: Record<(typeof relationTypes)[number], number>;
  };
}

function placeOf(value: string | number, id: string, place: Keyset): number {
  return compare(value, id, place.value, place.id);
}

function edgeSequences(
  snapshot: Snapshot,
  ownerId: string,
  spec: EdgeSpec,
  property: string,
): (readonly Edge[])[] {
  return spec.types
    .flatMap((type) =>
      sidesOf(relationOf(type).symmetric, spec.direction).map((side) =>
        snapshot.edges(ownerId, type, side, property),
      ),
    )
    .filter((edges) => edges.length > 0);
}

/** The sides of a relation type that a direction follows. */
export function sidesOf(symmetric: boolean, direction: EdgeSpec['direction']): readonly Side[] {
  if (symmetric) return ['SYMMETRIC'];
  return direction === 'BOTH' ? ['OUT', 'IN'] : [direction];
}
