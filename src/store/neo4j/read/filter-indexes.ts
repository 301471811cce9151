import { indexedProperties } from '../../../ontology/filters.ts';
import { relationOf } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { splitByCells } from '../../cell-conditions.ts';
import type { Condition } from '../../list-condition.ts';
import { keysIn } from '../../use-class-text.ts';
import { classLabel, classType } from '../class-nodes.ts';
import type { StatementBuilder } from '../cypher-statement.ts';
import { labelOf, propertyText } from '../labels.ts';
import { modelsMatch } from './cell-match.ts';
import { conditionText, hopsText } from './cypher-conditions.ts';

/** A text index stores three characters at a time. Shorter texts are in most names. */
const shortestSought = 3;

/**
 * Matches of `e`, each by one index. Each finds all entities that meet the condition, and possibly
 * others, with repeats.
 */
export function indexedMatches(
  kind: EntityKind,
  where: Condition,
  into: StatementBuilder,
): readonly string[] {
  const { known, rest } = splitByCells(kind, where);
  return [
    ...(known.length === 0 ? [] : [modelsMatch(known, into)]),
    ...(rest === null ? [] : indexed(kind, rest, into)),
  ];
}

function indexed(kind: EntityKind, where: Condition, into: StatementBuilder): readonly string[] {
  switch (where.op) {
    case 'all':
      return where.of.flatMap((part) => indexed(kind, part, into));
    case 'classed': {
      if (where.ids.length > 0) return [];
      const start = `x${into.scope()}`;
      const keys = [...new Set([...keysIn(where.keys), ...where.apart.map(({ key }) => key)])];
      return [
        `MATCH (${start}:${classLabel}) USING INDEX SEEK ${start}:${classLabel}(key)
         WHERE ${start}.key IN ${into.bind(keys)} MATCH (${start})<-[:${classType}]-(e)`,
      ];
    }
    case 'linked': {
      const match = linkedMatch(kind, where, into);
      return match === null ? [] : [match];
    }
    default: {
      const using = indexFor(kind, where);
      if (using === null) return [];
      const label = labelOf(kind);
      const index = `${using} e:${label}(${propertyText(where.property)})`;
      return [`MATCH (e:${label}) USING ${index} WHERE ${conditionText('e', where, into)}`];
    }
  }
}

/** How to use the index of the condition's property; null if it has none. */
function indexFor(
  kind: EntityKind,
  where: Extract<Condition, { readonly property: string }>,
): 'INDEX SEEK' | 'TEXT INDEX' | null {
  const { range, text } = indexedProperties(kind);
  if (where.op === 'contains') {
    const sought = where.text.length >= shortestSought && text.includes(where.property);
    return sought ? 'TEXT INDEX' : null;
  }
  const bounded = where.op === 'in' || where.min !== null || where.max !== null;
  return bounded && range.includes(where.property) ? 'INDEX SEEK' : null;
}

/**
 * Follows the hops backward from their end, which is found by its slug. Null if the end may have
 * several kinds.
 */
export function linkedMatch(
  kind: EntityKind,
  { hops, slugs }: Extract<Condition, { op: 'linked' }>,
  into: StatementBuilder,
): string | null {
  const last = hops.at(-1);
  if (last === undefined) return null;
  const [end, ...others] = relationOf(last.type)[last.direction === 'OUT' ? 'to' : 'from'];
  if (end === undefined || others.length > 0 || relationOf(last.type).symmetric) return null;
  if (!indexedProperties(end).range.includes('slug')) return null;
  const back = hops.toReversed().map(({ type, direction }) => {
    return { type, direction: direction === 'OUT' ? 'IN' : 'OUT' } as const;
  });
  const start = `x${into.scope()}`;
  const walked = hopsText(start, back, into);
  const label = labelOf(end);
  return `MATCH (${start}:${label}) USING INDEX SEEK ${start}:${label}(slug)
    WHERE ${start}.slug IN ${into.bind(slugs)} ${walked.text}
    WITH ${walked.end} AS e WHERE e:${labelOf(kind)}`;
}
