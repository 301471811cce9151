/** A value, or the promise of one. */
export type MaybePromise<T> = T | Promise<T>;
