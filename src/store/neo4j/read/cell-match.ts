import { cellKind } from '../../../ontology/filter-cells.ts';
import { indexedProperties } from '../../../ontology/filters.ts';
import { relationOf } from '../../../ontology/relations.ts';
import { splitByCells } from '../../cell-conditions.ts';
import type { Condition } from '../../list-condition.ts';
import type { ListSpec } from '../../reads.ts';
import { cellEndType, cellLabel, cellType } from '../cell-nodes.ts';
import type { StatementBuilder } from '../cypher-statement.ts';
import { labelOf } from '../labels.ts';
import { conditionText, hopsText } from './cypher-conditions.ts';

type Linked = Extract<Condition, { op: 'linked' }>;

/** Whether cells know the whole condition of a list, so that sums over them count it. */
export function isSummed({ kind, where }: ListSpec): boolean {
  return where !== null && kind === cellKind && splitByCells(kind, where).rest === null;
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

/** The sum of the models of the cells of a match. */
export function sumOf(match: string): string {
  return `reduce(sum = 0, size IN COLLECT { ${match} RETURN ${cellSize} } | sum + size)`;
}
