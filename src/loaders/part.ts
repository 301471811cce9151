import type { MaybePromise } from '../base/maybe-promise.ts';

/** A value that is made at the first need, once for all who wait; again where that failed. */
export class Part<Value> {
  readonly #make: () => Promise<Value>;
  #held: { readonly value: MaybePromise<Value> } | null = null;

  constructor(make: () => Promise<Value>) {
    this.#make = make;
  }

  get(): MaybePromise<Value> {
    this.#held ??= { value: this.#begin() };
    return this.#held.value;
  }

  async #begin(): Promise<Value> {
    try {
      const value = await this.#make();
      this.#held = { value };
      return value;
    } catch (error) {
      this.#held = null;
      throw error;
    }
  }
}
