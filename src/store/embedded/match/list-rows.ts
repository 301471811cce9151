import { kindOf } from '../../../ontology/kinds.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { Keyset, ListPageSpec } from '../../reads.ts';
import type { Graph } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { overBound } from './bound.ts';
import { conditionText } from './conditions.ts';
import { type Chosen, chooseDriver } from './leading-index.ts';
import { type Linked, linkedPart, linkedPortion } from './linked-portions.ts';
import { mergeCost, mergedPortion, type PassingCells, passingCells } from './merged-cells.ts';
import { tallyOf } from './tally.ts';
import { betweenText, type Walk, walkOf } from './window-text.ts';
import { fewOf, worthGathering } from './worth-gathering.ts';

/** The first portion of a list that is searched. */
const firstPortion = 200;
/** More are not counted in an index before a search is tried, since counting them takes longer. */
const mostCounted = 1000;
/** How many entities are searched before those that an index finds are counted again, to sort them. */
const patience = 1000;
/** How many entities are walked in the time of a look-up of a merge. */
const walkedForLookUp = 2;

type Row = readonly [id: string, value: string | number];

/**
 * The first rows of a list, for a page. Entities of an index that finds few are sorted. Otherwise
 * the list is walked in its order, or the orders of its cells are merged.
 */
export function listRows(graph: Graph, spec: ListPageSpec, wanted: number): readonly Row[] {
  const { kind, where, window, order } = spec;
  const walk = walkOf(order.descending, window);
  const total = tallyOf(graph).get(kind) ?? 0;
  const passing = passingCells(graph, kind, where);
  const known = { passing, total };
  const chosen = chooseDriver(graph, spec, Math.min(mostCounted, fewOf(total)), passing);
  if (where === null) return pageRows(graph, spec, chosen, walk, wanted);
  const isByName = orderColumn(kind, order.property) === 'sort';
  const linked = isByName ? linkedPart(graph, kind, where) : null;
  if (linked !== null && linked.count < (passing?.models ?? Number.POSITIVE_INFINITY)) {
    if (linked.rest === null || chosen.driver === null) {
      return soughtRows(graph, spec, wanted, { by: 'links', linked }, known);
    }
  }
  if (passing !== null && !(chosen.count !== null && chosen.count < passing.models)) {
    const others = chosen.count ?? walkCost(passing, wanted, total);
    if (mergeCost(passing, wanted) < others) {
      return soughtRows(graph, spec, wanted, { by: 'cells', passing }, known);
    }
  }
  return chosen.driver === null
    ? soughtRows(graph, spec, wanted, { by: 'walk', passing }, known)
    : pageRows(graph, spec, chosen, walk, wanted);
}

/** How the entities of a list are sought, in its order. A walk may end as a merge of cells. */
type Way =
  | { readonly by: 'walk'; readonly passing: PassingCells | null }
  | { readonly by: 'cells'; readonly passing: PassingCells }
  | { readonly by: 'links'; readonly linked: Linked };

/** What is known of a list before it is searched. */
interface Known {
  readonly passing: PassingCells | null;
  /** How many entities its kind has. */
  readonly total: number;
}

/** The cost of a walk in look-ups of a merge, if the models of the cells are spread evenly. */
export function walkCost({ models }: PassingCells, wanted: number, total: number): number {
  return (wanted * total) / (walkedForLookUp * models);
}

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
 * The same where entities are looked at in turn. Portions of the list are searched until there are
 * enough rows. A walk that finds too little is left for a merge of the cells. Throws if too many
 * entities would have to be looked at.
 */
function soughtRows(
  graph: Graph,
  spec: ListPageSpec,
  wanted: number,
  first: Way,
  { passing, total }: Known,
): readonly Row[] {
  const { mostLookedAt } = graph;
  const whole = walkOf(spec.order.descending, spec.window);
  const found: Row[] = [];
  let { start } = whole;
  let looked = 0;
  let patienceEnds = patience;
  let way = first;
  for (let portion = firstPortion; found.length < wanted; ) {
    if (looked >= Math.min(patienceEnds, mostLookedAt)) {
      patienceEnds = 2 * looked;
      // To sort as many as were looked at in vain costs no more than what was spent already.
      const most = Math.max(worthGathering, looked);
      const chosen = chooseDriver(graph, spec, most, passing);
      if (chosen.driver !== null) return pageRows(graph, spec, chosen, whole, wanted);
    }
    if (looked >= mostLookedAt) throw overBound(mostLookedAt);
    if (
      way.by === 'walk' &&
      way.passing !== null &&
      looked >= patienceOf(way.passing, wanted, total)
    ) {
      way = { by: 'cells', passing: way.passing };
    }
    const rest = wanted - found.length;
    const size = Math.min(portion, mostLookedAt - looked);
    const walk = { ...whole, start };
    const { rows, last } = portionOf(graph, spec, way, walk, size, rest);
    for (const row of rows.slice(0, rest)) found.push(row);
    if (last === null) break;
    start = last;
    looked += size;
    // Twice what the rest should take, if the matches are spread as in what was searched.
    const further = (2 * (wanted - found.length) * looked) / found.length;
    const least = Math.max(firstPortion, way.by === 'cells' ? way.passing.cells : 0);
    portion = Math.min(4 * Math.max(portion, least), Math.max(least, Math.ceil(further)));
  }
  return found;
}

/** How many entities are walked before cells are merged after all. */
function patienceOf(passing: PassingCells, wanted: number, total: number): number {
  if (passing.rest === null) return 2 * walkedForLookUp * mergeCost(passing, wanted);
  // The rest may be what few meet. A merge helps if it leaves out most entities.
  return 2 * walkedForLookUp * passing.models < total ? patience : Number.POSITIVE_INFINITY;
}

interface Searched {
  readonly rows: readonly Row[];
  /** The place at the end of the portion; null at the end of the list. */
  readonly last: Keyset | null;
}

function portionOf(
  graph: Graph,
  spec: ListPageSpec,
  way: Way,
  walk: Walk,
  size: number,
  wanted: number,
): Searched {
  const { kind, order } = spec;
  switch (way.by) {
    case 'walk':
      return walkedPortion(graph, spec, walk, size, wanted);
    case 'cells': {
      const most = way.passing.rest === null ? wanted : size;
      const column = orderColumn(kind, order.property);
      const { rows, last } = mergedPortion(graph, way.passing, column, walk, most);
      return { rows: rows.map(([id, value]) => [id, value]), last };
    }
    case 'links': {
      const { linked } = way;
      return linkedPortion(graph, kind, linked, walk, linked.rest === null ? wanted : size);
    }
  }
}

function walkedPortion(
  graph: Graph,
  spec: ListPageSpec,
  walk: Walk,
  size: number,
  wanted: number,
): Searched {
  const [last, next] = placesAt(graph, spec, walk, size);
  const part = { ...walk, end: next ?? walk.end };
  const rows = pageRows(graph, spec, { driver: null, rest: spec.where }, part, wanted);
  return { rows, last: next === undefined ? null : (last ?? null) };
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
export function orderColumn(kind: EntityKind, property: string): string {
  const known = Object.values(kindOf(kind).orders).some((order) => order.property === property);
  return known ? property : 'sort';
}
