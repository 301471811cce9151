import type { EdgePageSpec, Keyset } from '../../reads.ts';
import type { Graph, Neighbor, Slot } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { modelsAt, type NeighborGroup } from '../match/crowded-models.ts';
import { betweenText, pageOf, walkOf } from '../match/window-text.ts';
import { sourceOf, takesAllBest, worthSorting } from './neighbor-source.ts';

type Row = readonly [value: string | number, id: string, relation: number];

/**
 * A page of relations that is read directly from the tables: for an entity with very many
 * relations, or a condition on its neighbors.
 */
export function crowdedPage(
  graph: Graph,
  ownerId: string,
  slots: readonly Slot[],
  spec: EdgePageSpec,
): { readonly neighbors: readonly Neighbor[]; readonly hasMore: boolean } {
  const owner = graph.numberOf(ownerId);
  const { window } = spec;
  const wanted = window.limit + Number(window.peek);
  if (owner === undefined || slots.length === 0 || wanted === 0) {
    return { neighbors: [], hasMore: false };
  }
  const [slot, ...others] = slots;
  const isPlain = slot !== undefined && others.length === 0 && takesAllBest(slot, spec);
  const merged = isPlain ? modelsAt(graph, owner, slot, spec, wanted) : null;
  const groups = merged ?? groupsOf(graph, owner, slots, spec, wanted);
  const { rows, hasMore } = pageOf(groups, window);
  const wholes = spec.facts ? graph.relationsAt(rows.flatMap(({ numbers }) => numbers)) : null;
  const neighbors = rows.map(({ id, value, numbers }) => {
    const relations = numbers.flatMap((number) => wholes?.get(number) ?? []);
    return { id, sortValue: value, relations };
  });
  return { neighbors, hasMore };
}

/** The first neighbors of a page, found by walking or sorting relations. */
function groupsOf(
  graph: Graph,
  owner: number,
  slots: readonly Slot[],
  spec: EdgePageSpec,
  wanted: number,
): readonly NeighborGroup[] {
  const groups: (NeighborGroup & { numbers: number[] })[] = [];
  let { start } = walkOf(spec.order.descending, spec.window);
  // Relations to one neighbor are adjacent. The last neighbor of a portion may have more of them.
  for (let portion = wanted + 4; ; portion *= 2) {
    const rows = portionOf(graph, owner, slots, spec, start, portion);
    for (const [value, id, relation] of rows) {
      const last = groups.at(-1);
      if (last?.id === id) last.numbers.push(relation);
      else groups.push({ id, value, numbers: [relation] });
    }
    if (rows.length < portion || groups.length > wanted) break;
    const unfinished = groups.pop();
    const whole = groups.at(-1);
    if (whole !== undefined) start = { value: whole.value, id: whole.id };
    else if (unfinished === undefined) break;
  }
  return groups.slice(0, wanted);
}

function portionOf(
  graph: Graph,
  owner: number,
  slots: readonly Slot[],
  spec: EdgePageSpec,
  start: Keyset | null,
  limit: number,
): readonly Row[] {
  const into = new Parameters();
  const walk = { ...walkOf(spec.order.descending, spec.window), start };
  const { property } = spec.order;
  const parts = slots.map((slot) => {
    const worth = worthSorting(graph, slot, property);
    const source = sourceOf(graph, owner, slot, spec, property, worth, into);
    const { from, value, id, relation, where } = source;
    const between = betweenText(walk, value, id, into);
    return `SELECT ${value} AS value, ${id} AS id, ${relation} AS relation FROM ${from} WHERE ${where}${between}`;
  });
  const order = walk.down ? 'DESC' : 'ASC';
  const text = `${parts.join(' UNION ALL ')}
    ORDER BY value ${order}, id ${order} LIMIT ${into.bind(limit)}`;
  return graph.statements.rows<Row>(text, into.values);
}
