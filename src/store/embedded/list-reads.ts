import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import { relationTypes } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { Condition } from '../list-condition.ts';
import type { EntityPage, Keyset, ListPageSpec, ListSpec, Selection } from '../reads.ts';
import { overBound } from './bound.ts';
import { byCells, countInCells } from './cells.ts';
import {
  type Chosen,
  chooseDriver,
  conditionText,
  countInIndex,
  needsEntity,
} from './conditions.ts';
import { entityRow } from './edge-reads.ts';
import type { Graph } from './graph.ts';
import { endsOf, startsAt } from './hops.ts';
import { Parameters } from './prepared-statements.ts';
import { tallyOf } from './tally.ts';
import { betweenText, pageOf, type Walk, walkOf } from './window-text.ts';
import { fewOf, worthGathering } from './worth-gathering.ts';

/** The first portion of a list that is searched. */
const firstPortion = 200;
/** How many entities are searched before as many as are worth sorting are sorted after all. */
const patience = 4000;
/** How many entries of an index are counted in the time that it takes to look at an entity. */
const indexEntriesForEntity = 10;

/** One page of the entities of a kind. */
export function entityPage(graph: Graph, spec: ListPageSpec, select: Selection): EntityPage {
  const { window } = spec;
  const wanted = window.limit + Number(window.peek);
  const chosen = chooseDriver(graph, spec, fewOf(tallyOf(graph).get(spec.kind) ?? 0));
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
  let isPatient = true;
  for (let portion = firstPortion; found.length < wanted; ) {
    if (isPatient && looked >= patience) {
      isPatient = false;
      const chosen = chooseDriver(graph, spec, worthGathering);
      if (chosen.driver !== null) return pageRows(graph, spec, chosen, whole, wanted);
    }
    if (looked >= mostLookedAt) throw overBound(mostLookedAt);
    const size = Math.min(portion, mostLookedAt - looked);
    const [last, next] = placesAt(graph, spec, { ...whole, start }, size);
    const part = { ...whole, start, end: next ?? whole.end };
    const chosen = { driver: null, rest: spec.where };
    found.push(...pageRows(graph, spec, chosen, part, wanted - found.length));
    if (last === undefined || next === undefined) break;
    start = last;
    looked += size;
    // Twice what the rest should take, if the matches are spread as in what was searched.
    const rest = (2 * (wanted - found.length) * looked) / found.length;
    portion = Math.min(4 * portion, Math.max(firstPortion, Math.ceil(rest)));
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
  const linked = linkedCount(graph, spec.kind, spec.where);
  if (linked !== null) return linked;
  const most = graph.mostLookedAt * indexEntriesForEntity;
  const inIndex = countInIndex(graph, spec, most + 1);
  if (inIndex !== null && inIndex > most) throw overBound(most);
  if (inIndex !== null) return inIndex;
  const into = new Parameters();
  const text = `SELECT count(*) FROM (${satisfyingText(graph, spec, into)})`;
  const [count = 0] = graph.statements.row<[number]>(text, into.values) ?? [];
  return count;
}

/**
 * The stored number of neighbors, if the condition is one hop to one entity; null for any other
 * condition.
 */
function linkedCount(graph: Graph, kind: EntityKind, where: Condition): number | null {
  if (where.op === 'all') {
    const [part, ...others] = where.of;
    return part !== undefined && others.length === 0 ? linkedCount(graph, kind, part) : null;
  }
  if (where.op !== 'linked') return null;
  const [hop, ...others] = where.hops;
  if (hop === undefined || others.length > 0 || !startsAt(hop, kind)) return null;
  const slot = graph.codes.slot(hop.type, hop.direction === 'OUT' ? 'IN' : 'OUT');
  const counts = endsOf(where.slugs, graph).flatMap((end) =>
    graph.statements.rows<[number]>('SELECT best FROM fan WHERE owner = ?1 AND slot = ?2', [
      ...[end, slot],
    ]),
  );
  const [count = 0, ...more] = counts.map(([best]) => best).filter((best) => best > 0);
  // Of several entities, one may be a neighbor of two.
  return more.length === 0 ? count : null;
}

/**
 * The numbers `n` of the entities of a kind that meet the condition, each once. Throws if no index
 * finds few enough of them to look at.
 */
export function satisfyingText(graph: Graph, spec: ListSpec, into: Parameters): string {
  const { kind } = spec;
  const { mostLookedAt } = graph;
  const { driver, rest, ofKind } = chooseDriver(graph, spec, mostLookedAt);
  if (driver === null && (tallyOf(graph).get(kind) ?? 0) > mostLookedAt)
    throw overBound(mostLookedAt);
  const condition = rest === null ? null : conditionText(rest, [kind], graph, into);
  if (driver !== null && ofKind && (rest === null || !needsEntity(rest, [kind], graph))) {
    return `SELECT e.n AS n FROM (${driver(into)}) AS e WHERE ${condition ?? '1'}`;
  }
  const from =
    driver === null
      ? 'entity e'
      : `(${driver(into)}) AS chosen CROSS JOIN entity e ON e.n = chosen.n`;
  return `SELECT e.n AS n FROM ${from} WHERE e.kind = '${kind}' AND ${condition ?? '1'}`;
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
