import { killAtMoments } from '../kill-at-moments.ts';
import { serveToStart } from '../killed.ts';
import type { FaultRow } from '../row.ts';

/** `serve` killed during its first start, which loads the seeds. */
export const killServe: FaultRow = {
  name: 'kill-serve',
  async run(options) {
    const what = 'while `serve` starts on a fresh folder';
    return [await killAtMoments({ what, command: 'serve', finish: serveToStart }, options)];
  },
};
