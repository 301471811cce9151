import { cellKind } from '../../../ontology/filter-cells.ts';
import { sortPropertiesOf } from '../../../ontology/kinds.ts';
import { solePart } from '../../condition-parts.ts';
import type { Condition } from '../../list-condition.ts';
import { cellIndex } from '../database/cell-tables.ts';
import type { Graph } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { overBound } from './bound.ts';
import { type CellTest, countInCells } from './cells.ts';

/** How many entries of an index are counted in the time that it takes to look at an entity. */
export const indexEntriesForEntity = 10;

/**
 * The number of models in the cells that pass and in a range of an order, counted in the index of
 * the order. Null for any other rest of a condition. Throws if there are too many to count.
 */
export function countInRange(graph: Graph, test: CellTest, rest: Condition): number | null {
  const range = rangeOf(rest);
  if (range === null) return null;
  const into = new Parameters();
  const most = graph.mostLookedAt * indexEntriesForEntity;
  // Counting without a limit takes two thirds of the time.
  const limit = countInCells(test, graph) > most ? ` LIMIT ${into.bind(most + 1)}` : '';
  const text = `SELECT count(*) FROM (${modelsInRange(test, range, into)}${limit})`;
  const [count = 0] = graph.statements.row<[number]>(text, into.values) ?? [];
  if (count > most) throw overBound(most);
  return count;
}

type Range = Extract<Condition, { op: 'range' }>;

/** The numbers `n` of the models in the cells that pass and in a range of an order, each once. */
export function modelsInRange(test: CellTest, range: Range, into: Parameters): string {
  const { property, min, max } = range;
  const bounds = [
    ...(min === null ? [] : [`x.${property} >= ${into.bind(min)}`]),
    ...(max === null ? [] : [`x.${property} <= ${into.bind(max)}`]),
  ];
  return inOrder(test, property, bounds, into);
}

/** The numbers of the other models in these cells, each once. */
export function modelsOutOfRange(test: CellTest, range: Range, into: Parameters): string {
  const { property, min, max } = range;
  const parts = [
    `x.${property} IS NULL`,
    ...(min === null ? [] : [`x.${property} < ${into.bind(min)}`]),
    ...(max === null ? [] : [`x.${property} > ${into.bind(max)}`]),
  ];
  return parts.map((part) => inOrder(test, property, [part], into)).join(' UNION ALL ');
}

function inOrder(
  test: CellTest,
  property: string,
  bounds: readonly string[],
  into: Parameters,
): string {
  return `SELECT x.n AS n FROM cell c CROSS JOIN entity x INDEXED BY ${cellIndex(property)}
    ON ${['x.cell = c.n', ...bounds].join(' AND ')} WHERE ${test(into)}`;
}

/** The same range of a sort value; null if the condition is anything else. */
export function rangeOf(rest: Condition): Range | null {
  const part = solePart(rest);
  if (part?.op !== 'range') return null;
  const orders = sortPropertiesOf(cellKind);
  if (orders.some(({ property }) => property === part.property)) return part;
  const order = orders.find(({ of, type }) => of === part.property && type === 'number');
  if (order === undefined) return null;
  // An unknown number is in no range. It sorts below all others, which are not negative.
  return { ...part, property: order.property, min: Math.max(0, Number(part.min ?? 0)) };
}
