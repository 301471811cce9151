import { valuesOf } from '../../ontology/enumeration.ts';
import { type UseAnswer, UseAnswerEnum } from '../../ontology/use-vocabulary.ts';

/**
 * Answers as numbers, from the most permissive to the most restrictive. If several licenses bind
 * together, the largest number decides. UNKNOWN outweighs a permission; ASK and NOT_ALLOWED
 * outweigh UNKNOWN.
 */
export const ALLOWED = 0;
export const WITH_DUTIES = 1;
export const UNKNOWN = 2;
export const ASK = 3;
export const NOT_ALLOWED = 4;

/** The answers in the order of their numbers. */
export const answersInOrder: readonly UseAnswer[] = valuesOf(UseAnswerEnum);

export function answerName(answer: number): UseAnswer {
  return answersInOrder[answer] ?? 'UNKNOWN';
}

export function answerRank(answer: UseAnswer): number {
  return answersInOrder.indexOf(answer);
}

/**
 * The answer if one of several licenses holds, and it is not known which. If all allow the use,
 * meeting the duties of each is enough. If all require permission, the mildest answer is certain.
 * Otherwise the answer is unknown. An additional activity never makes the answer more permissive.
 */
export function disputedAnswer(best: number, worst: number): number {
  return worst <= WITH_DUTIES ? worst : Math.max(UNKNOWN, best);
}
