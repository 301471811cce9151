import { cellKind } from '../../ontology/filter-cells.ts';
import { kindOf } from '../../ontology/kinds.ts';
import { relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EdgePageSpec, EdgeSpec, Keyset } from '../reads.ts';
import { overBound } from './bound.ts';
import { countInRange } from './cell-ranges.ts';
import { both, byCells, cellsAt, countInCells } from './cells.ts';
import { conditionText, needsEntity } from './conditions.ts';
import { modelsAt, type NeighborGroup } from './crowded-models.ts';
import { type Graph, type Neighbor, type Slot, standing } from './graph.ts';
import { chooseDriver } from './leading-index.ts';
import { relationPath } from './packed-records.ts';
import { Parameters } from './prepared-statements.ts';
import { tallyOf } from './tally.ts';
import { betweenText, pageOf, walkOf } from './window-text.ts';
import { fewOf, worthGathering } from './worth-gathering.ts';

/** The cost of sorting a neighbor, relative to a check whether one exists. */
const sortingCost = 16;
const rowsOfPage = 20;

type Row = readonly [value: string | number, id: string, relation: number];

/**
 * A page of relations that is read directly from the tables: for an entity with very many
 * relations, or a condition on its neighbors.
 */
export function crowdedPage(
  graph: Graph,
  ownerId: string,
  slots: readonly Slot[],
  spec: EdgePageSpec,
): { readonly neighbors: readonly Neighbor[]; readonly hasMore: boolean } {
  const owner = graph.numberOf(ownerId);
  const { window } = spec;
  const wanted = window.limit + Number(window.peek);
  if (owner === undefined || slots.length === 0 || wanted === 0) {
    return { neighbors: [], hasMore: false };
  }
  const [slot, ...others] = slots;
  const isPlain = slot !== undefined && others.length === 0 && takesAllBest(slot, spec);
  const merged = isPlain ? modelsAt(graph, owner, slot, spec, wanted) : null;
  const groups = merged ?? groupsOf(graph, owner, slots, spec, wanted);
  const { rows, hasMore } = pageOf(groups, window);
  const wholes = spec.facts ? graph.relationsAt(rows.flatMap(({ numbers }) => numbers)) : null;
  const neighbors = rows.map(({ id, value, numbers }) => {
    const relations = numbers.flatMap((number) => wholes?.get(number) ?? []);
    return { id, sortValue: value, relations };
  });
  return { neighbors, hasMore };
}

/** The first neighbors of a page, found by walking or sorting relations. */
function groupsOf(
  graph: Graph,
  owner: number,
  slots: readonly Slot[],
  spec: EdgePageSpec,
  wanted: number,
): readonly NeighborGroup[] {
  const groups: (NeighborGroup & { numbers: number[] })[] = [];
  let { start } = walkOf(spec.order.descending, spec.window);
  // Relations to one neighbor are adjacent. The last neighbor of a portion may have more of them.
  for (let portion = wanted + 4; ; portion *= 2) {
    const rows = portionOf(graph, owner, slots, spec, start, portion);
    for (const [value, id, relation] of rows) {
      const last = groups.at(-1);
      if (last?.id === id) last.numbers.push(relation);
      else groups.push({ id, value, numbers: [relation] });
    }
    if (rows.length < portion || groups.length > wanted) break;
    const unfinished = groups.pop();
    const whole = groups.at(-1);
    if (whole !== undefined) start = { value: whole.value, id: whole.id };
    else if (unfinished === undefined) break;
  }
  return groups.slice(0, wanted);
}

function portionOf(
  graph: Graph,
  owner: number,
  slots: readonly Slot[],
  spec: EdgePageSpec,
  start: Keyset | null,
  limit: number,
): readonly Row[] {
  const into = new Parameters();
  const walk = { ...walkOf(spec.order.descending, spec.window), start };
  const { property } = spec.order;
  const parts = slots.map((slot) => {
    const worth = worthSorting(graph, slot, property);
    const source = sourceOf(graph, owner, slot, spec, property, worth, into);
    const { from, value, id, relation, where } = source;
    const between = betweenText(walk, value, id, into);
    return `SELECT ${value} AS value, ${id} AS id, ${relation} AS relation FROM ${from} WHERE ${where}${between}`;
  });
  const order = walk.down ? 'DESC' : 'ASC';
  const text = `${parts.join(' UNION ALL ')}
    ORDER BY value ${order}, id ${order} LIMIT ${into.bind(limit)}`;
  return graph.statements.rows<Row>(text, into.values);
}

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

function takesAllBest(slot: Slot, { ranks, neighborKinds, artifact, on }: EdgeSpec): boolean {
  const kinds = kindsAcross(slot);
  return (
    ranks === 'BEST' &&
    artifact === null &&
    on === null &&
    (neighborKinds === null || kinds.every((kind) => neighborKinds.includes(kind)))
  );
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

/** The possible kinds of neighbors in the slot. */
function kindsAcross({ type, side }: Slot): readonly EntityKind[] {
  const { from, to } = relationOf(type);
  return side === 'IN' ? from : to;
}

/** The table to read the relations of a slot from, and the meaning of its columns. */
interface Source {
  readonly from: string;
  readonly value: string;
  readonly id: string;
  /** The number of the neighbor. */
  readonly n: string;
  readonly relation: string;
  readonly where: string;
  /** How many neighbors it has at most, before the conditions. */
  readonly most: number;
}

/** `most` is the number of neighbors that are worth reading without their order. */

function sourceOf(
  graph: Graph,
  owner: number,
  slot: Slot,
  spec: EdgeSpec,
  property: string,
  most: number,
  into: Parameters,
): Source {
  const { type, side, code, total } = slot;
  const kinds = kindsAcross(slot);
  const [of, number] = [into.bind(owner), graph.codes.property(type)];
  const byName = property === 'sort' || !kinds.some((kind) => hasOrder(kind, property));
  const value = byName ? 'e.sort' : `coalesce(e.${property}, e.sort)`;
  const plain = { value, id: 'e.id', n: 'e.n', relation: 'r.n', most: total };
  if (side === 'OUT') {
    const rest = restText(graph, spec, { ...plain, standing: 'r.standing' }, kinds, into);
    const from = 'relation r CROSS JOIN entity e ON e.n = r.to_n';
    return { ...plain, from, where: `r.from_n = ${of} AND r.type = ${number}${rest}` };
  }
  const [only, ...others] = kinds;
  if (side === 'IN' && spec.where !== null && only !== undefined && others.length === 0) {
    const within = spec.ranks === 'BEST' ? cellsAt(owner, slot, graph) : null;
    const listed = { kind: only, where: spec.where };
    const chosen = chooseDriver(graph, listed, Math.min(most, total), within);
    const { driver, rest: where, count } = chosen;
    if (driver !== null) {
      const columns = { ...plain, standing: 'r.standing' };
      const rest = restText(graph, { ...spec, where }, columns, kinds, into);
      const from = `(${driver(into)}) AS chosen CROSS JOIN entity e ON e.n = chosen.n
        CROSS JOIN relation r ON r.to_n = ${of} AND r.type = ${number} AND r.from_n = chosen.n`;
      return { ...plain, from, where: `1${rest}`, most: count ?? total };
    }
  }
  if (!byName && only !== undefined && others.length === 0 && isDense(graph, only, total)) {
    const rest = restText(graph, spec, { ...plain, standing: 'r.standing' }, kinds, into);
    const from = `entity e INDEXED BY entity_by_${property}
      CROSS JOIN relation r ON r.to_n = ${of} AND r.type = ${number} AND r.from_n = e.n`;
    const where = `e.kind = '${only}' AND e.${property} IS NOT NULL${rest}`;
    return { ...plain, value: `e.${property}`, from, where };
  }
  const columns = {
    ...{ id: 'x.neighbor', n: 'x.neighbor_n', relation: 'x.relation', standing: 'x.standing' },
  };
  const rest = restText(graph, spec, columns, kinds, into);
  const looksInto = spec.artifact !== null || spec.on !== null;
  const relation = looksInto ? ' CROSS JOIN relation r ON r.n = x.relation' : '';
  const needsRow = spec.where !== null && needsEntity(spec.where, kinds, graph);
  const entity = byName && !needsRow ? '' : ' CROSS JOIN entity e ON e.n = x.neighbor_n';
  return {
    ...columns,
    most: total,
    from: `edge x${relation}${entity}`,
    value: byName ? 'x.value' : value,
    where: `x.owner = ${of} AND x.slot = ${code}${rest}`,
  };
}

/** How many neighbors are sorted sooner than a page of them is found in an order that is stored. */
function worthSorting(graph: Graph, { total, ...slot }: Slot, property: string): number {
  if (property === 'sort') return fewOf(total);
  const [kind] = kindsAcross({ ...slot, total });
  const isStored = kind !== undefined && isDense(graph, kind, total);
  return isStored ? fewOf(tallyOf(graph).get(kind) ?? 0) : worthGathering;
}

/**
 * Whether the neighbors are a large part of their kind. Walking the kind in its order then finds a
 * page sooner than sorting all neighbors.
 */
function isDense(graph: Graph, kind: EntityKind, total: number): boolean {
  const all = tallyOf(graph).get(kind) ?? 0;
  return total ** 2 > sortingCost * rowsOfPage * all;
}

function hasOrder(kind: EntityKind, property: string): boolean {
  return Object.values(kindOf(kind).orders).some((order) => order.property === property);
}

/** The conditions of the spec on the relation and the neighbor. Each part begins with AND. */
function restText(
  graph: Graph,
  { ranks, neighborKinds, artifact, on, where }: EdgeSpec,
  columns: { readonly id: string; readonly n: string; readonly standing: string },
  kinds: readonly EntityKind[],
  into: Parameters,
): string {
  const field = (name: 'artifact' | 'since' | 'until') => `(r.record ->> ${relationPath(name)})`;
  const day = on === null ? '' : into.bind(on);
  const firstDay = (name: 'since' | 'until') => `substr(${field(name)} || '-01-01', 1, 10)`;
  const parts = [
    ranks === 'BEST' ? `${columns.standing} >= ${standing.best}` : '',
    ranks === 'CURRENT' ? `(${columns.standing} & ${standing.current}) > 0` : '',
    artifact === null ? '' : `${field('artifact')} = ${into.bind(artifact)}`,
    on === null ? '' : `(${field('since')} IS NULL OR ${firstDay('since')} <= ${day})`,
    on === null ? '' : `(${field('until')} IS NULL OR ${day} < ${firstDay('until')})`,
    neighborKinds === null ? '' : kindText(columns.id, neighborKinds, into),
    where === null ? '' : conditionText(where, kinds, graph, into, columns.n),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => ` AND ${part}`)
    .join('');
}

/** The id of an entity shows its kind. */
export function kindText(id: string, kinds: readonly EntityKind[], into: Parameters): string {
  if (kinds.length === 0) return '0';
  const tests = kinds.map((kind) => `${id} GLOB ${into.bind(`${kindOf(kind).typeName}:*`)}`);
  return `(${tests.join(' OR ')})`;
}
