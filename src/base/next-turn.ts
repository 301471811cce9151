import { setImmediate } from 'node:timers/promises';

let turn: Promise<void> | null = null;

/**
 * Lets whatever else the process has to do have its turn. All who wait at a time go on together, so
 * that what they load next still goes to the store as one statement.
 */
export function nextTurn(): Promise<void> {
  turn ??= setImmediate().then(() => {
    turn = null;
  });
  return turn;
}
