import { parse, validate } from 'graphql';
import {
  type ConcreteRequest,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  Network,
  RecordSource,
  Store,
} from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema/schema.ts';
import type { RunningServer } from '../../src/server/server.ts';
import licensesQuery from './relay/artifacts/documentsLicensesOfQuery.graphql.ts';
import modelsFromTheEndQuery from './relay/artifacts/documentsModelsUnderFromTheEndQuery.graphql.ts';
import modelsQuery from './relay/artifacts/documentsModelsUnderQuery.graphql.ts';
import relationsQuery from './relay/artifacts/documentsRelationsOfQuery.graphql.ts';
import {
  edgesOf,
  licensesOf,
  modelsUnder,
  type Paged,
  relationsOf,
  serveSeeds,
  wholeList,
} from './served-seeds.ts';

type Root = { readonly list: RelayList } | undefined;
interface RelayList {
  readonly edges: Parameters<typeof edgesOf>[0];
  readonly pageInfo: Readonly<Record<string, unknown>>;
}

/** Relay's own store and network, over HTTP. */
function environmentAt(url: string): Environment {
  const network = Network.create(async ({ text }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    });
    return response.json();
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}

/** Requests all pages, as `loadNext` does, and returns the final content of Relay's store. */
async function pageThrough(url: string, query: ConcreteRequest, slug: string, size: number) {
  const environment = environmentAt(url);
  const whole = createOperationDescriptor(query, { slug, size, cursor: null });
  const held = (): RelayList => {
    const { data } = environment.lookup(whole.fragment);
    const [root] = Object.values(data as Readonly<Record<string, Root>>);
    if (root === undefined) throw new Error(`${slug} is not in the store`);
    return root.list;
  };
  const release = environment.retain(whole);
  let cursor: unknown = null;
  for (let pages = 1; ; pages += 1) {
    await fetchQuery(environment, query, { slug, size, cursor }).toPromise();
    const { pageInfo } = held();
    const more = pageInfo.hasNextPage ?? pageInfo.hasPreviousPage;
    if (more !== true) {
      const edges = edgesOf(held().edges);
      release.dispose();
      return { edges, pages };
    }
    cursor = pageInfo.endCursor ?? pageInfo.startCursor;
  }
}

let server: RunningServer;
beforeAll(async () => {
  server = await serveSeeds();
});
afterAll(() => server.close(0));

describe('Relay', () => {
  it.each<[string, number, ConcreteRequest, Paged]>([
    ['models of a license', 1, modelsQuery, modelsUnder],
    ['models of a license', 4, modelsQuery, modelsUnder],
    ['models of a license from the end', 3, modelsFromTheEndQuery, modelsUnder],
    ['licenses of a model', 1, licensesQuery, licensesOf],
    ['relations of a term', 4, relationsQuery, relationsOf],
  ])('loses no edge of the %s when it pages by %i', async (_, size, query, paged) => {
    const { slug, edges: expected, totalCount } = await wholeList(server, paged);
    expect(expected).toHaveLength(totalCount);
    const { edges, pages } = await pageThrough(server.url, query, slug, size);
    expect(edges).toEqual(expected);
    expect(pages).toBe(Math.ceil(totalCount / size));
  });

  it('was compiled against what the server serves', () => {
    const schema = buildSchema();
    for (const { params } of [modelsQuery, modelsFromTheEndQuery, licensesQuery, relationsQuery]) {
      expect(validate(schema, parse(params.text ?? ''))).toEqual([]);
    }
  });
});
