import { compareRelations } from '../../../ontology/relation-order.ts';
import type { EdgePage, EdgePageSpec, EdgeRow, EntityRow, PageWindow } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { unpackRelation } from '../relation-rows.ts';
import { placeOf, sortTypeFor } from '../sort-copies.ts';
import { type Bounds, type Branch, boundsOf, type Names, neighborKindsOf } from './edge-match.ts';

type Way = Pick<Branch, 'type' | 'side'>;

/** The relations of a row: the direction of each, and its packed text. */
export type Packed = readonly (readonly [Way, unknown])[];

/** The common parts of the statements for a page of neighbors. */
export interface PageParts {
  readonly names: Names;
  readonly bounds: Bounds;
  /** The suffix after each column of the order. */
  readonly descending: string;
  /** Whether relations are selected. */
  readonly facts: boolean;
  /** The parameter with the number of rows to read. */
  readonly limit: string;
  /** The variables for the order key of a row, and for the relationships that were found. */
  readonly key: string;
  readonly found: string;
  /** The variable for the index of a row's range. */
  readonly branch: string;
  /** The variables for the list of everything found, and for the start of a row in it. */
  readonly all: string;
  readonly at: string;
  /** In a list comprehension over `all`, the part that belongs to the row. */
  readonly ofRow: string;
  /** The text of a row. `facts` gives its relations, if they are selected. */
  row(facts: string): string;
  decode(ownerId: string, value: unknown, packed: (facts: unknown) => Packed): EdgePage;
}

/** The parts of a page. `pieceAt` gives the selected parts of a neighbor. */
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

/** One extra row shows whether there are more. */
export function rowsToRead({ limit, peek }: PageWindow): number {
  return peek ? limit + 1 : limit;
}

/** Removes the extra row, and puts the page in forward order. */
export function pageOf<Row>(
  value: unknown,
  { limit, backward }: PageWindow,
  decode: (row: unknown) => Row,
): { rows: readonly Row[]; hasMore: boolean } {
  const found = value as readonly unknown[];
  const rows = found.slice(0, limit).map(decode);
  return { rows: backward ? rows.reverse() : rows, hasMore: found.length > limit };
}
