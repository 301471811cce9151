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
    const pieces: Piece[] = [];
    const add = (from: number, to: number) => {
      if (from < to) pieces.push({ at: this.#placeOfSmallest(from, to), low: from, high: to });
    };
    add(low, high);
    while (pieces.length > 0) {
      let best = 0;
      for (let at = 1; at < pieces.length; at += 1) {
        if (this.#valueOf(pieces[at]) < this.#valueOf(pieces[best])) best = at;
      }
      const piece = pieces[best];
      const last = pieces.pop();
      if (piece === undefined || last === undefined) return;
      if (piece !== last) pieces[best] = last;
      yield this.#valueOf(piece);
      add(piece.low, piece.at);
      add(piece.at + 1, piece.high);
    }
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
