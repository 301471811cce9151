import type { RelationType } from '../../ontology/relations.ts';
import type { EdgePage, EdgePageSpec, EdgeRow, EntityRow } from '../reads.ts';
import {
  type Bounds,
  type Branch,
  boundsOf,
  branchesOf,
  filterTexts,
  matchBranch,
  type Names,
  neighborKindsOf,
} from './edge-match.ts';
import { type RelationPlace, unpackRelation } from './relation-rows.ts';
import { placeOf, sortTypeFor } from './sort-copies.ts';
import type { Piece, StatementBuilder } from './statement.ts';

/** A page as part of a statement; its rows do not repeat the id of their owner. */
export interface EdgePagePiece {
  readonly expression: string;
  readonly decode: (ownerId: string, value: unknown) => EdgePage;
}

const emptyPage: EdgePage = { rows: [], hasMore: false };

/**
 * One page of an owner's relations, as a list of rows. `owner` is the text of its id; `pieceAt`
 * says what is wanted of a neighbor, given the variable of its node.
 */
export function edgePagePiece(
  owner: string,
  spec: EdgePageSpec,
  pieceAt: (node: string) => Piece<EntityRow>,
  into: StatementBuilder,
): EdgePagePiece {
  const branches = branchesOf(spec);
  const [only] = branches;
  if (only === undefined) return { expression: '[]', decode: () => emptyPage };
  const { limit, backward } = spec.window;
  const scope = into.scope();
  const names: Names = { relation: `r${scope}`, neighbor: `n${scope}` };
  const sortType = sortTypeFor(neighborKindsOf(branches), spec.order.property);
  const bounds = boundsOf(spec.window, spec.order.descending, sortType, into);
  const filters = filterTexts(spec, names, into);
  // One more than asked for tells whether there is more.
  const count = into.bind(limit + 1);
  const range = (branch: Branch) => {
    const found = matchBranch(
      branch,
      spec.ranks,
      spec.order.property,
      owner,
      bounds.comparisons,
      names,
    );
    const where = [...found.predicates, ...filters(branch)].join(' AND ');
    return {
      ...found,
      text: `${found.match} WHERE ${where}`,
      order: orderText(found.order, bounds),
    };
  };
  const neighbor = pieceAt(names.neighbor);
  const row = (key: string, branch: string) =>
    `[${key}, ${names.relation}.record, ${neighbor.expression}${branch}]`;
  const expression =
    branches.length === 1
      ? singleText(range(only), names, count, row)
      : mergedText(owner, branches.map(range), names, bounds, count, row, scope);
  const decodeRow = (ownerId: string, value: unknown): EdgeRow => {
    const [key, packed, node, branch = 0] = value as [string, unknown, unknown, number?];
    const place = placeOf(key, sortType);
    const met = neighbor.decode(node);
    const { type, side } = branches[branch] ?? only;
    const relation = relationPlace(place.id, type, side, ownerId, met.entity.id);
    return {
      relation: unpackRelation(packed, relation),
      sortValue: place.value,
      neighbor: met,
    };
  };
  return {
    expression,
    decode: (ownerId, value) => pageOf(value, limit, backward, (row) => decodeRow(ownerId, row)),
  };
}

function relationPlace(
  id: string,
  type: RelationType,
  neighborSide: 'from' | 'to',
  ownerId: string,
  neighborId: string,
): RelationPlace {
  return neighborSide === 'to'
    ? { id, type, fromId: ownerId, toId: neighborId }
    : { id, type, fromId: neighborId, toId: ownerId };
}

/** Cuts the row beyond the limit off and puts the page in forward order. */
export function pageOf<Row>(
  value: unknown,
  limit: number,
  backward: boolean,
  decode: (row: unknown) => Row,
): { rows: readonly Row[]; hasMore: boolean } {
  const found = value as readonly unknown[];
  const rows = found.slice(0, limit).map(decode);
  return { rows: backward ? rows.reverse() : rows, hasMore: found.length > limit };
}

interface Range {
  readonly key: string;
  readonly text: string;
  readonly order: string;
}

function orderText(columns: readonly string[], { down }: Bounds): string {
  return columns.map((column) => (down ? `${column} DESC` : column)).join(', ');
}

function singleText(
  { text, order, key }: Range,
  { relation, neighbor }: Names,
  limit: string,
  row: (key: string, branch: string) => string,
): string {
  return `COLLECT { ${text}
    WITH ${relation}, ${neighbor} ORDER BY ${order} LIMIT ${limit}
    RETURN ${row(key, '')} }`;
}

// Each range gives at most a page, already in order; merging reads no more than these.
function mergedText(
  owner: string,
  ranges: readonly Range[],
  { relation, neighbor }: Names,
  { down }: Bounds,
  limit: string,
  row: (key: string, branch: string) => string,
  scope: number,
): string {
  const ownerVariable = owner.split('.')[0];
  const parts = ranges.map(
    ({ text, order, key }, index) => `${text}
      WITH ${relation}, ${neighbor} ORDER BY ${order} LIMIT ${limit}
      RETURN ${relation}, ${neighbor}, ${key} AS k${scope}, ${index} AS b${scope}`,
  );
  const key = `k${scope}`;
  return `COLLECT { CALL (${ownerVariable}) { ${parts.join('\n    UNION ALL ')} }
    WITH ${relation}, ${neighbor}, ${key}, b${scope} ORDER BY ${key}${down ? ' DESC' : ''} LIMIT ${limit}
    RETURN ${row(key, `, b${scope}`)} }`;
}
