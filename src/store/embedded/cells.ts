import { cellKind, cellProperties, cellRelation } from '../../ontology/filter-cells.ts';
import type { Hop } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { Condition } from '../list-condition.ts';
import type { SlotName } from './codes.ts';
import type { Graph } from './graph.ts';
import { endsOf, leadingText } from './hops.ts';
import { Parameters } from './prepared-statements.ts';

/** A condition on the cell `c`, in SQL. */
export type CellTest = (into: Parameters) => string;

/** A condition in two parts: one on cells, and the rest that cells cannot decide. */
interface ByCells {
  /** Null if no part of the condition is about cells. */
  readonly test: CellTest | null;
  readonly rest: Condition | null;
}

/** Splits a condition on entities of a kind. */
export function byCells(kind: EntityKind, where: Condition | null, graph: Graph): ByCells {
  if (kind !== cellKind) return { test: null, rest: where };
  if (where === null) return { test: () => '1', rest: null };
  if (where.op !== 'all') {
    const test = testOf(where, graph);
    return { test, rest: test === null ? where : null };
  }
  const parts = where.of.map((part) => byCells(kind, part, graph));
  const tests = parts.flatMap(({ test }) => test ?? []);
  const of = parts.flatMap(({ rest }) => rest ?? []);
  return {
    test:
      tests.length === 0 && of.length > 0
        ? null
        : (into) => ['1', ...tests.map((test) => test(into))].join(' AND '),
    rest: of.length === 0 ? null : { op: 'all', of },
  };
}

function testOf(where: Condition, graph: Graph): CellTest | null {
  if (where.op === 'in') {
    const held = graph.codes.held(cellKind, where.property);
    if (held === null || !cellProperties.includes(where.property)) return null;
    return (into) => hasValue(held, into.list(where.values));
  }
  if (where.op !== 'linked') return null;
  const [hop, ...others] = where.hops;
  if (hop === undefined || !isCellHop(hop)) return null;
  const ends = endsOf(where.slugs, graph);
  const slot = graph.codes.slot(cellRelation, 'OUT');
  return (into) => hasValue(slot, `(${leadingText(others, ends, graph, into)})`);
}

function hasValue(property: number, values: string): string {
  return `c.n IN (SELECT cell FROM cell_value WHERE property = ${property} AND value IN ${values})`;
}

/** Whether the ends of the hop decide the cell. */
export function isCellHop({ type, direction }: Hop): boolean {
  return type === cellRelation && direction === 'OUT';
}

/**
 * The cells with a model that best relations of the slot link to the owner. Null if cells cannot
 * tell.
 */
export function cellsAt(owner: number, { type, side }: SlotName, graph: Graph): CellTest | null {
  if (type !== cellRelation || side !== 'IN') return null;
  const slot = graph.codes.slot(type, 'OUT');
  return (into) => hasValue(slot, `(${into.bind(owner)})`);
}

/** Joins two conditions. Both must hold. */
export function both(one: CellTest | null, other: CellTest | null): CellTest | null {
  if (one === null || other === null) return one ?? other;
  return (into) => `${one(into)} AND ${other(into)}`;
}

/** The number of models in the cells that pass. */
export function countInCells(test: CellTest, graph: Graph): number {
  const into = new Parameters();
  const text = `SELECT coalesce(sum(c.size), 0) FROM cell c WHERE ${test(into)}`;
  const [count = 0] = graph.statements.row<[number]>(text, into.values) ?? [];
  return count;
}

/** The numbers `n` of the models in the cells that pass, each once. */
export function modelsInCells(test: CellTest, into: Parameters): string {
  return `SELECT m.model AS n FROM cell c CROSS JOIN model_cell m ON m.cell = c.n WHERE ${test(into)}`;
}

/** Whether the entity `e` is a model of a cell that passes. */
export function isInCells(test: CellTest, into: Parameters): string {
  return `(SELECT cell FROM model_cell WHERE model = e.n) IN (SELECT c.n FROM cell c WHERE ${test(into)})`;
}
