import type { Keyset, PageWindow } from '../reads.ts';
import type { Parameters } from './prepared-statements.ts';

/** How a page is read: from which place, which way, up to where. */
interface Walk {
  /** Whether values go down as rows are read. */
  readonly down: boolean;
  readonly start: Keyset | null;
  readonly end: Keyset | null;
}

/** Walking back through an ascending page, or forward through a descending one, goes down. */
export function walkOf(descending: boolean, { backward, after, before }: PageWindow): Walk {
  return {
    down: descending !== backward,
    start: backward ? before : after,
    end: backward ? after : before,
  };
}

/** The rows strictly between the places, as conditions on a value and an id; each begins with AND. */
export function betweenText(
  { down, start, end }: Walk,
  value: string,
  id: string,
  into: Parameters,
): string {
  const beyond = (place: Keyset | null, sign: '>' | '<') =>
    place === null
      ? ''
      : ` AND (${value}, ${id}) ${sign} (${into.bind(place.value)}, ${into.bind(place.id)})`;
  return beyond(start, down ? '<' : '>') + beyond(end, down ? '>' : '<');
}

/** The rows of a page that was read with one more where it peeks. */
export function pageOf<Row>(
  found: readonly Row[],
  { limit, backward, peek }: PageWindow,
): { readonly rows: readonly Row[]; readonly hasMore: boolean } {
  const rows = found.slice(0, limit);
  return { rows: backward ? rows.reverse() : rows, hasMore: peek && found.length > limit };
}
