import fc from 'fast-check';
import { type FormattedExecutionResult, getIntrospectionQuery, parse, validate } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeeds } from '../../src/commands/load-seeds.ts';
import { readConfig } from '../../src/config.ts';
import { noAnswers } from '../../src/server/answer-cache.ts';
import { firstQuery } from '../../src/server/graphiql-page.ts';
import { createGraphqlHandler, type GraphqlHandler } from '../../src/server/graphql-handler.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { type RequestTrace, startTrace } from '../../src/server/request-trace.ts';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { type Pool, queryOf } from './query-arbitrary.ts';

const store = createEmbeddedStore({ file: ':memory:' });
let pool: Pool = {};
let interpreted: Side;
let compiled: Side;

beforeAll(async () => {
  await store.open();
  await loadSeeds(store, 'seeds');
  interpreted = createSide(null);
  compiled = createSide(0);
  const found = await interpreted.run(
    '{ terms(first: 5) { nodes { id slug } } models(first: 5) { nodes { id slug } } licenses(first: 5) { nodes { id slug } } }',
  );
  const lists = Object.values(found.body.data ?? {}) as { nodes: { id: string; slug: string }[] }[];
  const nodes = lists.flatMap((list) => list.nodes);
  const slugs = nodes.map(({ slug }) => slug);
  pool = {
    ID: nodes.map(({ id }) => id),
    slug: slugs,
    term: slugs,
    model: slugs,
    license: slugs,
    on: ['2026-01-01', '2024-06-30'],
  };
});
afterAll(() => store.close());

interface Ran {
  readonly status: number;
  readonly text: string;
  readonly body: FormattedExecutionResult;
  readonly trace: RequestTrace;
}

interface Side {
  run(query: string): Promise<Ran>;
}

const unlimited = Number.MAX_SAFE_INTEGER;

function createSide(compileAfter: number | null, limits = wide): Side {
  const graph = createServedGraph(store, {
    reader: { revisionCheckMs: null, cacheRows: 10_000 },
    publicUrl: 'http://localhost:4000',
  });
  const handler: GraphqlHandler = createGraphqlHandler({
    graph,
    limits,
    compileAfter,
    answers: null,
    metrics: createMetrics({ pages: () => graph.cacheCounts(), answers: () => noAnswers }),
    logger: pino({ level: 'silent' }),
  });
  return {
    async run(query) {
      const trace = startTrace('constant');
      const response = await handler.fetch(
        'http://localhost/graphql',
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/graphql-response+json',
          },
          body: JSON.stringify({ query }),
        },
        { trace },
      );
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text), trace };
    },
  };
}

const wide = {
  documentLength: unlimited,
  tokens: 100_000,
  depth: 100,
  aliases: 10_000,
  rootFields: 1000,
  directives: 1000,
  cost: 30_000,
};

describe('the graph as served', () => {
  it('answers the query that GraphiQL opens with', async () => {
    const { status, body } = await interpreted.run(firstQuery);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(body).toHaveProperty('data.term.examples.nodes.length', 5);
    expect(body).toHaveProperty('data.model.claims.nodes.1');
  });

  it('lets clients introspect it under the usual limits', async () => {
    const { config } = readConfig({});
    const usual = createSide(null, config?.limits);
    const query = getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      schemaDescription: true,
      directiveIsRepeatable: true,
      specifiedByUrl: true,
      oneOf: true,
    });
    const { status, body } = await usual.run(query);
    expect([status, body.errors]).toEqual([200, undefined]);
  });

  it('answers alike, compiled and interpreted, whatever is asked', async () => {
    const { schema } = createServedGraph(store, {
      reader: { revisionCheckMs: null, cacheRows: 1 },
      publicUrl: '',
    });
    let compiledRuns = 0;
    let withData = 0;
    await fc.assert(
      fc.asyncProperty(queryOf(schema, pool, 6), async (query) => {
        fc.pre(validate(schema, parse(query)).length === 0);
        const one = await interpreted.run(query);
        const other = await compiled.run(query);
        expect(`${other.status} ${other.text}`).toBe(`${one.status} ${one.text}`);
        if (other.trace.compiled) compiledRuns += 1;
        if (/":(?!null)[^{[]/.test(one.text)) withData += 1;
      }),
      { numRuns: 40 },
    );
    expect(compiledRuns).toBeGreaterThan(20);
    expect(withData).toBeGreaterThan(20);
  });
});
