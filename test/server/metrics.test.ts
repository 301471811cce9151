import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noLookups } from '../../src/loaders/page-cache.ts';
import { noAnswers } from '../../src/server/answer-cache.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { type Probe, post, startProbe } from './start-probe.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.close());

async function metrics(): Promise<string> {
  const response = await fetch(`${probe.origin}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  return response.text();
}

describe('metrics', () => {
  it('count requests, statements, errors and the cache', async () => {
    await post(probe.url, '{ items { totalCount } }');
    await post(probe.url, '{ items { totalCount } }');
    await post(probe.url, '{ crash storeDown }');
    const last = await post(probe.url, '{');
    await probe.linesOf(last.requestId);
    const text = await metrics();
    for (const line of [
      'glossgraph_graphql_requests_total{operation="query",status="200"} 3',
      'glossgraph_graphql_requests_total{operation="none",status="400"} 1',
      'glossgraph_graphql_request_duration_seconds_count{operation="query"} 3',
      'glossgraph_store_statement_duration_seconds_count{statement="items"} 2',
      'glossgraph_graphql_errors_total{code="INTERNAL_SERVER_ERROR"} 1',
      'glossgraph_graphql_errors_total{code="STORE_UNAVAILABLE"} 1',
      'glossgraph_cache_lookups_total{result="hit"} 3',
      'glossgraph_cache_lookups_total{result="miss"} 2',
      'glossgraph_cache_checks_total{result="lifted"} 1',
      'glossgraph_cache_checks_total{result="dropped"} 2',
      'glossgraph_cache_rows 7',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    // A second read does not add the cache's own counts again.
    expect(await metrics()).toContain('glossgraph_cache_lookups_total{result="hit"} 3\n');
  });

  it('show the requests in flight', async () => {
    const waiting = once(probe.graph.events, 'waiting');
    const answer = post(probe.url, '{ wait }');
    await waiting;
    // The waiting request and the one for the metrics.
    expect(await metrics()).toContain('glossgraph_http_requests_in_flight 2');
    probe.graph.events.emit('release');
    await answer;
  });

  it('do not grow with the variety of queries', async () => {
    const few = createMetrics({
      pages: noLookups,
      answers: () => noAnswers,
    });
    for (let index = 0; index < 1000; index += 1) {
      few.statement({ name: `s${index}`, milliseconds: 1 });
    }
    const text = await few.registry.metrics();
    expect(text.match(/statement_duration_seconds_count/g)).toHaveLength(201);
    expect(text).toContain('_count{statement="other"} 800');
  });
});
