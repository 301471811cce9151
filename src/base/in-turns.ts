import { setImmediate } from 'node:timers/promises';
import type { Steps } from './steps.ts';
import type { Turn } from './turns.ts';

/** Work that is nobody's request: it lets others have their turn after every step. */
const inBackground: Turn = { pause: () => setImmediate() };

/** Runs the steps one by one; other work of the process gets a turn between two steps. */
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
