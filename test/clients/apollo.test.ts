import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
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
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A client with Apollo's cache, which joins the pages of lists that follow Relay. */
function clientAt(uri: string): ApolloClient {
  const paged = (field: string) => ({ fields: { [field]: relayStylePagination(['ranks']) } });
  const cache = new InMemoryCache({
    typePolicies: { License: paged('models'), Model: paged('licenses'), Term: paged('relations') },
  });
  return new ApolloClient({ link: new HttpLink({ uri }), cache });
}

async function pageThrough(url: string, paged: Paged, slug: string, size: number) {
  const client = clientAt(url);
  const query = gql`query ($slug: String!, $size: Int!, $at: String) {
    ${paged.root}(slug: $slug) {
      id
      ${paged.field}(first: $size, after: $at${paged.arguments}) {
        edges { cursor node { id slug } relations { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;
  const held = () => {
    const data = client.readQuery<Record<string, Record<string, List>>>({
      query,
      variables: { slug, size, at: null },
    });
    const list = data?.[paged.root]?.[paged.field];
    if (list === undefined) throw new Error(`${slug} is not in the cache`);
    return list;
  };
  let at: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const variables = { slug, size, at };
    await client.query({ query, variables, fetchPolicy: 'network-only' });
    const { edges, pageInfo } = held();
    if (!pageInfo.hasNextPage) {
      client.stop();
      return { edges: edgesOf(edges), pages };
    }
    at = pageInfo.endCursor;
  }
}

let server: RunningServer;
beforeAll(async () => {
  server = await serveSeeds();
});
afterAll(() => server.close(0));

describe('Apollo Client', () => {
  it.each<[string, number, Paged]>([
    ['models of a license', 4, modelsUnder],
    ['licenses of a model', 1, licensesOf],
    ['relations of a term', 4, relationsOf],
  ])('loses no edge of the %s when it pages by %i', async (_, size, paged) => {
    const { slug, edges: expected, totalCount } = await wholeList(server, paged);
    const { edges, pages } = await pageThrough(server.url, paged, slug, size);
    expect(edges).toEqual(expected);
    expect(pages).toBe(Math.ceil(totalCount / size));
  });
});
