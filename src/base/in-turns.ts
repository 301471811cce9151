import { setImmediate } from 'node:timers/promises';
import type { Steps } from './steps.ts';

/** Runs the steps one by one; other work of the process gets a turn between two steps. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}
