import { pino } from 'pino';
import { expect, it } from 'vitest';
import { alone } from '../../../src/base/turns.ts';
import { readConfig } from '../../../src/config.ts';
import { noAnswers } from '../../../src/server/answer-cache.ts';
import { createGraphqlHandler } from '../../../src/server/graphql-handler.ts';
import { ExecutionBounds } from '../../../src/server/limits/execution-bounds.ts';
import { createMetrics } from '../../../src/server/metrics.ts';
import { startTrace } from '../../../src/server/request-trace.ts';
import { createServedGraph } from '../../../src/server/served-graph.ts';
import { seededStore } from '../../support/seeds.ts';
import { startup } from '../../support/startup.ts';

const query = `query ($use: UseInput!) { models(first: 50) { nodes {
  slug useVerdict(use: $use) { answer evidence missing assumptions
    reasons { effect explanation license { name } clause { key } } duties { duty { kind name } } } } } }`;

it('answers every request, with the defaults of a use', async () => {
  const store = await seededStore();
  const graph = createServedGraph(store, {
    reader: { revisionCheckMs: 1000, cacheRows: 100_000 },
    publicUrl: 'http://localhost:4000',
  });
  const { config } = readConfig({});
  if (config === null) throw new Error('the default configuration is not valid');
  const metrics = createMetrics({ pages: () => graph.cacheCounts(), answers: () => noAnswers });
  const handler = createGraphqlHandler({
    graph,
    limits: config.limits,
    answers: null,
    metrics,
    bounds: new ExecutionBounds(config.limits, metrics.executing),
    logger: pino({ level: 'silent' }),
  });
  for (const use of [startup, { activities: ['RUN'] }]) {
    const texts: string[] = [];
    for (let time = 0; time < 5; time += 1) {
      const body = JSON.stringify({ query, variables: { use } });
      const headers = { 'content-type': 'application/json' };
      const request = { method: 'POST', headers, body };
      const response = await handler.fetch('http://localhost/graphql', request, {
        trace: startTrace('constant'),
        turn: alone,
      });
      texts.push(await response.text());
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('"answer":"ALLOWED');
    expect(texts[0]).not.toContain('"errors"');
  }
  await store.close();
});
