import { setImmediate } from 'node:timers/promises';
import type { Steps } from './steps.ts';
import type { Turn } from './turns.ts';

/** The turn of work that belongs to no request. It lets other work run after every step. */
const inBackground: Turn = { pause: () => setImmediate() };

/** Runs the steps one by one. Other work of the process may run between two steps. */
export async function inTurns<Result>(
  steps: Steps<Result>,
  turn: Turn = inBackground,
): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turn.pause();
  }
}
