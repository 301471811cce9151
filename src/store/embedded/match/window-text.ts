import type { Keyset, PageWindow } from '../../reads.ts';
import type { Parameters } from '../database/prepared-statements.ts';

/** How a page is read: its start, direction and end. */
export interface Walk {
  /** Whether values fall as rows are read. */
  readonly down: boolean;
  readonly start: Keyset | null;
  readonly end: Keyset | null;
}

/** Backward in an ascending page and forward in a descending page both go down. */
export function walkOf(descending: boolean, { backward, after, before }: PageWindow): Walk {
  return {
    down: descending !== backward,
    start: backward ? before : after,
    end: backward ? after : before,
  };
}

/** The conditions for rows between the places, on a value and an id. Each begins with AND. */
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

/** The rows of a page. If the window peeks, one more row was read. */
export function pageOf<Row>(
  found: readonly Row[],
  { limit, backward, peek }: PageWindow,
): { readonly rows: readonly Row[]; readonly hasMore: boolean } {
  const rows = found.slice(0, limit);
  return { rows: backward ? rows.reverse() : rows, hasMore: peek && found.length > limit };
}
