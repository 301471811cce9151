import type { MaybePromise } from '../store/graph-store.ts';

/** Goes on with a value that may have to be waited for; at once where it need not. */
export function andThen<Value, Next>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Next>,
): MaybePromise<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}
