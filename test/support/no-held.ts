import type { Held, ModelClasses } from '../../src/store/graph-store.ts';

function unused(): never {
  throw new Error('no load is expected to compare with this store');
}

/** Of a store that nothing is loaded into. */
export const noHeld: Held = {
  totals: unused,
  idsAfter: unused,
  digests: unused,
  hangingOn: unused,
  degrees: unused,
  owners: unused,
  ownedBy: unused,
  contributions: unused,
  datasets: unused,
  identified: unused,
};

/** Of the same. */
export const noClasses: ModelClasses = { open: unused, judged: unused, assign: unused };
