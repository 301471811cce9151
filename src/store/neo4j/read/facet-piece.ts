import { cellKind, cellProperties } from '../../../ontology/filter-cells.ts';
import { relationOf, startsOnlyAt } from '../../../ontology/relations.ts';
import { isCellHop } from '../../cell-conditions.ts';
import type { Hop } from '../../list-condition.ts';
import type { EdgeSpec, FacetRow, FacetSpec, Selection } from '../../reads.ts';
import { cellEndType } from '../cell-nodes.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { labelOf, propertyText } from '../labels.ts';
import { cellMatch, cellSize, countedCells } from './cell-match.ts';
import { hopsText, isList } from './cypher-conditions.ts';
import { indexedCountPiece } from './edge-counts.ts';
import { entityPiece } from './entity-rows.ts';
import { listMatch } from './list-piece.ts';

type Rows = Piece<readonly FacetRow[]>;

/** The values in a list, with the number of entities for each, the most first. */
export function facetPiece(spec: FacetSpec, select: Selection, into: StatementBuilder): Rows {
  if (spec.by.op === 'linked') return linkedPiece(spec, spec.by, select, into);
  const cells = cellProperties.includes(spec.by.property) ? cellsOf(spec, into) : null;
  return cells !== null
    ? propertyPiece(cells.match, 'cell', cells.size, spec.by, spec.limit, into)
    : propertyPiece(listMatch(spec, into), 'e', '1', spec.by, spec.limit, into);
}

interface Cells {
  /** Matches each cell of the list as `cell`. */
  readonly match: string;
  /** How many of its models are in the list. */
  readonly size: string;
}

/** The cells that count the list; null if they do not. */
function cellsOf({ kind, where }: FacetSpec, into: StatementBuilder): Cells | null {
  const whole = kind === cellKind && where === null ? { known: [], size: cellSize } : null;
  const cells = whole ?? countedCells({ kind, where }, into);
  return cells === null ? null : { match: cellMatch(cells.known, into), size: cells.size };
}

/** `list` matches what is counted, as `node`; each stands for `size` entities. */
function propertyPiece(
  list: string,
  node: string,
  size: string,
  { property, prefix }: Extract<FacetSpec['by'], { op: 'property' }>,
  limit: number,
  into: StatementBuilder,
): Rows {
  const held = `${node}.${propertyText(property)}`;
  const items = isList(property) ? held : `[${held}]`;
  return {
    expression: `COLLECT { ${list} UNWIND ${items} AS item
      WITH DISTINCT ${node}, item WHERE item STARTS WITH ${into.bind(prefix)}
      WITH item, ${size} AS size WHERE size > 0 WITH item, sum(size) AS entities ORDER BY entities DESC, item LIMIT ${into.bind(limit)}
      RETURN [item, entities] }`,
    decode: (value) =>
      (value as readonly (readonly [string, number])[]).map(([item, entities]) => {
        return { value: item.slice(prefix.length), count: Number(entities), entity: null };
      }),
  };
}

function linkedPiece(
  spec: FacetSpec,
  { hops }: Extract<FacetSpec['by'], { op: 'linked' }>,
  select: Selection,
  into: StatementBuilder,
): Rows {
  const { end, counted } = countedBy(spec, hops, into);
  const entity = entityPiece(end, select, into);
  return {
    expression: `COLLECT { ${counted}
      ORDER BY entities DESC, ${end}.slug, ${end}.id LIMIT ${into.bind(spec.limit)}
      RETURN [${end}.slug, entities, ${entity.expression}] }`,
    decode: (value) =>
      (value as readonly (readonly [string, number, unknown])[]).map(([slug, entities, row]) => {
        return { value: slug, count: Number(entities), entity: entity.decode(row) };
      }),
  };
}

/**
 * The variable of an end of the hops, and a match that counts the entities of the list that lead to
 * it.
 */
interface Counted {
  readonly end: string;
  readonly counted: string;
}

function countedBy(spec: FacetSpec, hops: readonly Hop[], into: StatementBuilder): Counted {
  const [hop, ...others] = hops;
  if (hop === undefined) return countedOneByOne(spec, hops, into);
  const isWhole = spec.where === null && others.length === 0;
  const cells = isCellHop(hop) && !isWhole ? cellsOf(spec, into) : null;
  if (cells !== null) return countedInCells(cells, others, into);
  return isWhole && startsOnlyAt(hop, spec.kind)
    ? countedEnds(hop, into)
    : countedOneByOne(spec, hops, into);
}

/** The same by cells: each counts once for an end, however many ways lead there. */
function countedInCells(cells: Cells, others: readonly Hop[], into: StatementBuilder): Counted {
  const first = `x${into.scope()}`;
  const { text, end } = hopsText(first, others, into);
  const counted = `${cells.match} MATCH (cell)-[:${cellEndType}]->(${first}) ${text}
      WITH DISTINCT cell, ${end} WITH ${end}, ${cells.size} AS size WHERE size > 0 WITH ${end}, sum(size) AS entities`;
  return { end, counted };
}

function countedOneByOne(spec: FacetSpec, hops: readonly Hop[], into: StatementBuilder): Counted {
  const list = listMatch(spec, into);
  const { text, end } = hopsText('e', hops, into);
  return { end, counted: `${list} ${text} WITH ${end}, count(DISTINCT e) AS entities` };
}

/**
 * The same if every entity at the start of the hop is in the list. The degrees of the ends are then
 * the counts.
 */
function countedEnds({ type, direction }: Hop, into: StatementBuilder): Counted {
  const end = `x${into.scope()}`;
  const spec: EdgeSpec = {
    ...{ types: [type], direction: direction === 'OUT' ? 'IN' : 'OUT', ranks: 'BEST' },
    ...{ neighborKinds: null, artifact: null, on: null, where: null },
  };
  const count = indexedCountPiece({ id: `${end}.id`, node: end }, null, spec, into);
  const kinds = relationOf(type)[direction === 'OUT' ? 'to' : 'from'];
  const counted = `MATCH (${end}:${kinds.map(labelOf).join('|')})
      WITH ${end}, ${count.expression} AS entities WHERE entities > 0 WITH ${end}, entities`;
  return { end, counted };
}
