import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/server/server.ts';
import {
  edgesOf,
  licensesOf,
  modelsUnder,
  type Paged,
  relationsOf,
  serveSeeds,
  wholeList,
} from './served-seeds.ts';

interface List {
  readonly edges: Parameters<typeof edgesOf>[0];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

type Way = 'forwards' | 'backwards';

/** A client with urql's normalized cache. Its own resolver joins the pages. */
function clientAt(url: string): Client {
  const cache = cacheExchange({
    resolvers: {
      License: { models: relayPagination() },
      Model: { licenses: relayPagination() },
      Term: { relations: relayPagination() },
    },
  });
  return new Client({ url, exchanges: [cache, fetchExchange], preferGetMethod: false });
}

async function pageThrough(url: string, paged: Paged, slug: string, size: number, way: Way) {
  const client = clientAt(url);
  const window = way === 'forwards' ? 'first: $size, after: $at' : 'last: $size, before: $at';
  const query = gql`query ($slug: String!, $size: Int!, $at: String) {
    it: ${paged.root}(slug: $slug) {
      id
      list: ${paged.field}(${window}${paged.arguments}) {
        edges { cursor node { id slug } relations { id } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }`;
  let at: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const variables: object = { slug, size, at };
    const { data, error } = await client.query(query, variables).toPromise();
    if (error !== undefined) throw error;
    const { list } = (data as { it: { list: List } }).it;
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = list.pageInfo;
    if (way === 'forwards' ? !hasNextPage : !hasPreviousPage) {
      return { edges: edgesOf(list.edges), pages };
    }
    at = way === 'forwards' ? endCursor : startCursor;
  }
}

let server: RunningServer;
beforeAll(async () => {
  server = await serveSeeds();
});
afterAll(() => server.close(0));

describe('urql', () => {
  it.each<[string, number, Way, Paged]>([
    ['models of a license', 1, 'forwards', modelsUnder],
    ['models of a license', 4, 'forwards', modelsUnder],
    ['models of a license', 3, 'backwards', modelsUnder],
    ['licenses of a model', 1, 'forwards', licensesOf],
    ['relations of a term', 4, 'forwards', relationsOf],
  ])('loses no edge of the %s when it pages by %i %s', async (_, size, way, paged) => {
    const { slug, edges: expected, totalCount } = await wholeList(server, paged);
    expect(expected).toHaveLength(totalCount);
    const { edges, pages } = await pageThrough(server.url, paged, slug, size, way);
    expect(edges).toEqual(expected);
    expect(pages).toBe(Math.ceil(totalCount / size));
  });
});
