import { groupBy } from '../../../base/group-by.ts';
import { cellKind } from '../../../ontology/filter-cells.ts';
import type { EdgePageSpec } from '../../reads.ts';
import { type Graph, type Slot, standing } from '../database/graph.ts';
import { cellsAt } from './cells.ts';
import { orderColumn, walkCost } from './list-rows.ts';
import { type MergedRow, mergeCost, mergedPortion, passingCells } from './merged-cells.ts';
import { tallyOf } from './tally.ts';
import { type Walk, walkOf } from './window-text.ts';
import { worthGathering } from './worth-gathering.ts';

/** A neighbor with the numbers of its relations. */
export interface NeighborGroup {
  readonly id: string;
  readonly value: string | number;
  readonly numbers: readonly number[];
}

/** So few cells are merged even if a walk should be shorter: it may find its matches at the end. */
const fewCells = 400;

/**
 * The first neighbors of a page, if these are models and their cells tell which: the orders of the
 * cells are merged. Null if that cannot be done, or would take long. The spec must take all best
 * relations of the slot.
 */
export function modelsAt(
  graph: Graph,
  owner: number,
  slot: Slot,
  { where, order, window, facts }: EdgePageSpec,
  wanted: number,
): readonly NeighborGroup[] | null {
  const within = cellsAt(owner, slot, graph);
  const property = orderColumn(cellKind, order.property);
  const isByName = property === 'sort';
  // The neighbors are stored by name.
  if (within === null || (where === null && isByName)) return null;
  const passing = passingCells(graph, cellKind, where, within);
  if (passing === null) return null;
  const total = isByName ? slot.total : (tallyOf(graph).get(cellKind) ?? 0);
  const others = Math.min(slot.total, walkCost(passing, wanted, total));
  if (passing.cells > fewCells && mergeCost(passing, wanted) > others) return null;
  const found: MergedRow[] = [];
  let walk: Walk = walkOf(order.descending, window);
  // If few models meet the rest of the condition, another index may find them sooner.
  for (let portion = wanted; found.length < wanted; portion *= 4) {
    if (portion > worthGathering) return null;
    const { rows, last } = mergedPortion(graph, passing, property, walk, portion);
    found.push(...rows.slice(0, wanted - found.length));
    if (last === null) break;
    walk = { ...walk, start: last };
  }
  const numbers = facts ? relationsFrom(graph, owner, slot, found) : null;
  return found.map(([id, value, n]) => ({ id, value, numbers: numbers?.get(n) ?? [] }));
}

/** The numbers of the best relations from the models to the owner. */
function relationsFrom(
  graph: Graph,
  owner: number,
  { type }: Slot,
  models: readonly MergedRow[],
): ReadonlyMap<number, readonly number[]> {
  const text = `SELECT r.from_n, r.n FROM json_each(?1) AS asked
    CROSS JOIN relation r ON r.to_n = ?2 AND r.type = ?3 AND r.from_n = asked.value
    WHERE r.standing >= ${standing.best}`;
  const rows = graph.statements.rows<[from: number, relation: number]>(text, [
    ...[JSON.stringify(models.map(([, , n]) => n)), owner, graph.codes.property(type)],
  ]);
  return new Map(
    [...groupBy(rows, ([from]) => from)].map(([from, found]) => [from, found.map(([, n]) => n)]),
  );
}
