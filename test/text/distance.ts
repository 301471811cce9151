/**
 * The number of letters to insert, leave out, replace or swap with a neighbor to turn one word into
 * the other (optimal string alignment), or `bound + 1` if it exceeds the bound. Only a band of the
 * bound's width is computed.
 */
export function boundedDistance(a: string, b: string, bound: number): number {
  const tooFar = bound + 1;
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > bound) return tooFar;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => Math.min(at, tooFar));
  for (let row = 1; row <= a.length; row += 1) {
    const current = new Array<number>(b.length + 1).fill(tooFar);
    if (row <= bound) current[0] = row;
    let best = current[0] ?? tooFar;
    const last = Math.min(b.length, row + bound);
    for (let column = Math.max(1, row - bound); column <= last; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? tooFar) + 1,
        (current[column - 1] ?? tooFar) + 1,
        (previous[column - 1] ?? tooFar) + (same ? 0 : 1),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (older[column - 2] ?? tooFar) + 1);
      }
      current[column] = Math.min(cost, tooFar);
      best = Math.min(best, current[column] ?? tooFar);
    }
    if (best > bound) return tooFar;
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? tooFar;
}
