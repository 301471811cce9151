import { pino } from 'pino';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { defaultOptions, post } from '../server/start-probe.ts';
import { servedSeedsStore } from '../support/seeds.ts';

/** A server over the seeds, on a free port. */
export async function serveSeeds(): Promise<RunningServer> {
  const store = await servedSeedsStore();
  const graph = createServedGraph(store, {
    reader: { revisionCheckMs: 1000, cacheRows: 10_000 },
    publicUrl: 'http://localhost:4000',
  });
  return startServer({ graph, store, logger: pino({ level: 'silent' }), ...defaultOptions });
}

/** A connection that clients page through: its entity, and the field with its own arguments. */
export interface Paged {
  readonly root: 'license' | 'model' | 'term';
  readonly field: string;
  readonly arguments: string;
}

/** An edge: the entity that it leads to, and its relations. */
export interface Edge {
  readonly slug: string;
  readonly relations: readonly string[];
}

interface AnsweredEdge {
  readonly node: { readonly slug: string };
  readonly relations: readonly { readonly id: string }[];
}

/** The edges in an answer, from a client or the server. */
export function edgesOf(edges: readonly AnsweredEdge[]): Edge[] {
  return edges.map(({ node, relations }) => ({
    slug: node.slug,
    relations: relations.map(({ id }) => id),
  }));
}

interface AnsweredList {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly edges: readonly AnsweredEdge[];
}

interface AnsweredOwner {
  readonly slug: string;
  readonly list: AnsweredList;
}
interface AnsweredOwners {
  readonly nodes: readonly AnsweredOwner[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** A list in one page, to compare with the pages of a client. */
export interface Whole {
  readonly slug: string;
  readonly edges: readonly Edge[];
  readonly totalCount: number;
}

/** The longest list that fits in a page and has a neighbor with several relations. */
export async function wholeList(
  { url }: RunningServer,
  { root, field, arguments: given }: Paged,
): Promise<Whole> {
  const query = `query ($after: String) { all: ${root}s(first: 50, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { slug list: ${field}(first: 100${given}) {
      totalCount pageInfo { hasNextPage } edges { node { slug } relations { id } } } } } }`;
  const nodes: AnsweredOwner[] = [];
  let after: string | null = null;
  do {
    const { body } = await post(url, query, { after });
    const { all } = body.data as { all: AnsweredOwners };
    nodes.push(...all.nodes);
    after = all.pageInfo.hasNextPage ? all.pageInfo.endCursor : null;
  } while (after !== null);
  const [longest] = nodes
    .map(({ slug, list }) => ({ slug, ...list, edges: edgesOf(list.edges) }))
    .filter(({ pageInfo }) => !pageInfo.hasNextPage)
    .filter(({ edges }) => edges.some(({ relations }) => relations.length > 1))
    .sort((one, other) => other.edges.length - one.edges.length);
  if (longest === undefined) throw new Error(`no ${root} has two relations to one neighbor`);
  return longest;
}

export const modelsUnder: Paged = { root: 'license', field: 'models', arguments: '' };
export const licensesOf: Paged = { root: 'model', field: 'licenses', arguments: ', ranks: ALL' };
export const relationsOf: Paged = { root: 'term', field: 'relations', arguments: '' };
