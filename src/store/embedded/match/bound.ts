import { StoreError } from '../../graph-store.ts';

/** The most entities that one read looks at, one by one. */
export const mostLookedAt = 100_000;

/** The refusal of a read that would have to look at more. Its message is for clients, too. */
export function overBound(most: number): StoreError {
  const message = `To answer, more than ${most} entities would have to be looked at one by one.`;
  return new StoreError('STORE_BOUND', message);
}
