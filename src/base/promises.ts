import type { MaybePromise } from './maybe-promise.ts';

/** The values in order. The result is a promise only if one of them is. */
export function allThen<Values extends readonly unknown[]>(
  values: readonly [...{ [Index in keyof Values]: MaybePromise<Values[Index]> }],
): MaybePromise<Values> {
  return values.some((value) => value instanceof Promise)
    ? (Promise.all(values) as Promise<readonly unknown[]> as Promise<Values>)
    : (values as readonly unknown[] as Values);
}

/** Continues with a value. The result is a promise only if the value or the next one is. */
export function andThen<Value, Next>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Next>,
): MaybePromise<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}
