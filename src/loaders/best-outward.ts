import type { EdgeSpec } from '../store/reads.ts';

/** The best relations that start at the owner, for any neighbor, artifact and period. */
export const bestOutward = {
  direction: 'OUT',
  ranks: 'BEST',
  neighborKinds: null,
  artifact: null,
  on: null,
  where: null,
} as const satisfies Omit<EdgeSpec, 'types'>;
