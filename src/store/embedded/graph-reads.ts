import { entityKinds } from '../../ontology/kinds.ts';
import type { EntityRecord } from '../../ontology/records.ts';
import { compareRelations } from '../../ontology/relation-order.ts';
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
import { fewCandidates, satisfying } from './filter-candidates.ts';
import { edgeTest, entityTest } from './matching.ts';
import { compare, type Edge, type Side, type Snapshot, sortValue } from './snapshot.ts';
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
  const { groups, hasMore } = walk<Edge>(
    edgeSequences(snapshot, ownerId, spec, property),
    descending,
    spec.window,
    ({ neighbor }, place) => placeOf(sortValue(neighbor, property), neighbor.id, place),
    (one, other) =>
      compare(
        sortValue(one.neighbor, property),
        one.neighbor.id,
        sortValue(other.neighbor, property),
        other.neighbor.id,
      ),
    edgeTest(spec, snapshot),
  );
  const rows = groups.map((edges) => {
    const { neighbor } = edges[0];
    return {
      relations: spec.facts ? edges.map(({ relation }) => relation).sort(compareRelations) : null,
      sortValue: sortValue(neighbor, property),
      neighbor: entityRow(snapshot, neighbor, select),
    };
  });
  return { rows, hasMore };
}

/** To how many neighbors the relations lead that the spec lets through. */
export function edgeCount(snapshot: Snapshot, ownerId: string, spec: EdgeSpec): number {
  const passes = edgeTest(spec, snapshot);
  const sequences = edgeSequences(snapshot, ownerId, spec, 'sort');
  const [only, ...others] = sequences;
  if (only === undefined) return 0;
  if (others.length > 0) {
    const passing = sequences.flatMap((edges) => edges.filter(passes));
    return new Set(passing.map(({ neighbor }) => neighbor)).size;
  }
  // Relations to one neighbor lie side by side.
  let count = 0;
  let last: EntityRecord | null = null;
  for (const edge of only) {
    if (edge.neighbor === last || !passes(edge)) continue;
    count += 1;
    last = edge.neighbor;
  }
  return count;
}

/** One page of the entities of a kind. */
export function entityPage(snapshot: Snapshot, spec: ListPageSpec, select: Selection): EntityPage {
  const { property, descending } = spec.order;
  const inOrder = (one: EntityRecord, other: EntityRecord) =>
    compare(sortValue(one, property), one.id, sortValue(other, property), other.id);
  const few = spec.where === null ? null : fewCandidates(snapshot, spec.kind, spec.where);
  const { groups, hasMore } = walk<EntityRecord>(
    [few?.toSorted(inOrder) ?? snapshot.list(spec.kind, property)],
    descending,
    spec.window,
    (entity, place) => placeOf(sortValue(entity, property), entity.id, place),
    inOrder,
    spec.where === null ? () => true : entityTest(spec.where, snapshot),
  );
  const rows = groups.map(([entity]) => ({
    sortValue: sortValue(entity, property),
    node: entityRow(snapshot, entity, select),
  }));
  return { rows, hasMore };
}

/** How many entities of a kind the condition lets through. */
export function entityCount(snapshot: Snapshot, spec: ListSpec): number {
  return satisfying(snapshot, spec).length;
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
