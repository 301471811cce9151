import type { MaybePromise } from './maybe-promise.ts';

/** All of the values, in order; at once where none has to be waited for. */
export function allThen<Values extends readonly unknown[]>(
  values: readonly [...{ [Index in keyof Values]: MaybePromise<Values[Index]> }],
): MaybePromise<Values> {
  return values.some((value) => value instanceof Promise)
    ? (Promise.all(values) as Promise<readonly unknown[]> as Promise<Values>)
    : (values as readonly unknown[] as Values);
}

/** Goes on with a value that may have to be waited for; at once where it need not. */
export function andThen<Value, Next>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Next>,
): MaybePromise<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}
