interface Piece {
  /** The place of the smallest number between `low` and `high`. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** Finds the smallest numbers of any stretch of a list, smallest first, without reading it all. */
export class RangeMinima {
  readonly #values: Int32Array;
  /** A segment tree of places: each node has that of the smallest number below it. */
  readonly #tree: Int32Array;

  constructor(values: Int32Array) {
    this.#values = values;
    const size = values.length;
    this.#tree = new Int32Array(size * 2);
    for (let at = 0; at < size; at += 1) this.#tree[size + at] = at;
    for (let node = size - 1; node > 0; node -= 1) {
      this.#tree[node] = this.#smaller(this.#tree[node * 2] ?? 0, this.#tree[node * 2 + 1] ?? 0);
    }
  }

  /** The numbers from `low` up to `high`, in ascending order; each costs a logarithm. */
  *ascending(low: number, high: number): Generator<number> {
    // A heap of stretches, that with the smallest number on top.
    const heap: Piece[] = [];
    this.#add(heap, low, high);
    for (let piece = heap[0]; piece !== undefined; piece = heap[0]) {
      yield this.#valueOf(piece);
      this.#dropTop(heap);
      this.#add(heap, piece.low, piece.at);
      this.#add(heap, piece.at + 1, piece.high);
    }
  }

  #add(heap: Piece[], low: number, high: number): void {
    if (low >= high) return;
    const piece = { at: this.#placeOfSmallest(low, high), low, high };
    const value = this.#valueOf(piece);
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#valueOf(heap[above]) <= value) break;
      heap[at] = heap[above] as Piece;
      at = above;
    }
    heap[at] = piece;
  }

  #dropTop(heap: Piece[]): void {
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    const value = this.#valueOf(last);
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (this.#valueOf(heap[below + 1]) < this.#valueOf(heap[below])) below += 1;
      if (this.#valueOf(heap[below]) >= value) break;
      heap[at] = heap[below] as Piece;
      at = below;
    }
    heap[at] = last;
  }

  #valueOf(piece: Piece | undefined): number {
    return this.#values[piece?.at ?? -1] ?? Number.POSITIVE_INFINITY;
  }

  #smaller(a: number, b: number): number {
    return (this.#values[b] ?? 0) < (this.#values[a] ?? 0) ? b : a;
  }

  #placeOfSmallest(low: number, high: number): number {
    const size = this.#values.length;
    let best = low;
    let from = low + size;
    let to = high + size;
    while (from < to) {
      if (from % 2 === 1) {
        best = this.#smaller(best, this.#tree[from] ?? best);
        from += 1;
      }
      if (to % 2 === 1) {
        to -= 1;
        best = this.#smaller(best, this.#tree[to] ?? best);
      }
      from /= 2;
      to /= 2;
    }
    return best;
  }
}
