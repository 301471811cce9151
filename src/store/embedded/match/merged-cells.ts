import { cellKind } from '../../../ontology/filter-cells.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { Condition } from '../../list-condition.ts';
import type { Keyset } from '../../reads.ts';
import { cellIndex } from '../database/cell-tables.ts';
import type { Graph } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { both, byCells, type CellTest } from './cells.ts';
import { conditionText } from './conditions.ts';
import { betweenText, type Walk } from './window-text.ts';

// Each cell has its models in every order of lists. A page merges the cells that pass: it costs a
// look-up for each cell and for each row, however many models there are.

/** The cells that pass a part of a condition, and the rest of it, which cells cannot decide. */
export interface PassingCells {
  readonly test: CellTest;
  readonly rest: Condition | null;
  readonly cells: number;
  readonly models: number;
}

/** The cells for a condition; null if no part of it is about cells. `within` narrows them. */
export function passingCells(
  graph: Graph,
  kind: EntityKind,
  where: Condition | null,
  within: CellTest | null = null,
): PassingCells | null {
  if (where === null && within === null) return null;
  const known = byCells(kind, where, graph);
  const test = both(known.test, within);
  if (test === null) return null;
  const into = new Parameters();
  const text = `SELECT count(*), coalesce(sum(c.size), 0) FROM cell c WHERE ${test(into)}`;
  const [cells = 0, models = 0] = graph.statements.row<[number, number]>(text, into.values) ?? [];
  return { test, rest: known.rest, cells, models };
}

/** The number of look-ups for the first rows. */
export function mergeCost({ cells }: PassingCells, rows: number): number {
  return cells + rows;
}

export type MergedRow = readonly [id: string, value: string | number, n: number];

/** The models of a portion that meet the rest of the condition. */
export interface Portion {
  readonly rows: readonly MergedRow[];
  /** The place of the last model of the portion; null at the end of the walk. */
  readonly last: Keyset | null;
}

type Row = readonly [...MergedRow, passes: number];

/** The first `size` models of the cells in a walk through the order of a property. */
export function mergedPortion(
  graph: Graph,
  { test, rest }: PassingCells,
  property: string,
  walk: Walk,
  size: number,
): Portion {
  const into = new Parameters();
  const order = walk.down ? 'DESC' : 'ASC';
  const first = (cell: string, after: string) =>
    `(SELECT x.n FROM entity x INDEXED BY ${cellIndex(property)} WHERE x.cell = ${cell}${after}
      ORDER BY x.${property} ${order}, x.id ${order} LIMIT 1)`;
  const fromStart = betweenText({ ...walk, end: null }, `x.${property}`, 'x.id', into);
  // Without the plus, a column of the index is not compared with one of the merge in the index.
  const next = ` AND (x.${property}, x.id) ${walk.down ? '<' : '>'} (+m.value, +m.id)`;
  const [passes, entity] =
    rest === null
      ? ['1', '']
      : [conditionText(rest, [cellKind], graph, into), 'CROSS JOIN entity e ON e.n = merged.n'];
  // The queue of a recursive statement is a heap: it holds the next model of each cell.
  const text = `WITH RECURSIVE merged (cell, value, id, n) AS (
      SELECT c.n, e.${property}, e.id, e.n
      FROM cell c CROSS JOIN entity e ON e.n = ${first('c.n', fromStart)} WHERE ${test(into)}
      UNION ALL
      SELECT m.cell, e.${property}, e.id, e.n
      FROM merged m CROSS JOIN entity e ON e.n = ${first('m.cell', next)}
      ORDER BY 2 ${order}, 3 ${order} LIMIT ${into.bind(size)}
    )
    SELECT merged.id, merged.value, merged.n, ${passes} FROM merged ${entity}
    WHERE 1 ${betweenText({ ...walk, start: null }, 'merged.value', 'merged.id', into)}`;
  const rows = graph.statements.rows<Row>(text, into.values);
  const [id, value] = rows.at(-1) ?? [];
  const isEnd = rows.length < size || id === undefined || value === undefined;
  return {
    rows: rows.flatMap(([id, value, n, passes]): MergedRow[] => (passes ? [[id, value, n]] : [])),
    last: isEnd ? null : { id, value },
  };
}
