import { cellKind } from '../../../ontology/filter-cells.ts';
import type { EdgeSpec } from '../../reads.ts';
import { type Graph, type Slot, standing } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { overBound } from '../match/bound.ts';
import { countInRange } from '../match/cell-ranges.ts';
import { both, byCells, cellsAt, countInCells } from '../match/cells.ts';
import { sourceOf, takesAllBest } from './neighbor-source.ts';

/** The number of neighbors that match the spec. */
export function crowdedCount(
  graph: Graph,
  ownerId: string,
  slots: readonly Slot[],
  spec: EdgeSpec,
): number {
  const owner = graph.numberOf(ownerId);
  const [slot, ...others] = slots;
  if (owner === undefined || slot === undefined) return 0;
  if (others.length === 0 && isCounted(slot, spec)) return slot.best;
  const summed =
    others.length === 0
      ? countByCells(graph, owner, slot, spec)
      : countBeyondLargest(graph, owner, slots, spec);
  if (summed !== null) return summed;
  return countOneByOne(graph, owner, slots, spec);
}

/** Throws if there are too many neighbors to look at. */
function countOneByOne(
  graph: Graph,
  owner: number,
  slots: readonly Slot[],
  spec: EdgeSpec,
): number {
  const into = new Parameters();
  let looked = 0;
  const parts = slots.map((each) => {
    const source = sourceOf(graph, owner, each, spec, 'sort', each.total, into);
    looked += source.most;
    return `SELECT ${source.n} AS n FROM ${source.from} WHERE ${source.where}`;
  });
  if (looked > graph.mostLookedAt) throw overBound(graph.mostLookedAt);
  const text = `SELECT count(DISTINCT n) FROM (${parts.join(' UNION ALL ')})`;
  const [count = 0] = graph.statements.row<[number]>(text, into.values) ?? [];
  return count;
}

/**
 * Whether the stored count of the slot is the answer: it counts neighbors by best relations,
 * without filters.
 */
function isCounted(slot: Slot, spec: EdgeSpec): boolean {
  return spec.where === null && takesAllBest(slot, spec);
}

/**
 * The stored count of the largest slot, and the neighbors of the others that it does not have; null
 * if the spec leaves out neighbors.
 */
function countBeyondLargest(
  graph: Graph,
  owner: number,
  slots: readonly Slot[],
  spec: EdgeSpec,
): number | null {
  if (spec.where !== null || !slots.every((slot) => takesAllBest(slot, spec))) return null;
  const [largest, ...others] = slots.toSorted((one, other) => other.best - one.best);
  if (largest === undefined) return null;
  const looked = others.reduce((sum, { total }) => sum + total, 0);
  if (looked > graph.mostLookedAt) throw overBound(graph.mostLookedAt);
  const into = new Parameters();
  const parts = others.map((each) => {
    const { from, n, where } = sourceOf(graph, owner, each, spec, 'sort', each.total, into);
    return `SELECT ${n} AS n FROM ${from} WHERE ${where}`;
  });
  const [of, type] = [into.bind(owner), graph.codes.property(largest.type)];
  const links = (here: string, there: string) =>
    `EXISTS (SELECT 1 FROM relation r WHERE r.${here} = ${of} AND r.type = ${type}
       AND r.${there} = o.n AND r.standing >= ${standing.best})`;
  const isThere = {
    OUT: () => links('from_n', 'to_n'),
    IN: () => links('to_n', 'from_n'),
    SYMMETRIC: () => `(${links('from_n', 'to_n')} OR ${links('to_n', 'from_n')})`,
  }[largest.side]();
  const text = `SELECT count(*) FROM (SELECT DISTINCT n FROM (${parts.join(' UNION ALL ')})) AS o
    WHERE NOT ${isThere}`;
  const [count = 0] = graph.statements.row<[number]>(text, into.values) ?? [];
  return largest.best + count;
}

/** The count as a sum over cells; null if they do not know the whole condition. */
function countByCells(graph: Graph, owner: number, slot: Slot, spec: EdgeSpec): number | null {
  const within = cellsAt(owner, slot, graph);
  if (within === null || !takesAllBest(slot, spec)) return null;
  const { test, rest } = byCells(cellKind, spec.where, graph);
  const passing = both(test, within);
  if (passing === null) return null;
  return rest === null ? countInCells(passing, graph) : countInRange(graph, passing, rest);
}
