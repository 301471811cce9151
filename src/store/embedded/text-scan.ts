import type { EntityRecord } from '../../ontology/records.ts';

/** Of a text that more entities have, a page is found soon by looking at them one by one. */
const few = 200;

/** The folded texts of a list run together, and where each begins. */
interface Scan {
  readonly text: string;
  readonly starts: Int32Array;
}

/** Made when a text is first looked for: one search through one text is ten times as fast as many. */
const scans = new WeakMap<readonly EntityRecord[], Scan>();

/** Those of the list whose folded text contains the text, in its order; null where they are many. */
export function containing(
  list: readonly EntityRecord[],
  text: string,
  most: number,
): readonly EntityRecord[] | null {
  const scan = scanOf(list);
  const found: EntityRecord[] = [];
  let next = 0;
  for (let at = scan.text.indexOf(text); at >= 0; at = scan.text.indexOf(text, at)) {
    next = lastAtOrBefore(scan.starts, at, next);
    const entity = list[next];
    if (entity === undefined) break;
    // What begins in one text and ends in another is in neither.
    if (entity.folded.includes(text)) found.push(entity);
    if (found.length > Math.min(few, most)) return null;
    const after = scan.starts[next + 1];
    if (after === undefined) break;
    at = after;
  }
  return found;
}

function scanOf(list: readonly EntityRecord[]): Scan {
  const known = scans.get(list);
  if (known !== undefined) return known;
  const starts = new Int32Array(list.length);
  let length = 0;
  for (const [index, { folded }] of list.entries()) {
    starts[index] = length;
    length += folded.length + 1;
  }
  const scan = { text: list.map(({ folded }) => folded).join('\n'), starts };
  scans.set(list, scan);
  return scan;
}

/** Index, from `low` on, of the last start at or before the place. */
function lastAtOrBefore(starts: Int32Array, place: number, low: number): number {
  let [first, end] = [low, starts.length];
  while (end - first > 1) {
    const middle = (first + end) >>> 1;
    if ((starts[middle] ?? 0) <= place) first = middle;
    else end = middle;
  }
  return first;
}
