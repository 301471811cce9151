import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { dataOf } from '../../support/execute.ts';

const firstHit = `query ($query: String!) {
  search(query: $query, first: 1) { nodes { __typename slug } }
}`;

/** The first hit of the server's search, as "KIND:slug". */
export async function firstHitOf(reader: GraphReader, query: string): Promise<string | null> {
  const { search } = await dataOf(reader, firstHit, { query });
  const { nodes } = search as { nodes: readonly { __typename: string; slug: string }[] };
  const [node] = nodes;
  return node === undefined ? null : `${node.__typename.toUpperCase()}:${node.slug}`;
}
