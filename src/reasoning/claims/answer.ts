import { isCompound } from '../../ontology/license-grammar.ts';

/**
 * The answer of an edge of a single-valued type: its compound expression, or its object if it has
 * none. Edges share an expression if their licenses bind together or may be chosen.
 */
export function answerOf(edge: { objectId: string; expression: string | null }): string {
  const expression = edge.expression?.replace(/\s+/gu, ' ').trim() ?? '';
  return isCompound(expression) ? `expression ${expression}` : `object ${edge.objectId}`;
}
