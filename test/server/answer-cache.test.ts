import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AnswerCache, type AnswerGround } from '../../src/server/answer-cache.ts';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { startServer } from '../../src/server/server.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { change, term } from '../support/records.ts';
import { type Answer, defaultOptions, type Probe, post, startProbe } from './start-probe.ts';

describe('a cached answer', () => {
  let probe: Probe;
  beforeAll(async () => {
    probe = await startProbe();
  });
  afterAll(() => probe.close());
  let generations = 0;
  beforeEach(() => {
    generations += 1;
    probe.graph.generation = String(generations);
  });

  const kept = async ({ requestId }: Answer) =>
    (await probe.linesOf(requestId)).find(({ msg }) => msg === 'request')?.kept;
  const ask = async (query: string, variables?: Record<string, unknown>) => {
    const answer = await post(probe.url, query, variables);
    const { status, type, body } = answer;
    return { status, type, body, kept: await kept(answer) };
  };
  const hello = 'query($n:String!){ hello(name:$n) }';

  it('is returned', async () => {
    const first = await ask(hello, { n: 'x' });
    expect(first).toMatchObject({ status: 200, kept: false });
    expect(await ask(hello, { n: 'x' })).toEqual({ ...first, kept: true });
  });

  it('is not returned for other variables, documents or operations', async () => {
    const x = await ask(hello, { n: 'x' });
    const y = await ask(hello, { n: 'y' });
    expect([y.kept, y.body]).not.toEqual([true, x.body]);
    expect((await ask(`${hello} `, { n: 'x' })).kept).toBe(false);
    const two = 'query A { hello(name:"a") } query B { hello(name:"b") }';
    const of = async (operationName: string) => {
      const response = await fetch(probe.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: two, operationName }),
      });
      return response.text();
    };
    const [a, b] = [await of('A'), await of('B')];
    expect(a).not.toBe(b);
    expect([await of('A'), await of('B')]).toEqual([a, b]);
  });

  it('is returned whatever undeclared variables are sent', async () => {
    const first = await ask(hello, { n: 'x' });
    expect(await ask(hello, { other: [1], n: 'x', toString: null })).toEqual({
      ...first,
      kept: true,
    });
    await ask('{ hello }');
    expect((await ask('{ hello }', { n: 'y' })).kept).toBe(true);
  });

  it('is dropped when the graph changes', async () => {
    await ask(hello, { n: 'x' });
    probe.graph.generation = `${generations}, restored`;
    expect((await ask(hello, { n: 'x' })).kept).toBe(false);
  });

  it('is forgotten once something is written that it rests on, and only then', async () => {
    await ask(hello, { n: 'x' });
    probe.graph.standing = 'lifted';
    expect((await ask(hello, { n: 'x' })).kept).toBe(true);
    probe.graph.standing = 'changed';
    expect((await ask(hello, { n: 'x' })).kept).toBe(false);
    probe.graph.standing = 'same';
    expect((await ask(hello, { n: 'x' })).kept).toBe(true);
    const text = await (await fetch(`${probe.origin}/metrics`)).text();
    for (const result of ['lifted', 'dropped']) {
      expect(text).toContain(`glossgraph_answer_cache_checks_total{result="${result}"} 1`);
    }
  });

  it.each(['{ badInput hello }', '{ storeDown hello }', '{ crash }'])(
    'has no errors: %s',
    async (query) => {
      const first = await ask(query);
      expect(first.body.errors).toBeDefined();
      expect(await ask(query)).toMatchObject({ status: first.status, kept: false });
    },
  );

  it('does not exist without a cache', async () => {
    probe.graph.generation = null;
    await ask(hello, { n: 'x' });
    expect((await ask(hello, { n: 'x' })).kept).toBe(false);
  });

  it('is counted', async () => {
    const lookups = async (result: string) => {
      const text = await (await fetch(`${probe.origin}/metrics`)).text();
      return Number(
        new RegExp(`answer_cache_lookups_total{result="${result}"} (\\d+)`).exec(text)?.[1],
      );
    };
    const [hits, misses] = [await lookups('hit'), await lookups('miss')];
    await ask(hello, { n: 'counted' });
    await ask(hello, { n: 'counted' });
    expect([await lookups('hit'), await lookups('miss')]).toEqual([hits + 1, misses + 1]);
  });
});

describe('the cache of answers', () => {
  const document = parse('{ hello }');
  const question = { generation: '1', document, operationName: null, variables: {} };
  const write = (cache: AnswerCache, key: string, text: string) => {
    const ground: AnswerGround = { check: () => 'same', bytes: 0 };
    const result = cache.keeping(key, { data: { text } }, ground);
    if (!('stringify' in result)) throw new Error('expected a result that writes itself');
    (result.stringify as (value: object) => string)({ data: { text } });
  };

  it('holds no more than its limit', () => {
    const cache = new AnswerCache(100_000);
    for (let index = 0; index < 1000; index += 1) write(cache, `key ${index}`, 'x'.repeat(1000));
    expect(cache.counts().bytes).toBeLessThanOrEqual(100_000);
    expect(cache.get('key 999')).not.toBeNull();
    expect(cache.get('key 0')).toBeNull();
  });

  it('does not cache an answer that would displace the rest', () => {
    const cache = new AnswerCache(100_000);
    write(cache, 'big', 'x'.repeat(10_000));
    expect(cache.get('big')).toBeNull();
  });

  it('has no key for long variables', () => {
    const cache = new AnswerCache(100_000);
    expect(cache.keyOf({ ...question, variables: { text: 'x'.repeat(5000) } })).toBeNull();
    expect(cache.keyOf(question)).not.toBeNull();
  });
});

it('a server of a real graph answers again after a write', async () => {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  await store.write(change({ entities: [term('a', { name: 'Old' })] }));
  const server = await startServer({
    graph: createServedGraph(store, {
      reader: { revisionCheckMs: 0, cacheRows: 1000 },
      publicUrl: 'http://localhost',
    }),
    store,
    logger: pino({ level: 'silent' }),
    ...defaultOptions,
  });
  const ask = async () => (await post(server.url, '{ term(slug: "a") { name } }')).body;
  expect([await ask(), await ask()]).toEqual([
    { data: { term: { name: 'Old' } } },
    { data: { term: { name: 'Old' } } },
  ]);
  await store.write(change({ entities: [term('a', { name: 'New' })] }));
  expect(await ask()).toEqual({ data: { term: { name: 'New' } } });
  await server.close(1000);
});

describe('the size of cached answers', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };

  it.each([1, 40, 2000])('is not less than what they take, at %i characters', (length) => {
    const ground: AnswerGround = { check: () => 'same', bytes: 0 };
    const cache = new AnswerCache(1e9);
    const document = parse('{ hello }');
    const before = heap();
    for (let index = 0; index < 20_000; index += 1) {
      const variables = { n: `${index}` };
      const question = { generation: 'graph/1', document, operationName: null, variables };
      const result = cache.keeping(
        cache.keyOf(question) ?? '',
        { data: { hello: `${index}`.padEnd(length, 'é中') } },
        ground,
      ) as { stringify?: (result: object) => string };
      // Sending it joins its parts.
      Buffer.from(result.stringify?.(result) ?? '');
    }
    expect(heap() - before).toBeLessThanOrEqual(cache.counts().bytes);
  });
});
