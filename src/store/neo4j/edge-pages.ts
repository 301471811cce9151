import { type RelationRecord, zRelationRecord } from '../../ontology/records.ts';
import { type RelationAttribute, type RelationType, relationOf } from '../../ontology/relations.ts';
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
import { sortTypeFor, sortValueOf } from './sort-copies.ts';
import type { Piece, StatementBuilder } from './statement.ts';

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
): Piece<EdgePage> {
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
    const found = matchBranch(branch, spec.order.property, owner, bounds.comparisons, names);
    const where = [...found.predicates, ...filters(branch)].join(' AND ');
    return { ...found, text: `${found.match} WHERE ${where}`, order: orderText(found, bounds) };
  };
  const relation = relationPiece(names.relation, [...new Set(branches.map(({ type }) => type))]);
  const neighbor = pieceAt(names.neighbor);
  const row = (key: string) => `[${relation.expression}, ${key}, ${neighbor.expression}]`;
  const expression =
    branches.length === 1
      ? singleText(range(only), names, count, row)
      : mergedText(owner, branches.map(range), names, bounds, count, row, scope);
  const decodeRow = (value: unknown): EdgeRow => {
    const [record, key, node] = value as readonly [unknown, string, unknown];
    return {
      relation: relation.decode(record),
      sortValue: sortValueOf(key, sortType),
      neighbor: neighbor.decode(node),
    };
  };
  return { expression, decode: (value) => pageOf(value, limit, backward, decodeRow) };
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
  readonly columns: readonly string[];
  readonly text: string;
  readonly order: string;
}

function orderText({ columns }: { columns: readonly string[] }, { down }: Bounds): string {
  return columns.map((column) => (down ? `${column} DESC` : column)).join(', ');
}

function singleText(
  { text, order, columns }: Range,
  { relation, neighbor }: Names,
  limit: string,
  row: (key: string) => string,
): string {
  return `COLLECT { ${text}
    WITH ${relation}, ${neighbor} ORDER BY ${order} LIMIT ${limit}
    RETURN ${row(columns[2] ?? '')} }`;
}

// Each range gives at most a page, already in order; merging reads no more than these.
function mergedText(
  owner: string,
  ranges: readonly Range[],
  { relation, neighbor }: Names,
  { down }: Bounds,
  limit: string,
  row: (key: string) => string,
  scope: number,
): string {
  const ownerVariable = owner.split('.')[0];
  const parts = ranges.map(
    ({ text, order, columns }) => `${text}
      WITH ${relation}, ${neighbor} ORDER BY ${order} LIMIT ${limit}
      RETURN ${relation}, ${neighbor}, ${columns[2]} AS k${scope}`,
  );
  const key = `k${scope}`;
  return `COLLECT { CALL (${ownerVariable}) { ${parts.join('\n    UNION ALL ')} }
    WITH ${relation}, ${neighbor}, ${key} ORDER BY ${key}${down ? ' DESC' : ''} LIMIT ${limit}
    RETURN ${row(key)} }`;
}

const attributes: ReadonlySet<string> = new Set<RelationAttribute>([
  'artifact',
  'expression',
  'since',
  'until',
  'method',
]);
const relationProperties = Object.keys(zRelationRecord.shape) as (keyof RelationRecord)[];

/** The relation as a list of what its types have: each property read costs, absent ones most. */
export function relationPiece(
  variable: string,
  types: readonly RelationType[],
): Piece<RelationRecord> {
  const [first, ...others] = types;
  const properties = relationProperties.filter(
    (property) =>
      property !== 'type' &&
      (!attributes.has(property) ||
        types.some((type) => relationOf(type).attributes.includes(property as RelationAttribute))),
  );
  const columns = properties.map((property) => `${variable}.${property}`);
  if (others.length > 0) columns.push(`type(${variable})`);
  return {
    expression: `[${columns.join(', ')}]`,
    decode: (value) => {
      const row = value as readonly unknown[];
      const record: Record<string, unknown> = { ...blankRelation };
      for (let index = 0; index < properties.length; index++) {
        record[properties[index] as string] = row[index] ?? null;
      }
      record.type = others.length > 0 ? row[properties.length] : first;
      return record as RelationRecord;
    },
  };
}

const blankRelation = Object.fromEntries(relationProperties.map((property) => [property, null]));
