import { relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { Condition } from '../condition.ts';
import { hopsText } from './conditions.ts';
import { labelOf, propertyText } from './labels.ts';
import type { StatementBuilder } from './statement.ts';

interface FilterIndexes {
  /** Properties of one value that filters look for, or for a range of. */
  readonly range: readonly string[];
  /** Properties of text that filters look into. */
  readonly text: readonly string[];
}

/**
 * What filters find few entities by. Lists of values (availability, modalities) have no index: few
 * values are spread over all models, and Neo4j indexes no items of lists.
 */
export const filterIndexes: { readonly [Kind in EntityKind]: FilterIndexes } = {
  TERM: { range: ['slug'], text: ['folded'] },
  MODEL: {
    range: [
      ...['familyName', 'architecture', 'sortReleasedOn'],
      ...['contextTokens', 'totalParameters', 'activeParameters'],
    ],
    text: ['folded'],
  },
  LICENSE: { range: ['slug'], text: ['folded'] },
  ORGANIZATION: { range: ['slug'], text: [] },
  TOOL: { range: [], text: [] },
};

/** An index of texts goes by three characters at a time; shorter texts are in most names. */
const shortestSought = 3;

/** Matches of `e` by one index each that leave all that satisfy the condition, and more, repeated. */
export function indexedMatches(
  kind: EntityKind,
  where: Condition,
  into: StatementBuilder,
): readonly string[] {
  const label = labelOf(kind);
  switch (where.op) {
    case 'all':
      return where.of.flatMap((part) => indexedMatches(kind, part, into));
    case 'in': {
      if (!filterIndexes[kind].range.includes(where.property)) return [];
      const property = propertyText(where.property);
      return [
        `MATCH (e:${label}) USING INDEX SEEK e:${label}(${property})
         WHERE e.${property} IN ${into.bind(where.values)}`,
      ];
    }
    case 'range': {
      const { min, max } = where;
      if (!filterIndexes[kind].range.includes(where.property)) return [];
      const property = propertyText(where.property);
      const bounds: string[] = [];
      if (min !== null) bounds.push(`e.${property} >= ${into.bind(min)}`);
      if (max !== null) bounds.push(`e.${property} <= ${into.bind(max)}`);
      if (bounds.length === 0) return [];
      return [
        `MATCH (e:${label}) USING INDEX SEEK e:${label}(${property}) WHERE ${bounds.join(' AND ')}`,
      ];
    }
    case 'contains': {
      if (where.text.length < shortestSought) return [];
      if (!filterIndexes[kind].text.includes(where.property)) return [];
      const property = propertyText(where.property);
      return [
        `MATCH (e:${label}) USING TEXT INDEX e:${label}(${property})
         WHERE e.${property} CONTAINS ${into.bind(where.text)}`,
      ];
    }
    case 'linked': {
      const match = linkedMatch(kind, where, into);
      return match === null ? [] : [match];
    }
  }
}

/** Walks the hops from the far end, which is found by its slug; null where it may be of any kind. */
export function linkedMatch(
  kind: EntityKind,
  { hops, slugs }: Extract<Condition, { op: 'linked' }>,
  into: StatementBuilder,
): string | null {
  const last = hops.at(-1);
  if (last === undefined) return null;
  const [end, ...others] = relationOf(last.type)[last.direction === 'OUT' ? 'to' : 'from'];
  if (end === undefined || others.length > 0 || relationOf(last.type).symmetric) return null;
  if (!filterIndexes[end].range.includes('slug')) return null;
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
