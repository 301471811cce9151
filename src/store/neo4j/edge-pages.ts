import type { RelationType } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EdgePage, EdgePageSpec, EdgeRow, EntityRow, PageWindow } from '../reads.ts';
import { mayBeCrowded } from './crowded.ts';
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
import { expandedEdges, expandedKey } from './expanded-edges.ts';
import { type RelationPlace, unpackRelation } from './relation-rows.ts';
import { placeOf, sortTypeFor } from './sort-copies.ts';
import type { Piece, StatementBuilder } from './statement.ts';

/** A page as part of a statement; its rows do not repeat the id of their owner. */
export interface EdgePagePiece {
  readonly expression: string;
  /** Null where the owner is crowded. */
  readonly decode: (ownerId: string, value: unknown) => EdgePage | null;
}

/** Whose page it is: the texts of its id and, where it was matched, of its node. */
export interface PageOwner {
  readonly id: string;
  readonly node: string;
}

/** The page of what has no relations. */
export const emptyPage: EdgePage = { rows: [], hasMore: false };

/**
 * One page of an owner's relations, as a list of rows; `pieceAt` says what is wanted of a neighbor,
 * given the variable of its node. Of several types only where the owner is not crowded.
 */
export function edgePagePiece(
  owner: PageOwner,
  spec: EdgePageSpec,
  pieceAt: (node: string) => Piece<EntityRow>,
  into: StatementBuilder,
): EdgePagePiece {
  const branches = branchesOf(spec);
  if (!mayBeCrowded(branches.map(({ type }) => type))) {
    return rangesPiece(owner.id, spec, branches, pieceAt, into);
  }
  const page = pageParts(spec, branches, pieceAt, into);
  const { names, bounds, limit } = page;
  const expanded = expandedEdges(owner.node, spec, branches, names, into);
  const key = expandedKey(expanded.forward, names, spec.order.property);
  const variables = `${names.relation}, ${names.neighbor}, ${page.key}`;
  const row = page.row(page.key, `[type(${names.relation}), ${expanded.forward}]`);
  return {
    expression: expanded.guarded(`COLLECT { ${expanded.match}
      WITH ${names.relation}, ${names.neighbor}, ${key} AS ${page.key}
      WHERE ${bounds.comparisons.map((bound) => `${page.key} ${bound}`).join(' AND ')}
      WITH ${variables} ORDER BY ${page.key}${bounds.down ? ' DESC' : ''} LIMIT ${limit}
      RETURN ${row} }`),
    decode: (ownerId, value) =>
      value === null
        ? null
        : page.decode(ownerId, value, (way) => {
            const [type, forward] = way as readonly [RelationType, boolean];
            return { type, side: forward ? 'to' : 'from' };
          }),
  };
}

/** The same whatever the degree, by the indexes; all owners are of the kind, where one is given. */
export function indexedPagePiece(
  owner: string,
  ownerKind: EntityKind | null,
  spec: EdgePageSpec,
  pieceAt: (node: string) => Piece<EntityRow>,
  into: StatementBuilder,
): EdgePagePiece {
  return rangesPiece(owner, spec, branchesOf(spec, ownerKind), pieceAt, into);
}

function rangesPiece(
  owner: string,
  spec: EdgePageSpec,
  branches: readonly Branch[],
  pieceAt: (node: string) => Piece<EntityRow>,
  into: StatementBuilder,
): EdgePagePiece {
  const [only] = branches;
  if (only === undefined) return { expression: '[]', decode: () => emptyPage };
  const page = pageParts(spec, branches, pieceAt, into);
  const { names, bounds } = page;
  const filters = filterTexts(spec, names, into);
  const range = (branch: Branch): Range => {
    const { property } = spec.order;
    const found = matchBranch(branch, spec.ranks, property, owner, bounds.comparisons, names);
    const where = [...found.predicates, ...filters(branch)].join(' AND ');
    const order = found.order.map((column) => (bounds.down ? `${column} DESC` : column));
    return { key: found.key, text: `${found.match} WHERE ${where}`, order: order.join(', ') };
  };
  return {
    expression:
      branches.length === 1
        ? singleText(range(only), page)
        : mergedText(owner, branches.map(range), page),
    decode: (ownerId, value) =>
      page.decode(
        ownerId,
        value,
        (branch) => branches[(branch as number | undefined) ?? 0] ?? only,
      ),
  };
}

/** What all ways to read a page have in common. */
interface PageParts {
  readonly names: Names;
  readonly bounds: Bounds;
  /** The parameter of the number of rows to read. */
  readonly limit: string;
  /** The variables for the order key and for the branch of a row. */
  readonly key: string;
  readonly branch: string;
  /** The text of a row; `way` tells its type and side, where there is a choice. */
  row(key: string, way?: string): string;
  decode(ownerId: string, value: unknown, wayOf: (way: unknown) => Way): EdgePage;
}

type Way = Pick<Branch, 'type' | 'side'>;

function pageParts(
  spec: EdgePageSpec,
  branches: readonly Branch[],
  pieceAt: (node: string) => Piece<EntityRow>,
  into: StatementBuilder,
): PageParts {
  const { window, facts } = spec;
  const scope = into.scope();
  const names: Names = { relation: `r${scope}`, neighbor: `n${scope}` };
  const sortType = sortTypeFor(neighborKindsOf(branches), spec.order.property);
  const bounds = boundsOf(window, spec.order.descending, sortType, into);
  const limit = into.bind(rowsToRead(window));
  const neighbor = pieceAt(names.neighbor);
  const decodeRow = (ownerId: string, value: unknown, wayOf: (way: unknown) => Way): EdgeRow => {
    const row = value as readonly unknown[];
    const place = placeOf(String(row[0]), sortType);
    const met = neighbor.decode(row[1]);
    const { type, side } = wayOf(facts ? row[3] : row[2]);
    return {
      relationId: place.id,
      relation: facts
        ? unpackRelation(row[2], relationPlace(place.id, type, side, ownerId, met.entity.id))
        : null,
      sortValue: place.value,
      neighbor: met,
    };
  };
  return {
    names,
    bounds,
    limit,
    key: `k${scope}`,
    branch: `b${scope}`,
    row: (key, way) => {
      const columns = [key, neighbor.expression];
      if (facts) columns.push(`${names.relation}.record`);
      if (way !== undefined) columns.push(way);
      return `[${columns.join(', ')}]`;
    },
    decode: (ownerId, value, wayOf) =>
      pageOf(value, window, (row) => decodeRow(ownerId, row, wayOf)),
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

/** One more than asked for tells whether there is more. */
export function rowsToRead({ limit, peek }: PageWindow): number {
  return peek ? limit + 1 : limit;
}

/** Cuts the row beyond the limit off and puts the page in forward order. */
export function pageOf<Row>(
  value: unknown,
  { limit, backward }: PageWindow,
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

function singleText({ text, order, key }: Range, page: PageParts): string {
  const { relation, neighbor } = page.names;
  return `COLLECT { ${text}
    WITH ${relation}, ${neighbor} ORDER BY ${order} LIMIT ${page.limit}
    RETURN ${page.row(key)} }`;
}

// Each range gives at most a page, already in order; merging reads no more than these.
function mergedText(owner: string, ranges: readonly Range[], page: PageParts): string {
  const { relation, neighbor } = page.names;
  const { limit, branch } = page;
  const parts = ranges.map(
    ({ text, order, key }, index) => `${text}
      WITH ${relation}, ${neighbor} ORDER BY ${order} LIMIT ${limit}
      RETURN ${relation}, ${neighbor}, ${key} AS ${page.key}, ${index} AS ${branch}`,
  );
  return `COLLECT { CALL (${owner.split('.')[0]}) { ${parts.join('\n    UNION ALL ')} }
    WITH ${relation}, ${neighbor}, ${page.key}, ${branch}
    ORDER BY ${page.key}${page.bounds.down ? ' DESC' : ''} LIMIT ${limit}
    RETURN ${page.row(page.key, page.branch)} }`;
}
