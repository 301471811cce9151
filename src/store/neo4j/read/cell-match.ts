import { cellKind, cellRanges } from '../../../ontology/filter-cells.ts';
import { indexedProperties } from '../../../ontology/filters.ts';
import { relationOf } from '../../../ontology/relations.ts';
import { splitByCells } from '../../cell-conditions.ts';
import { solePart } from '../../condition-parts.ts';
import type { Condition } from '../../list-condition.ts';
import type { ListSpec } from '../../reads.ts';
import {
  cellEndType,
  cellKeyName,
  cellLabel,
  cellType,
  modelsName,
  tallyLabel,
  valuesName,
} from '../cell-nodes.ts';
import type { StatementBuilder } from '../cypher-statement.ts';
import { labelOf } from '../labels.ts';
import { nodeKeyName } from '../sort-copies.ts';
import { conditionText, hopsText } from './cypher-conditions.ts';

type Linked = Extract<Condition, { op: 'linked' }>;
type Range = Extract<Condition, { op: 'range' }>;

/** A list that cells count: conditions on `cell`, and how many of its models are in the list. */
interface CountedCells {
  readonly known: readonly Condition[];
  readonly size: string;
}

/** The cells that count a list. Null if they do not know its whole condition, or it has none. */
export function countedCells(
  { kind, where }: ListSpec,
  into: StatementBuilder,
): CountedCells | null {
  if (kind !== cellKind || where === null) return null;
  const { known, rest } = splitByCells(kind, where);
  if (rest === null) return { known, size: cellSize };
  const part = solePart(rest);
  if (part?.op !== 'range' || !cellRanges.includes(part.property)) return null;
  return { known, size: sizeIn(part, into) };
}

/** The number of models of `cell` with a value in a range. */
function sizeIn({ property, min, max }: Range, into: StatementBuilder): string {
  const [values, models] = [valuesName(property), modelsName(property)];
  const at = `a${into.scope()}`;
  const bounds = [
    ...(min === null ? [] : [`${values}[${at}] >= ${into.bind(min)}`]),
    ...(max === null ? [] : [`${values}[${at}] <= ${into.bind(max)}`]),
  ];
  const where = bounds.length === 0 ? '' : ` WHERE ${bounds.join(' AND ')}`;
  return sumText(`MATCH (${at}t:${tallyLabel} {key: cell.key}) USING INDEX SEEK ${at}t:${tallyLabel}(key)
      WITH coalesce(${at}t.${values}, []) AS ${values}, ${at}t.${models} AS ${models}
      UNWIND range(0, size(${values}) - 1) AS ${at} WITH ${values}, ${models}, ${at}${where}
      RETURN ${models}[${at}]`);
}

/** Matches each cell that meets the conditions, once, as `cell`. */
export function cellMatch(known: readonly Condition[], into: StatementBuilder): string {
  for (const first of known) {
    const start = first.op === 'linked' ? matchFromEnd(first, into) : null;
    if (start === null) continue;
    const others = known.filter((each) => each !== first);
    return `${start} WITH DISTINCT cell WHERE ${cellConditions(others, into)}`;
  }
  return `MATCH (cell:${cellLabel}) WHERE ${cellConditions(known, into)}`;
}

/** The conditions on `cell` as a predicate. */
export function cellConditions(known: readonly Condition[], into: StatementBuilder): string {
  const texts = known.map((each) =>
    each.op === 'linked' ? leadsText(each, into) : `(${conditionText('cell', each, into)})`,
  );
  return texts.length === 0 ? 'true' : texts.join(' AND ');
}

function leadsText({ hops, slugs }: Linked, into: StatementBuilder): string {
  const first = `x${into.scope()}`;
  const { text, end } = hopsText(first, hops.slice(1), into);
  const passes = `${end}.slug IN ${into.bind(slugs)}`;
  const onward = hops.length > 1 ? ` ${text} AND ${passes}` : ` WHERE ${passes}`;
  return `EXISTS { MATCH (cell)-[:${cellEndType}]->(${first})${onward} }`;
}

/** Follows the hops backward from their end, which an index finds. */
function matchFromEnd({ hops, slugs }: Linked, into: StatementBuilder): string | null {
  const last = hops.at(-1);
  if (last === undefined) return null;
  const [kind, ...others] = relationOf(last.type)[last.direction === 'OUT' ? 'to' : 'from'];
  if (kind === undefined || others.length > 0 || relationOf(last.type).symmetric) return null;
  if (!indexedProperties(kind).range.includes('slug')) return null;
  const back = hops
    .slice(1)
    .toReversed()
    .map(({ type, direction }) => {
      return { type, direction: direction === 'OUT' ? 'IN' : 'OUT' } as const;
    });
  const start = `x${into.scope()}`;
  const walked = hopsText(start, back, into);
  const label = labelOf(kind);
  return `MATCH (${start}:${label}) USING INDEX SEEK ${start}:${label}(slug)
    WHERE ${start}.slug IN ${into.bind(slugs)} ${walked.text}
    MATCH (${walked.end})<-[:${cellEndType}]-(cell)`;
}

/** Matches each model of the cells, once, as `e`. */
export function modelsMatch(known: readonly Condition[], into: StatementBuilder): string {
  return `${cellMatch(known, into)} MATCH (cell)<-[:${cellType}]-(e)`;
}

/** The number of models of `cell`. */
export const cellSize = `COUNT { (cell)<-[:${cellType}]-() }`;

/** The sum of the sizes of the cells of a match. */
export function sumOf(match: string, size: string): string {
  return sumText(`${match} RETURN ${size}`);
}

// Neo4j 5.26 refuses an aggregation in an expression with other variables.
function sumText(listed: string): string {
  return `reduce(sum = 0, part IN COLLECT { ${listed} } | sum + part)`;
}

/** The most cells whose orders are merged. */
const mostMerged = 64;

/** A page of the models of some cells, from the orders of these. */
export interface MergedCells {
  /** The keys of the cells as a list, or one too many. */
  readonly keys: string;
  /** Whether a list of keys is short enough to be merged, as a predicate. */
  fits(keys: string): string;
  /** Matches the first models of the cells as a node, in the order. */
  match(keys: string, node: string): string;
}

/** `cells` matches the cells; the comparisons are those of a page with its order key. */
export function mergedCells(
  cells: string,
  property: string,
  comparisons: readonly string[],
  { descending, limit }: { readonly descending: string; readonly limit: string },
  into: StatementBuilder,
): MergedCells {
  const most = into.bind(mostMerged);
  const beyond = into.bind(mostMerged + 1);
  const order = nodeKeyName(property);
  return {
    keys: `COLLECT { ${cells} RETURN cell.key LIMIT ${beyond} }`,
    fits: (keys) => `size(${keys}) <= ${most}`,
    match: (keys, node) => {
      const key = `c${into.scope()}`;
      const label = labelOf(cellKind);
      const bounds = comparisons.map((comparison) => ` AND ${node}.${order} ${comparison}`);
      const ordered = [cellKeyName, order].map((name) => `${node}.${name}${descending}`);
      // The order of the index needs all of its columns.
      return `UNWIND ${keys} AS ${key} CALL (${key}) {
          MATCH (${node}:${label}) USING INDEX SEEK ${node}:${label}(${cellKeyName}, ${order})
          WHERE ${node}.${cellKeyName} = ${key}${bounds.join('')}
          WITH ${node} ORDER BY ${ordered.join(', ')} LIMIT ${limit} RETURN ${node} }
        WITH ${node} ORDER BY ${node}.${order}${descending} LIMIT ${limit}`;
    },
  };
}
