import { valuesOf } from '../../ontology/enumeration.ts';
import { type UseAnswer, UseAnswerEnum } from '../../ontology/use-vocabulary.ts';

/**
 * Answers as numbers, from the most permissive to the most restrictive, so that of several that
 * bind together the largest decides. Unknown lies between: it outweighs a permission, and what is
 * known to forbid or to ask for more outweighs it.
 */
export const ALLOWED = 0;
export const WITH_DUTIES = 1;
export const UNKNOWN = 2;
export const ASK = 3;
export const NOT_ALLOWED = 4;

/** The answers by their numbers. */
export const answersInOrder: readonly UseAnswer[] = valuesOf(UseAnswerEnum);

export function answerName(answer: number): UseAnswer {
  return answersInOrder[answer] ?? 'UNKNOWN';
}

export function answerRank(answer: UseAnswer): number {
  return answersInOrder.indexOf(answer);
}

/**
 * The answer where one of several holds and it is open which. Where all of them allow the use, it
 * is allowed to whoever meets the duties of each; where all of them ask for more, the least of that
 * is certain; otherwise the answer is unknown. (So an activity more never makes it more permissive.)
 */
export function disputedAnswer(best: number, worst: number): number {
  return worst <= WITH_DUTIES ? worst : Math.max(UNKNOWN, best);
}
