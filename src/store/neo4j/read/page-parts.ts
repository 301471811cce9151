import { compareRelations } from '../../../ontology/relation-order.ts';
import type { EdgePage, EdgePageSpec, EdgeRow, EntityRow, PageWindow } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { unpackRelation } from '../relation-rows.ts';
import { placeOf, sortTypeFor } from '../sort-copies.ts';
import { type Bounds, type Branch, boundsOf, type Names, neighborKindsOf } from './edge-match.ts';

type Way = Pick<Branch, 'type' | 'side'>;

/** The relations of a row as they came: the way that each is followed, and its packed text. */
export type Packed = readonly (readonly [Way, unknown])[];

/** The common parts of the statements that read a page of neighbors. */
export interface PageParts {
  readonly names: Names;
  readonly bounds: Bounds;
  /** What follows a column by which the page is ordered. */
  readonly descending: string;
  /** Whether relations are wanted. */
  readonly facts: boolean;
  /** The parameter of the number of rows to read. */
  readonly limit: string;
  /** The variables for the order key of a row, and for what of its relationships was found. */
  readonly key: string;
  readonly found: string;
  /** That for the number of the range that a row is from. */
  readonly branch: string;
  /** Those for all that was found, as a list, and for where in it a row begins. */
  readonly all: string;
  readonly at: string;
  /** Of a list comprehension over `all`: the part that belongs to the row. */
  readonly ofRow: string;
  /** The text of a row; `facts` tells its relations, where they are wanted. */
  row(facts: string): string;
  decode(ownerId: string, value: unknown, packed: (facts: unknown) => Packed): EdgePage;
}

/** The parts of a page; `pieceAt` says what is wanted of a neighbor. */
export function pageParts(
  spec: EdgePageSpec,
  branches: readonly Branch[],
  pieceAt: (node: string) => Piece<EntityRow>,
  into: StatementBuilder,
): PageParts {
  const { window, facts } = spec;
  const scope = into.scope();
  const names: Names = { relation: `r${scope}`, neighbor: `n${scope}` };
  const [key, found, branch] = [`k${scope}`, `f${scope}`, `b${scope}`];
  const [all, at] = [`l${scope}`, `i${scope}`];
  const sortType = sortTypeFor(neighborKindsOf(branches), spec.order.property);
  const bounds = boundsOf(window, spec.order.descending, sortType, into);
  const limit = into.bind(rowsToRead(window));
  const neighbor = pieceAt(names.neighbor);
  const relationsOf = (ownerId: string, neighborId: string, packed: Packed) =>
    packed
      .map(([{ type, side }, text]) => {
        const [fromId, toId] = side === 'to' ? [ownerId, neighborId] : [neighborId, ownerId];
        return unpackRelation(text, { type, fromId, toId });
      })
      .sort(compareRelations);
  return {
    ...{ names, bounds, facts, limit, key, found, branch, all, at },
    descending: bounds.down ? ' DESC' : '',
    ofRow: `${all}[${at}..] WHERE w[0] = ${key}`,
    row: (text) => `[${[key, neighbor.expression, ...(facts ? [text] : [])].join(', ')}]`,
    decode: (ownerId, value, packed) =>
      pageOf(value, window, (row): EdgeRow => {
        const [place, node, held] = row as readonly unknown[];
        const met = neighbor.decode(node);
        return {
          relations: facts ? relationsOf(ownerId, met.entity.id, packed(held)) : null,
          sortValue: placeOf(String(place), sortType).value,
          neighbor: met,
        };
      }),
  };
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
