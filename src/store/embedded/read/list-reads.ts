import { entityKinds } from '../../../ontology/kinds.ts';
import { relationTypes, startsOnlyAt } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { kindNumber } from '../../../text/search/shelves.ts';
import { solePart } from '../../condition-parts.ts';
import type { Condition } from '../../list-condition.ts';
import type { EntityPage, ListPageSpec, ListSpec, Selection } from '../../reads.ts';
import type { Graph } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { overBound } from '../match/bound.ts';
import { countInRange, indexEntriesForEntity } from '../match/cell-ranges.ts';
import { byCells, countInCells } from '../match/cells.ts';
import { conditionText, needsEntity } from '../match/conditions.ts';
import { endsOf } from '../match/hops.ts';
import { chooseDriver, countByNames, countInIndex } from '../match/leading-index.ts';
import { listRows } from '../match/list-rows.ts';
import { tallyOf } from '../match/tally.ts';
import { pageOf } from '../match/window-text.ts';
import { entityRow } from './edge-reads.ts';

/** One page of the entities of a kind. */
export function entityPage(graph: Graph, spec: ListPageSpec, select: Selection): EntityPage {
  const { window } = spec;
  const found = listRows(graph, spec, window.limit + Number(window.peek));
  const { rows, hasMore } = pageOf(found, window);
  return {
    rows: rows.map(([id, sortValue]) => ({ sortValue, node: entityRow(graph, id, select) })),
    hasMore,
  };
}

/** The number of entities of a kind that meet the condition. */
export function entityCount(graph: Graph, spec: ListSpec): number {
  if (spec.where === null) return tallyOf(graph).get(spec.kind) ?? 0;
  const { test, rest } = byCells(spec.kind, spec.where, graph);
  if (test !== null && rest === null) return countInCells(test, graph);
  const ranged = test !== null && rest !== null ? countInRange(graph, test, rest) : null;
  if (ranged !== null) return ranged;
  const linked = linkedCount(graph, spec.kind, spec.where);
  if (linked !== null) return linked;
  const named = countByNames(graph, spec);
  if (named !== null) return named;
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
  const part = solePart(where);
  if (part?.op !== 'linked') return null;
  const [hop, ...others] = part.hops;
  if (hop === undefined || others.length > 0 || !startsOnlyAt(hop, kind)) return null;
  const slot = graph.codes.slot(hop.type, hop.direction === 'OUT' ? 'IN' : 'OUT');
  const counts = endsOf(part.slugs, graph).flatMap((end) =>
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
  if (driver !== null && (rest === null || !needsEntity(rest, [kind], graph))) {
    const isOfKind = ofKind
      ? ''
      : `CROSS JOIN entity_names k ON k.entity = e.n AND k.kind = ${kindNumber(kind)}`;
    return `SELECT e.n AS n FROM (${driver(into)}) AS e ${isOfKind} WHERE ${condition ?? '1'}`;
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
