/** Keeps the few entities with the smallest grades, each once, without sorting all. */
export class BestFew {
  readonly #limit: number;
  readonly #grades = new Map<number, number>();
  #worst = Number.POSITIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#grades.size >= this.#limit;
  }

  /** Of equal grades the smaller entity number is better. */
  offer(entity: number, grade: number): void {
    const key = grade * 2 ** 32 + entity;
    if (key >= this.#worst) return;
    const known = this.#grades.get(entity);
    if (known !== undefined && known <= key) return;
    this.#grades.set(entity, key);
    if (this.#grades.size > this.#limit) this.#dropWorst();
    else if (this.#grades.size === this.#limit) this.#worst = this.#worstOf()[1] + 1;
  }

  /** Best first. */
  list(): { readonly entity: number; readonly grade: number }[] {
    return [...this.#grades]
      .sort(([, a], [, b]) => a - b)
      .map(([entity, key]) => ({ entity, grade: Math.floor(key / 2 ** 32) }));
  }

  #dropWorst(): void {
    this.#grades.delete(this.#worstOf()[0]);
    this.#worst = this.#worstOf()[1] + 1;
  }

  #worstOf(): [number, number] {
    let worst: [number, number] = [-1, -1];
    for (const entry of this.#grades) if (entry[1] > worst[1]) worst = entry;
    return worst;
  }
}
