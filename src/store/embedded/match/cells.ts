import { cellKind, cellRelation } from '../../../ontology/filter-cells.ts';
import type { Fan } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { splitByCells } from '../../cell-conditions.ts';
import type { Condition } from '../../list-condition.ts';
import { cellIndex } from '../database/cell-tables.ts';
import type { Graph } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { endsOf, leadingText } from './hops.ts';

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
  const { known, rest } = splitByCells(kind, where);
  if (known.length === 0 && rest !== null) return { test: null, rest };
  const tests = known.map((each) => testOf(each, graph));
  return { test: (into) => ['1', ...tests.map((test) => test(into))].join(' AND '), rest };
}

function testOf(known: Condition, graph: Graph): CellTest {
  if (known.op === 'linked') {
    const ends = endsOf(known.slugs, graph);
    const slot = graph.codes.slot(cellRelation, 'OUT');
    return (into) => hasValue(slot, `(${leadingText(known.hops.slice(1), ends, graph, into)})`);
  }
  const held = known.op === 'in' ? graph.codes.held(cellKind, known.property) : null;
  if (known.op !== 'in' || held === null) {
    throw new Error(`The cells of this file cannot decide a condition by "${known.op}".`);
  }
  return (into) => hasValue(held, into.list(known.values));
}

function hasValue(property: number, values: string): string {
  return `c.n IN (SELECT cell FROM cell_value WHERE property = ${property} AND value IN ${values})`;
}

/**
 * The cells with a model that best relations of the slot link to the owner. Null if cells cannot
 * tell.
 */
export function cellsAt(owner: number, { type, side }: Fan, graph: Graph): CellTest | null {
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
  return `SELECT m.n AS n FROM cell c CROSS JOIN entity m INDEXED BY ${cellIndex('sort')} ON m.cell = c.n
    WHERE ${test(into)}`;
}

/** Whether the entity with the number is a model of a cell that passes. */
export function isInCells(test: CellTest, number: string, into: Parameters): string {
  return `(SELECT cell FROM model_cell WHERE model = ${number}) IN (SELECT c.n FROM cell c WHERE ${test(into)})`;
}
