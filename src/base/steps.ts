/**
 * Work in steps of bounded size. The runner may do other work between two steps. The result depends
 * only on the arguments.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Runs all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The number of items in a step of simple work. */
const simpleItems = 4096;

/** Applies the function to each item. A step handles `size` items. */
export function* mapInSteps<Item, Result>(
  items: readonly Item[],
  size: number,
  of: (item: Item, index: number) => Result,
): Steps<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % size === 0) yield;
    results.push(of(item, index));
  }
  return results;
}

/** Sorts the items, stably. Each run is sorted in one step, then runs are merged in pairs. */
export function* sortInSteps<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Steps<Item[]> {
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += simpleItems) {
    runs.push(items.slice(at, at + simpleItems).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one = [], other = []] = runs.slice(at, at + 2);
      merged.push(yield* mergeInSteps(one, other, compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeInSteps<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Steps<Item[]> {
  const merged: Item[] = [];
  let left = 0;
  let right = 0;
  while (left < one.length || right < other.length) {
    const fromLeft =
      right >= other.length ||
      (left < one.length && compare(one[left] as Item, other[right] as Item) <= 0);
    merged.push((fromLeft ? one[left++] : other[right++]) as Item);
    if (merged.length % simpleItems === 0) yield;
  }
  return merged;
}
