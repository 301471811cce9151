/**
 * The number of letters to change, drop, add or swap with a neighbor to turn one word into the
 * other (optimal string alignment), or null where it exceeds the limit. It visits only the cells
 * that can stay within the limit: O(length × limit).
 */
export function editDistance(from: string, to: string, limit: number): number | null {
  if (Math.abs(from.length - to.length) > limit) return null;
  const beyond = limit + 1;
  const width = to.length + 1;
  let before = new Uint8Array(width).fill(beyond);
  let last = new Uint8Array(width).fill(beyond);
  let next = new Uint8Array(width);
  for (let column = 0; column <= Math.min(limit, to.length); column += 1) last[column] = column;
  const at = (row: Uint8Array, column: number): number => row[column] ?? beyond;
  for (let row = 1; row <= from.length; row += 1) {
    next.fill(beyond);
    if (row <= limit) next[0] = row;
    let least = at(next, 0);
    const letter = from.charCodeAt(row - 1);
    const end = Math.min(to.length, row + limit);
    for (let column = Math.max(1, row - limit); column <= end; column += 1) {
      const other = to.charCodeAt(column - 1);
      let cost = at(last, column - 1) + (letter === other ? 0 : 1);
      cost = Math.min(cost, at(last, column) + 1, at(next, column - 1) + 1);
      const swapped =
        row > 1 &&
        column > 1 &&
        letter === to.charCodeAt(column - 2) &&
        other === from.charCodeAt(row - 2);
      if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      next[column] = Math.min(cost, beyond);
      least = Math.min(least, cost);
    }
    if (least > limit) return null;
    [before, last, next] = [last, next, before];
  }
  const distance = at(last, to.length);
  return distance <= limit ? distance : null;
}

/** Which letters a word has, as 32 bits: several letters share a bit. */
export function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at += 1) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

/**
 * Whether two words may be within a number of edits, by their letter sets. An edit removes one
 * letter and adds another at most.
 */
export function mayBeWithin(left: number, right: number, edits: number): boolean {
  let apart = left ^ right;
  for (let most = 2 * edits; apart !== 0; most -= 1) {
    if (most === 0) return false;
    apart &= apart - 1;
  }
  return true;
}
