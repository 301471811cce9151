import fc from 'fast-check';
import {
  execute,
  type FormattedExecutionResult,
  getIntrospectionQuery,
  parse,
  validate,
} from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alone } from '../../src/base/turns.ts';
import { readConfig } from '../../src/config.ts';
import { AnswerCache, noAnswers } from '../../src/server/answer-cache.ts';
import { createGraphqlHandler, type GraphqlHandler } from '../../src/server/graphql-handler.ts';
import { firstQuery } from '../../src/server/http/graphiql-page.ts';
import { ExecutionBounds } from '../../src/server/limits/execution-bounds.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { type RequestTrace, startTrace } from '../../src/server/request-trace.ts';
import { createServedGraph } from '../../src/server/served-graph.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { servedSeedsStore } from '../support/seeds.ts';
import { type Pool, queryOf, withVariables } from './query-arbitrary.ts';

let store: GraphStore;
let pool: Pool = {};
let served: Side;
let fresh: Side;

beforeAll(async () => {
  store = await servedSeedsStore();
  fresh = createSide({ outlive: false });
  served = createSide({ outlive: true });
  const found = await fresh.run(
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
    text: hostileTexts,
    query: hostileTexts,
    prefix: hostileTexts,
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
  run(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Ran>;
}

/** Texts that other programs mistook for code or placeholders, and difficult strings. */
const hostileTexts = [
  "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0).getTime()+6*7+(''",
  '"); throw new Error("ran"); ("',
  "'+process.exit(1)+'",
  '\\',
  '\\"\'`$1$&{0}%s',
  '__proto__',
  'MIT',
];

const unlimited = Number.MAX_SAFE_INTEGER;

/** `outlive`: whether caches outlive a request, as they do by default. */
function createSide({ outlive }: { outlive: boolean }, limits = wide): Side {
  const graph = createServedGraph(store, {
    reader: { revisionCheckMs: outlive ? 1000 : null, cacheRows: 10_000 },
    publicUrl: 'http://localhost:4000',
  });
  const metrics = createMetrics({ pages: () => graph.cacheCounts(), answers: () => noAnswers });
  const handler: GraphqlHandler = createGraphqlHandler({
    graph,
    limits,
    answers: outlive ? new AnswerCache(10_000_000) : null,
    metrics,
    bounds: new ExecutionBounds(limits, metrics.executing),
    logger: pino({ level: 'silent' }),
  });
  return {
    async run(query, variables = {}) {
      const trace = startTrace('constant');
      const response = await handler.fetch(
        'http://localhost/graphql',
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/graphql-response+json',
          },
          body: JSON.stringify({ query, variables }),
        },
        { trace, turn: alone },
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
  variableDepth: 100,
  executionTime: 60_000,
  executions: 1000,
};

describe('the graph as served', () => {
  it('answers the query that GraphiQL opens with', async () => {
    const { status, body } = await fresh.run(firstQuery);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(body).toHaveProperty('data.term.examples.nodes.length', 5);
    expect(body).toHaveProperty('data.model.claims.nodes.1');
  });

  it('lets clients introspect it under the usual limits', async () => {
    const { config } = readConfig({});
    const usual = createSide({ outlive: false }, config?.limits);
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

  it('gives the same answer each time, and that of graphql-js, whatever is asked', async () => {
    const { schema, contextFor } = createServedGraph(store, {
      reader: { revisionCheckMs: null, cacheRows: 1 },
      publicUrl: 'http://localhost:4000',
    });
    let withData = 0;
    await fc.assert(
      fc.asyncProperty(queryOf(schema, pool, 6), fc.boolean(), async (written, varied) => {
        const { query, variables } = varied
          ? withVariables(written)
          : { query: written, variables: {} };
        const document = parse(query);
        fc.pre(validate(schema, document).length === 0);
        const first = await served.run(query, variables);
        if (first.status === 200) {
          const contextValue = await contextFor({ turn: alone });
          const plain = await execute({
            schema,
            document,
            contextValue,
            variableValues: variables,
          });
          expect(JSON.stringify(first.body.data)).toBe(JSON.stringify(plain.data));
        }
        for (let time = 1; time < 5; time += 1) {
          const again = await served.run(query, variables);
          expect(`${again.status} ${again.text}`).toBe(`${first.status} ${first.text}`);
        }
        if (/":(?!null)[^{[]/.test(first.text)) withData += 1;
      }),
      { numRuns: 60 },
    );
    expect(withData).toBeGreaterThan(30);
  });

  it('returns a text that a compiler once took for code unchanged', async () => {
    for (const text of hostileTexts) {
      const query = `{ resolveLicense(text: ${JSON.stringify(text)}) { input } }`;
      // Answers are not cached here, so each query executes.
      for (let time = 0; time < 6; time += 1) {
        const { body } = await fresh.run(query);
        expect(body).toEqual({ data: { resolveLicense: { input: text } } });
      }
    }
  });

  it('keeps fields apart whose path and alias spell the same', async () => {
    const query =
      '{ nodes_terms: models(first:1){ totalCount nodes{name} } terms(first:1){ nodes{name summary} } }';
    const apart = await fresh.run('{ models(first:1){ totalCount nodes{name} } }');
    for (let time = 0; time < 6; time += 1) {
      const { body } = await served.run(query);
      expect(body.data?.nodes_terms).toEqual(apart.body.data?.models);
    }
  });
});
