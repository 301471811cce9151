import { isCompound } from '../../ontology/license-grammar.ts';

/**
 * What an edge of a single-valued type answers: its compound expression, which several edges share
 * when their licenses bind together or may be chosen, or else its object.
 */
export function answerOf(edge: { objectId: string; expression: string | null }): string {
  const expression = edge.expression?.replace(/\s+/gu, ' ').trim() ?? '';
  return isCompound(expression) ? `expression ${expression}` : `object ${edge.objectId}`;
}
