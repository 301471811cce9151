import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import { relationTypes } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EntityPage, ListPageSpec, ListSpec, Selection } from '../reads.ts';
import { byCells, countInCells } from './cells.ts';
import { chooseDriver, conditionText } from './conditions.ts';
import { entityRow } from './edge-reads.ts';
import type { Graph } from './graph.ts';
import { Parameters } from './prepared-statements.ts';
import { tallyOf } from './tally.ts';
import { betweenText, pageOf, walkOf } from './window-text.ts';

/**
 * The most entities worth sorting. With more, a page is found sooner by walking the list in its
 * order.
 */
const worthGathering = 4000;
/** The most entities worth an index for a count or a facet. */
const worthCounting = 200_000;

/** One page of the entities of a kind. */
export function entityPage(graph: Graph, spec: ListPageSpec, select: Selection): EntityPage {
  const { kind, window } = spec;
  const walk = walkOf(spec.order.descending, window);
  const into = new Parameters();
  const column = orderColumn(kind, spec.order.property);
  const { driver, rest } = chooseDriver(graph, spec, worthGathering);
  const from =
    driver === null
      ? `entity e INDEXED BY entity_by_${column}`
      : `(${driver(into)}) AS chosen CROSS JOIN entity e ON e.n = chosen.n`;
  const order = walk.down ? 'DESC' : 'ASC';
  const text = `SELECT e.id, e.${column} FROM ${from}
    WHERE e.kind = '${kind}' AND e.${column} IS NOT NULL
    ${rest === null ? '' : `AND ${conditionText(rest, [kind], graph, into)}`}
    ${betweenText(walk, `e.${column}`, 'e.id', into)}
    ORDER BY e.${column} ${order}, e.id ${order} LIMIT ${into.bind(window.limit + Number(window.peek))}`;
  const found = graph.statements.rows<[id: string, value: string | number]>(text, into.values);
  const { rows, hasMore } = pageOf(found, window);
  return {
    rows: rows.map(([id, sortValue]) => ({ sortValue, node: entityRow(graph, id, select) })),
    hasMore,
  };
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

/** The numbers `n` of the entities of a kind that meet the condition, each once. */
export function satisfyingText(graph: Graph, spec: ListSpec, into: Parameters): string {
  const { kind } = spec;
  const { driver, rest } = chooseDriver(graph, spec, worthCounting);
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
