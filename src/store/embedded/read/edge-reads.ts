import { compareRelations } from '../../../ontology/relation-order.ts';
import { stampProperties } from '../../cache-tags.ts';
import type {
  EdgePage,
  EdgePageSpec,
  EdgeSpec,
  EntityPart,
  EntityRow,
  Selection,
} from '../../reads.ts';
import { compare, type Edge, type Graph, orderOf, type Slot } from '../database/graph.ts';
import { edgeTest } from '../match/matching.ts';
import { crowdedCount } from './crowded-counts.ts';
import { crowdedPage } from './crowded-edges.ts';
import { walk } from './walk.ts';

const noEdges: readonly EdgePage[] = [];
const noCounts: readonly number[] = [];

/** The entity, with the pages and counts of the selection. */
export function entityRow(graph: Graph, id: string, select: Selection): EntityRow {
  const entity = hasStamps(select) ? graph.entity(id) : graph.valuesOf(id);
  if (entity === undefined) throw new Error(`${id} was found, but has no record.`);
  return {
    entity: entity as EntityPart,
    edges:
      select.edges.length === 0
        ? noEdges
        : select.edges.map((nested) => edgePage(graph, id, nested.spec, nested.select)),
    counts:
      select.counts.length === 0
        ? noCounts
        : select.counts.map((spec) => edgeCount(graph, id, spec)),
  };
}

/**
 * Whether stamps are selected. If not, they are left out, since a cached value with stamps would
 * rest on more.
 */
function hasStamps({ properties }: Selection): boolean {
  return stampProperties.some((name) => properties.includes(name));
}

/** One page of an entity's relations. It is empty for an unknown entity. */
export function edgePage(
  graph: Graph,
  ownerId: string,
  spec: EdgePageSpec,
  select: Selection,
): EdgePage {
  const slots = graph.slots(ownerId, spec);
  const { neighbors, hasMore } = needsStatement(graph, slots, spec)
    ? crowdedPage(graph, ownerId, slots, spec)
    : smallPage(graph, ownerId, slots, spec);
  const rows = neighbors.map(({ id, sortValue, relations }) => ({
    relations: spec.facts ? relations.toSorted(compareRelations) : null,
    sortValue,
    neighbor: entityRow(graph, id, select),
  }));
  return { rows, hasMore };
}

/** Whether a statement must select the relations: there are many, or neighbors have a condition. */
function needsStatement(graph: Graph, slots: readonly Slot[], spec: EdgeSpec): boolean {
  return spec.where !== null || slots.some(({ total }) => total >= graph.crowdedFrom);
}

function smallPage(graph: Graph, ownerId: string, slots: readonly Slot[], spec: EdgePageSpec) {
  const { property, descending } = spec.order;
  const { groups, hasMore } = walk<Edge>(
    slots.map((slot) => inOrder(graph, graph.edges(ownerId, slot), property)),
    descending,
    spec.window,
    ({ value, neighborId }, place) => compare(value, neighborId, place.value, place.id),
    (a, b) => compare(a.value, a.neighborId, b.value, b.neighborId),
    edgeTest(spec),
  );
  const neighbors = groups.map((group) => ({
    id: group[0].neighborId,
    sortValue: group[0].value,
    relations: group.map(({ relation }) => relation),
  }));
  return { neighbors, hasMore };
}

/** The edges in an order other than that of names. */
function inOrder(graph: Graph, edges: readonly Edge[], property: string): readonly Edge[] {
  if (property === 'sort') return edges;
  const valued = edges.map((edge) => {
    if (orderOf(edge.neighborId, property) === 'sort') return edge;
    const value = graph.valuesOf(edge.neighborId)?.[property] as string | number | undefined;
    return { ...edge, value: value ?? edge.value };
  });
  return valued.sort((a, b) => compare(a.value, a.neighborId, b.value, b.neighborId));
}

/** The number of neighbors that match the spec. */
export function edgeCount(graph: Graph, ownerId: string, spec: EdgeSpec): number {
  const slots = graph.slots(ownerId, spec);
  if (needsStatement(graph, slots, spec)) return crowdedCount(graph, ownerId, slots, spec);
  const passes = edgeTest(spec);
  const neighbors = new Set<string>();
  for (const slot of slots) {
    for (const edge of graph.edges(ownerId, slot)) {
      if (passes(edge)) neighbors.add(edge.neighborId);
    }
  }
  return neighbors.size;
}
