import type { MaybePromise } from '../store/graph-store.ts';

/** All of the values, in order; at once where none has to be waited for. */
export function allThen<Value>(values: readonly MaybePromise<Value>[]): MaybePromise<Value[]> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as Value[]);
}

/** Goes on with a value that may have to be waited for; at once where it need not. */
export function andThen<Value, Next>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Next>,
): MaybePromise<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}
