import { kindOf } from '../../../ontology/kinds.ts';
import { kindsAcross, leadsOnlyTo } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { EdgeSpec } from '../../reads.ts';
import { type Graph, type Slot, standing } from '../database/graph.ts';
import { relationPath } from '../database/packed-records.ts';
import type { Parameters } from '../database/prepared-statements.ts';
import { cellsAt } from '../match/cells.ts';
import { conditionText, needsEntity } from '../match/conditions.ts';
import { chooseDriver } from '../match/leading-index.ts';
import { passingCells } from '../match/merged-cells.ts';
import { tallyOf } from '../match/tally.ts';
import { fewOf, worthGathering } from '../match/worth-gathering.ts';

// Where the neighbors of an entity are read from: in their stored order, in the order of their kind,
// or from an index that finds few of them.

/** The cost of sorting a neighbor, relative to a check whether one exists. */
const sortingCost = 16;
const rowsOfPage = 20;

/** Whether all best relations of the slot match the spec, except for a condition on the neighbors. */
export function takesAllBest(
  slot: Slot,
  { ranks, neighborKinds, artifact, on }: EdgeSpec,
): boolean {
  return ranks === 'BEST' && artifact === null && on === null && leadsOnlyTo(slot, neighborKinds);
}

/** The table to read the relations of a slot from, and the meaning of its columns. */
export interface Source {
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
export function sourceOf(
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
    const passing = passingCells(graph, only, spec.where, within);
    const listed = { kind: only, where: spec.where };
    const chosen = chooseDriver(graph, listed, Math.min(most, total), passing);
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
export function worthSorting(graph: Graph, slot: Slot, property: string): number {
  const { total } = slot;
  if (property === 'sort') return fewOf(total);
  const [kind] = kindsAcross(slot);
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
