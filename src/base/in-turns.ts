import { setImmediate } from 'node:timers/promises';
import type { Steps } from './steps.ts';

/** Does the steps one by one; between two, whatever else the process has to do gets its turn. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}
