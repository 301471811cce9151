import type { RelationType } from '../../../ontology/relations.ts';
import type { EdgeSpec } from '../../reads.ts';
import type { StatementBuilder } from '../cypher-statement.ts';
import { labelOf, sidePattern, typeText } from '../labels.ts';
import { edgeEndName, edgeKeyName } from '../sort-copies.ts';
import { crowdedDegree } from './crowded.ts';
import { type Branch, filterTexts, type Names, neighborKindsOf } from './edge-match.ts';

/** All relations of a node that match a spec with several types, found by expanding the node. */
interface Expanded {
  /** The expression, or null where the node is crowded. */
  guarded(expression: string): string;
  /** The MATCH with all filters. */
  readonly match: string;
  /** Whether a relationship of the match starts at the node, as an expression on its variable. */
  readonly forward: (relation: string) => string;
}

/** Expands the node along the types of the branches. */
export function expandedEdges(
  node: string,
  spec: EdgeSpec,
  branches: readonly Branch[],
  names: Names,
  into: StatementBuilder,
): Expanded {
  const { relation, neighbor } = names;
  const outward = branches.filter(({ side }) => side === 'to');
  const inward = branches.filter(({ side }) => side === 'from');
  const side = inward.length === 0 ? 'OUT' : outward.length === 0 ? 'IN' : 'SYMMETRIC';
  const types = typesOf(branches).map(typeText).join('|');
  const startsHere = (variable: string) => `${variable}.${edgeEndName('from')} = ${node}.id`;
  const forward = startsHere(relation);
  const where: string[] = [];
  if (spec.ranks === 'BEST') where.push(`${relation}.best`);
  const inOnly = typesOf(inward).filter((type) => !typesOf(outward).includes(type));
  const outOnly = typesOf(outward).filter((type) => !typesOf(inward).includes(type));
  // If all types have the same direction, the pattern already includes this.
  if (outward.length > 0 && inOnly.length > 0) {
    where.push(`(NOT type(${relation}) IN ${into.bind(inOnly)} OR NOT ${forward})`);
  }
  if (inward.length > 0 && outOnly.length > 0) {
    where.push(`(NOT type(${relation}) IN ${into.bind(outOnly)} OR ${forward})`);
  }
  if (branches.some(({ kinds }) => kinds !== null)) {
    where.push(`${neighbor}:${neighborKindsOf(branches).map(labelOf).join('|')}`);
  }
  where.push(...filterTexts(spec, names, into)(unfiltered));
  const filter = where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`;
  return {
    guarded: (expression) =>
      `CASE WHEN COUNT { ${sidePattern(node, `:${types}`, side, '')} } > ${into.bind(crowdedDegree)} THEN null ELSE ${expression} END`,
    match: `MATCH ${sidePattern(node, `${relation}:${types}`, side, neighbor)}${filter}`,
    forward: (variable) =>
      inward.length === 0 ? 'true' : outward.length === 0 ? 'false' : `(${startsHere(variable)})`,
  };
}

/** The order key of the neighbor's end. */
export function expandedKey(forward: string, { relation }: Names, property: string): string {
  const key = (side: 'from' | 'to') => `${relation}.${edgeKeyName(side, property)}`;
  if (forward === 'true') return key('to');
  if (forward === 'false') return key('from');
  return `CASE WHEN ${forward} THEN ${key('to')} ELSE ${key('from')} END`;
}

// An undirected pattern matches a loop once, whatever the branches require.
const unfiltered = { withoutLoops: false } as Branch;

function typesOf(branches: readonly Branch[]): readonly RelationType[] {
  return [...new Set(branches.map(({ type }) => type))];
}
