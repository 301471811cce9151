import { entityId } from '../../src/ontology/ids.ts';
import { encodeCursor } from '../../src/schema/fields/cursor.ts';
import { sortKey } from '../../src/text/sort-key.ts';
import type { BenchTerm } from '../data/graph.ts';

/** A place in the list of terms, for our server and for the peer. */
export function startOf({ slug, name }: BenchTerm): { cursor: string; sort: string } {
  const sort = sortKey(name);
  const order = { name: 'sort+', type: 'string', ids: 'Term' } as const;
  return { cursor: encodeCursor(order, { value: sort, id: entityId('TERM', slug) }), sort };
}
