import type { Keyset, PageWindow } from '../../reads.ts';

/** Compares an item with a place in the order: negative before it, 0 at it, positive after it. */
type Placement<Item> = (item: Item, place: Keyset) => number;

/** Items at one place: relations to the same neighbor. */
type Group<Item> = [Item, ...Item[]];

/**
 * Merges several ascending sequences within a window and groups the items by place. Returns at most
 * `limit` groups of items that pass the test, in the given order. It reads no more than needed.
 */
export function walk<Item>(
  sequences: readonly (readonly Item[])[],
  descending: boolean,
  window: PageWindow,
  place: Placement<Item>,
  compareItems: (one: Item, other: Item) => number,
  passes: (item: Item) => boolean,
): { groups: Group<Item>[]; hasMore: boolean } {
  // Backward in an ascending page and forward in a descending page both go down.
  const down = descending !== window.backward;
  const start = window.backward ? window.before : window.after;
  const end = window.backward ? window.after : window.before;
  const cursors = sequences.map((items) => new SequenceCursor(items, down, start, place));
  const taken: Group<Item>[] = [];
  let hasMore = false;
  for (;;) {
    const next = nearest(cursors, down, compareItems);
    const item = next?.current();
    if (next === undefined || item === undefined) break;
    if (end !== null && (down ? place(item, end) <= 0 : place(item, end) >= 0)) break;
    const group = taken.at(-1);
    const joins = group !== undefined && compareItems(item, group[0]) === 0;
    const full = taken.length === window.limit;
    if (full && !joins && !window.peek) break;
    next.advance();
    if (!passes(item)) continue;
    if (joins) group.push(item);
    else if (full) {
      hasMore = true;
      break;
    } else taken.push([item]);
  }
  return { groups: window.backward ? taken.reverse() : taken, hasMore };
}

class SequenceCursor<Item> {
  readonly #items: readonly Item[];
  readonly #step: 1 | -1;
  #index: number;

  constructor(items: readonly Item[], down: boolean, start: Keyset | null, place: Placement<Item>) {
    this.#items = items;
    this.#step = down ? -1 : 1;
    if (start === null) this.#index = down ? items.length - 1 : 0;
    else this.#index = down ? firstAt(items, start, place, 0) - 1 : firstAt(items, start, place, 1);
  }

  current(): Item | undefined {
    return this.#items[this.#index];
  }

  advance(): void {
    this.#index += this.#step;
  }
}

/** The index of the first item at or after the start (bound 0), or after it (bound 1). */
function firstAt<Item>(
  items: readonly Item[],
  start: Keyset,
  place: Placement<Item>,
  bound: 0 | 1,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (place(items[middle] as Item, start) >= bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

function nearest<Item>(
  cursors: readonly SequenceCursor<Item>[],
  down: boolean,
  compareItems: (one: Item, other: Item) => number,
): SequenceCursor<Item> | undefined {
  let best: SequenceCursor<Item> | undefined;
  let bestItem: Item | undefined;
  for (const cursor of cursors) {
    const item = cursor.current();
    if (item === undefined) continue;
    if (bestItem !== undefined) {
      const order = compareItems(item, bestItem);
      if (down ? order <= 0 : order >= 0) continue;
    }
    best = cursor;
    bestItem = item;
  }
  return best;
}
