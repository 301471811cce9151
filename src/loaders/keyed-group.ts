import type { Read, ReadResult } from '../store/reads.ts';
import type { Pending } from './batch.ts';

interface Waiting<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

/** A pending read that answers many keys (owners, ids, locators) at once; a key waits once. */
export class KeyedGroup<Value, Result> implements Pending {
  readonly #waiting = new Map<string, Waiting<Value>>();
  readonly #read: (keys: readonly string[]) => Read;
  readonly #pick: (result: Result, key: string, index: number) => Value;

  constructor(
    read: (keys: readonly string[]) => Read,
    pick: (result: Result, key: string, index: number) => Value,
  ) {
    this.#read = read;
    this.#pick = pick;
  }

  /** What the key will be answered with. */
  wait(key: string): Promise<Value> {
    let waiting = this.#waiting.get(key);
    if (waiting === undefined) {
      waiting = deferred<Value>();
      this.#waiting.set(key, waiting);
    }
    return waiting.promise;
  }

  readonly read = (): Read => this.#read([...this.#waiting.keys()]);

  readonly settle = (result: ReadResult): void => {
    let index = 0;
    for (const [key, { resolve, reject }] of this.#waiting) {
      try {
        resolve(this.#pick(result as Result, key, index));
      } catch (error) {
        reject(error);
      }
      index += 1;
    }
  };

  readonly fail = (error: unknown): void => {
    for (const { reject } of this.#waiting.values()) reject(error);
  };
}

function deferred<Value>(): Waiting<Value> {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
