import { killAtMoments } from '../kill-at-moments.ts';
import { seedToEnd } from '../killed.ts';
import type { FaultRow } from '../row.ts';

/** `seed` killed while it loads a fresh store. */
export const killSeed: FaultRow = {
  name: 'kill-seed',
  async run(options) {
    const finish = async (env: Readonly<Record<string, string>>) => (await seedToEnd(env)) === 0;
    const what = 'while `seed` loads a fresh store';
    return [await killAtMoments({ what, command: 'seed', finish }, options)];
  },
};
