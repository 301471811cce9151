import { splitByCells } from '../../cell-conditions.ts';
import type { EntityPage, ListPageSpec, ListSpec, Selection } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { labelOf } from '../labels.ts';
import { nodeKeyName, placeOf, sortTypeFor } from '../sort-copies.ts';
import { cellMatch, type MergedCells, mergedCells, modelsMatch } from './cell-match.ts';
import { conditionText } from './cypher-conditions.ts';
import { boundsOf } from './edge-match.ts';
import { entityPiece } from './entity-rows.ts';
import { indexedMatches, linkedMatch } from './filter-indexes.ts';
import { pageOf, rowsToRead } from './page-parts.ts';

/** The most entities of an index that are sorted. With more, the list is walked in its order. */
const fewEnough = 1000;
/** The most conditions of a filter whose index is tried. */
const mostTried = 3;

/** One page of the entities of a kind. */
export function listPiece(
  spec: ListPageSpec,
  select: Selection,
  into: StatementBuilder,
): Piece<EntityPage> {
  const { window, order } = spec;
  const sortType = sortTypeFor([spec.kind], order.property);
  const key = `e.${nodeKeyName(order.property)}`;
  const { comparisons, down } = boundsOf(window, order.descending, sortType, into);
  const where = comparisons.map((comparison) => `${key} ${comparison}`);
  if (spec.where !== null) where.push(conditionText('e', spec.where, into));
  const inOrder = `ORDER BY ${key}${down ? ' DESC' : ''}`;
  const limit = into.bind(rowsToRead(window));
  const page = `WHERE ${where.join(' AND ')} WITH e ${inOrder} LIMIT ${limit}`;
  const label = labelOf(spec.kind);
  // Without the hint, the planner reads the whole kind and sorts the matches.
  const walk = `MATCH (e:${label}) USING INDEX SEEK e:${label}(${nodeKeyName(order.property)}) ${page}`;
  const tried = spec.where === null ? [] : indexedMatches(spec.kind, spec.where, into);
  const { known, rest } = splitByCells(spec.kind, spec.where);
  const cells =
    known.length === 0 || rest !== null
      ? null
      : mergedCells(
          cellMatch(known, into),
          order.property,
          comparisons,
          { descending: down ? ' DESC' : '', limit },
          into,
        );
  const entity = entityPiece('e', select, into);
  const found = tried.length === 0 ? walk : fewOrWalk(tried, cells, page, inOrder, walk, into);
  return {
    expression: `COLLECT { ${found} RETURN [${key}, ${entity.expression}] }`,
    decode: (value) =>
      pageOf(value, window, (row) => {
        const [at, node] = row as readonly [string, unknown];
        return { sortValue: placeOf(at, sortType).value, node: entity.decode(node) };
      }),
  };
}

/**
 * The page from the cells if there are few, or from the first index that finds few entities,
 * otherwise from the list in its order. Only one branch of the CASE runs, and no index is read
 * beyond `fewEnough`.
 */
function fewOrWalk(
  tried: readonly string[],
  cells: MergedCells | null,
  page: string,
  inOrder: string,
  walk: string,
  into: StatementBuilder,
): string {
  const most = into.bind(fewEnough);
  const trying =
    cells === null ? '' : `UNWIND CASE WHEN ${cells.fits('cells')} THEN [] ELSE [0] END AS x `;
  const found = tried
    .slice(0, mostTried)
    .map((match) => `COLLECT { ${trying}${match} RETURN e LIMIT ${most} }`);
  const merged =
    cells === null
      ? ''
      : `WHEN ${cells.fits('cells')} THEN COLLECT { ${cells.match('cells', 'e')} RETURN e }
          `;
  const carried = cells === null ? '' : 'cells, ';
  return `${cells === null ? '' : `WITH ${cells.keys} AS cells `}
        WITH ${carried}[f IN [${found.join(', ')}] WHERE size(f) < ${most}] AS few
        UNWIND CASE ${merged}WHEN size(few) > 0
          THEN COLLECT { UNWIND few[0] AS e WITH DISTINCT e ${page} RETURN e }
          ELSE COLLECT { ${walk} RETURN e } END AS e
        WITH e ${inOrder}`;
}

/** Matches every entity of the list as `e`, each once. */
export function listMatch({ kind, where }: ListSpec, into: StatementBuilder): string {
  const all = `MATCH (e:${labelOf(kind)})`;
  if (where === null) return all;
  const { known, rest } = splitByCells(kind, where);
  if (known.length > 0) {
    return `${modelsMatch(known, into)} WHERE ${rest === null ? 'true' : conditionText('e', rest, into)}`;
  }
  const condition = conditionText('e', where, into);
  // The planner uses property indexes, but never starts at the end of hops.
  const parts = where.op === 'all' ? where.of : [where];
  for (const part of parts) {
    const match = part.op === 'linked' ? linkedMatch(kind, part, into) : null;
    if (match !== null) return `${match} WITH DISTINCT e WHERE ${condition}`;
  }
  return `${all} WHERE ${condition}`;
}
