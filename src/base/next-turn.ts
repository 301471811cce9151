import { setImmediate } from 'node:timers/promises';

let turn: Promise<void> | null = null;

/**
 * Gives the process a turn for other work. All who wait at one time continue together, so that
 * their next reads still go to the store as one statement.
 */
export function nextTurn(): Promise<void> {
  turn ??= setImmediate().then(() => {
    turn = null;
  });
  return turn;
}
