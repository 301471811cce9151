import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import { relationTypes } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EntityPage, Keyset, ListPageSpec, ListSpec, Selection } from '../reads.ts';
import { overBound } from './bound.ts';
import { byCells, countInCells } from './cells.ts';
import { type Chosen, chooseDriver, conditionText } from './conditions.ts';
import { entityRow } from './edge-reads.ts';
import type { Graph } from './graph.ts';
import { Parameters } from './prepared-statements.ts';
import { tallyOf } from './tally.ts';
import { betweenText, pageOf, type Walk, walkOf } from './window-text.ts';

/**
 * The most entities worth sorting. With more, a page is found sooner by walking the list in its
 * order.
 */
const worthGathering = 4000;
/** The first portion of a list that is searched. The next ones are larger. */
const firstPortion = 200;

/** One page of the entities of a kind. */
export function entityPage(graph: Graph, spec: ListPageSpec, select: Selection): EntityPage {
  const { window } = spec;
  const wanted = window.limit + Number(window.peek);
  const chosen = chooseDriver(graph, spec, worthGathering);
  const isSearch = chosen.driver === null && spec.where !== null;
  const found = isSearch
    ? soughtRows(graph, spec, wanted)
    : pageRows(graph, spec, chosen, walkOf(spec.order.descending, window), wanted);
  const { rows, hasMore } = pageOf(found, window);
  return {
    rows: rows.map(([id, sortValue]) => ({ sortValue, node: entityRow(graph, id, select) })),
    hasMore,
  };
}

type Row = readonly [id: string, value: string | number];

/** The first rows of a walk that meet the condition. */
function pageRows(
  graph: Graph,
  { kind, order: { property } }: ListPageSpec,
  { driver, rest }: Pick<Chosen, 'driver' | 'rest'>,
  walk: Walk,
  limit: number,
): readonly Row[] {
  const into = new Parameters();
  const column = orderColumn(kind, property);
  const from =
    driver === null
      ? `entity e INDEXED BY entity_by_${column}`
      : `(${driver(into)}) AS chosen CROSS JOIN entity e ON e.n = chosen.n`;
  const order = walk.down ? 'DESC' : 'ASC';
  const text = `SELECT e.id, e.${column} FROM ${from}
    WHERE e.kind = '${kind}' AND e.${column} IS NOT NULL
    ${rest === null ? '' : `AND ${conditionText(rest, [kind], graph, into)}`}
    ${betweenText(walk, `e.${column}`, 'e.id', into)}
    ORDER BY e.${column} ${order}, e.id ${order} LIMIT ${into.bind(limit)}`;
  return graph.statements.rows<Row>(text, into.values);
}

/**
 * The same where every entity is looked at in turn. Portions of the list are searched until there
 * are enough rows. Throws if these would have to be too many.
 */
function soughtRows(graph: Graph, spec: ListPageSpec, wanted: number): readonly Row[] {
  const { mostLookedAt } = graph;
  const whole = walkOf(spec.order.descending, spec.window);
  const found: Row[] = [];
  let { start } = whole;
  let looked = 0;
  for (let portion = firstPortion; found.length < wanted; portion *= 4) {
    if (looked >= mostLookedAt) throw overBound(mostLookedAt);
    const size = Math.min(portion, mostLookedAt - looked);
    const [last, next] = placesAt(graph, spec, { ...whole, start }, size);
    const part = { ...whole, start, end: next ?? whole.end };
    const chosen = { driver: null, rest: spec.where };
    found.push(...pageRows(graph, spec, chosen, part, wanted - found.length));
    if (last === undefined || next === undefined) break;
    start = last;
    looked += size;
  }
  return found;
}

/** The place at the end of a portion, and the next one, if there are so many. */
function placesAt(
  graph: Graph,
  { kind, order: { property } }: ListPageSpec,
  walk: Walk,
  size: number,
): readonly Keyset[] {
  const into = new Parameters();
  const column = orderColumn(kind, property);
  const order = walk.down ? 'DESC' : 'ASC';
  const text = `SELECT e.id, e.${column} FROM entity e INDEXED BY entity_by_${column}
    WHERE e.kind = '${kind}' AND e.${column} IS NOT NULL
    ${betweenText(walk, `e.${column}`, 'e.id', into)}
    ORDER BY e.${column} ${order}, e.id ${order} LIMIT 2 OFFSET ${into.bind(size - 1)}`;
  return graph.statements.rows<Row>(text, into.values).map(([id, value]) => ({ id, value }));
}
/** The column of an order. A kind without the property is ordered by name. */
function orderColumn(kind: EntityKind, property: string): string {
  const known = Object.values(kindOf(kind).orders).some((order) => order.property === property);
  return known ? property : 'sort';
}

/** The number of entities of a kind that meet the condition. */
export function entityCount(graph: Graph, spec: ListSpec): number {
  if (spec.where === null) return tallyOf(graph).get(spec.kind) ?? 0;
  const { test, rest } = byCells(spec.kind, spec.where, graph);
  if (test !== null && rest === null) return countInCells(test, graph);
  const into = new Parameters();
  const text = `SELECT count(*) FROM (${satisfyingText(graph, spec, into)})`;
  const [count = 0] = graph.statements.row<[number]>(text, into.values) ?? [];
  return count;
}

/**
 * The numbers `n` of the entities of a kind that meet the condition, each once. Throws if no index
 * finds few enough of them to look at.
 */
export function satisfyingText(graph: Graph, spec: ListSpec, into: Parameters): string {
  const { kind } = spec;
  const { mostLookedAt } = graph;
  const { driver, rest } = chooseDriver(graph, spec, mostLookedAt);
  if (driver === null && (tallyOf(graph).get(kind) ?? 0) > mostLookedAt)
    throw overBound(mostLookedAt);
  const from =
    driver === null
      ? 'entity e'
      : `(${driver(into)}) AS chosen CROSS JOIN entity e ON e.n = chosen.n`;
  const condition = rest === null ? '' : ` AND ${conditionText(rest, [kind], graph, into)}`;
  return `SELECT e.n AS n FROM ${from} WHERE e.kind = '${kind}'${condition}`;
}

/** The entities that changed last. */
export function latestIds(graph: Graph, limit: number): readonly string[] {
  const text = 'SELECT id FROM entity ORDER BY revision DESC, id DESC LIMIT ?1';
  return graph.statements.rows<[string]>(text, [limit]).map(([id]) => id);
}

/** The entities of each kind and the best relations of each type, counted. */
export function graphCounts(graph: Graph) {
  const tally = tallyOf(graph);
  return {
    entities: Object.fromEntries(entityKinds.map((kind) => [kind, tally.get(kind) ?? 0])),
    relations: Object.fromEntries(relationTypes.map((type) => [type, tally.get(type) ?? 0])),
    claims: tally.get('claim') ?? 0,
    sources: tally.get('source') ?? 0,
  } as {
    entities: Record<(typeof entityKinds)[number], number>;
    relations: Record<(typeof relationTypes)[number], number>;
    claims: number;
    sources: number;
  };
}
