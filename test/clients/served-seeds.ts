import { pino } from 'pino';
import { loadSeeds } from '../../src/commands/load-seeds.ts';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { defaultOptions, post } from '../server/start-probe.ts';

/** A server over the seeds, on a free port. */
export async function serveSeeds(): Promise<RunningServer> {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  await loadSeeds(store, 'seeds');
  const graph = createServedGraph(store, {
    reader: { revisionCheckMs: 1000, cacheRows: 10_000 },
    publicUrl: 'http://localhost:4000',
  });
  return startServer({ graph, store, logger: pino({ level: 'silent' }), ...defaultOptions });
}

/** A connection that clients page through: of which entity, and the field with its own arguments. */
export interface Paged {
  readonly root: 'license' | 'model' | 'term';
  readonly slug: string;
  readonly field: string;
  readonly arguments: string;
}

/** What an edge is told by: the entity that it leads to, and the relations that lead there. */
export interface Edge {
  readonly slug: string;
  readonly relations: readonly string[];
}

interface AnsweredEdge {
  readonly node: { readonly slug: string };
  readonly relations: readonly { readonly id: string }[];
}

/** The edges as a client or the server gave them. */
export function edgesOf(edges: readonly AnsweredEdge[]): Edge[] {
  return edges.map(({ node, relations }) => ({
    slug: node.slug,
    relations: relations.map(({ id }) => id),
  }));
}

/** The whole list in one page, and the total: what paging through it must come to. */
export async function wholeList(
  { url }: RunningServer,
  { root, slug, field, arguments: given }: Paged,
): Promise<{ readonly edges: readonly Edge[]; readonly totalCount: number }> {
  const query = `{ it: ${root}(slug: "${slug}") { list: ${field}(first: 100${given}) {
    totalCount pageInfo { hasNextPage } edges { node { slug } relations { id } } } } }`;
  const { body } = await post(url, query);
  const { list } = (body.data as { it: { list: AnsweredList } }).it;
  if (list.pageInfo.hasNextPage) throw new Error(`${field} of ${slug} does not fit into a page`);
  return { edges: edgesOf(list.edges), totalCount: list.totalCount };
}

interface AnsweredList {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly edges: readonly AnsweredEdge[];
}

/** Of each, some neighbors are linked by several relations. */
export const modelsUnderMit: Paged = {
  ...{ root: 'license', slug: 'mit', field: 'models', arguments: '' },
};
export const licensesOfModel: Paged = {
  ...{ root: 'model', slug: 'deepseek-r1', field: 'licenses', arguments: ', ranks: ALL' },
};
export const relationsOfTerm: Paged = {
  ...{ root: 'term', slug: 'fine-tuning', field: 'relations', arguments: '' },
};
