/**
 * The most entities worth sorting. With more, a page is found sooner by walking the list in its
 * order.
 */
export const worthGathering = 4000;
const rowsOfPage = 20;

/**
 * How many entities of a list are sorted sooner than a page of them is found in the order of the
 * list, if they are spread evenly over it.
 */
export function fewOf(total: number): number {
  return Math.min(worthGathering, Math.ceil(Math.sqrt(rowsOfPage * total)));
}
