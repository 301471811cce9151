import { getEventListeners, once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Cutoff } from '../../src/server/limits/execution-bounds.ts';
import { defaultLimits, type Probe, post, startProbe } from './start-probe.ts';

let probe: Probe;
afterEach(() => probe.close());

const started = async (limits: { executions?: number; executionTime?: number }) => {
  probe = await startProbe({ limits: { ...defaultLimits, ...limits } });
};
const metrics = async () => (await fetch(`${probe.origin}/metrics`)).text();

/** The status, the codes and the time to retry. */
async function refusalOf(query: string, accept = 'application/json') {
  const response = await fetch(probe.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: object }[];
  };
  return [response.status, response.headers.get('retry-after'), data, errors?.[0]?.extensions];
}

describe('the time that an operation may execute', () => {
  beforeEach(() => started({ executionTime: 50 }));

  it.each(['application/json', 'application/graphql-response+json'])(
    'is bounded: 503, which names the bound, as %s',
    async (accept) => {
      const waiting = once(probe.graph.events, 'waiting');
      const refusal = await refusalOf('{ hello wait }', accept);
      expect(refusal).toEqual([
        503,
        '5',
        undefined,
        { code: 'EXECUTION_TIMEOUT', limit: 'EXECUTION_TIMEOUT_MS', maximum: 50 },
      ]);
      const [signal] = (await waiting) as [AbortSignal];
      expect(signal.aborted).toBe(true);
    },
  );

  it('ends its loading', async () => {
    const waiting = once(probe.graph.events, 'waiting');
    const [status] = await refusalOf('{ chain { next { name } } }');
    await waiting;
    expect([status, probe.graph.statements]).toEqual([503, ['link']]);
    probe.graph.events.emit('release');
    expect((await post(probe.url, '{ hello }')).body.data).toEqual({ hello: 'Hello, world!' });
    expect(probe.graph.statements).toEqual(['link']);
  });

  it('is counted as a rejection, and not logged as an error', async () => {
    const { requestId } = await post(probe.url, '{ wait }');
    const lines = await probe.linesOf(requestId);
    expect(lines).toMatchObject([{ msg: 'request', status: 503, errors: ['EXECUTION_TIMEOUT'] }]);
    expect(await metrics()).toContain('glossgraph_limit_rejections_total{limit="executionTime"} 1');
  });
});

describe('how many operations execute at once', () => {
  const busy = { code: 'TOO_BUSY', limit: 'MAX_EXECUTIONS', maximum: 1 };

  it('is bounded: 503 with the time to retry, until one has ended', async () => {
    await started({ executions: 1 });
    const waiting = once(probe.graph.events, 'waiting');
    const first = post(probe.url, '{ wait }');
    await waiting;
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      expect(await refusalOf('{ hello }', accept)).toEqual([503, '1', undefined, busy]);
    }
    expect((await fetch(`${probe.origin}/health/ready`)).status).toBe(200);
    const text = await metrics();
    expect(text).toContain('glossgraph_limit_rejections_total{limit="executions"} 2');
    expect(text).toContain('glossgraph_graphql_executing 1');
    probe.graph.events.emit('release');
    expect((await first).body.data).toEqual({ wait: 'done' });
    expect((await post(probe.url, '{ hello }')).status).toBe(200);
    expect(await metrics()).toContain('glossgraph_graphql_executing 0');
  });

  it('does not count cached answers', async () => {
    await started({ executions: 1 });
    probe.graph.generation = 'one';
    await post(probe.url, '{ hello }');
    const waiting = once(probe.graph.events, 'waiting');
    const first = post(probe.url, '{ wait }');
    await waiting;
    expect((await post(probe.url, '{ hello }')).body.data).toEqual({ hello: 'Hello, world!' });
    expect(await refusalOf('{ a: hello }')).toEqual([503, '1', undefined, busy]);
    probe.graph.events.emit('release');
    await first;
  });

  it('counts operations that run beyond their time', async () => {
    await started({ executions: 1, executionTime: 50 });
    expect((await post(probe.url, '{ wait }')).status).toBe(503);
    expect(await refusalOf('{ hello }')).toEqual([503, '1', undefined, busy]);
    probe.graph.events.emit('release');
    expect((await post(probe.url, '{ hello }')).status).toBe(200);
  });

  it.each(['{ crash }', '{ crashLater }', '{ hello }', '{ storeSlow }', '{ strict { must } }'])(
    'is let go of after %s',
    async (query) => {
      await started({ executions: 1 });
      for (let time = 0; time < 3; time += 1) {
        expect((await refusalOf(query))[3]).not.toEqual(busy);
      }
    },
  );
});

describe('the cutoff of a request', () => {
  beforeEach(() => started({}));
  const never = new AbortController().signal;

  it('is seen by work that blocks timers', async () => {
    const cutoff = new Cutoff(() => never);
    cutoff.start(20);
    const work = async () => {
      while (!cutoff.signal.aborted) await null;
      return 'aborted';
    };
    expect(await cutoff.unless(work(), () => 'late')).toBe('late');
  });

  it('ends nothing after the answer', async () => {
    const cutoff = new Cutoff(() => never);
    cutoff.start(1);
    cutoff.stop();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(cutoff.signal.aborted).toBe(false);
  });

  it('comes when the client leaves, with its reason', async () => {
    const client = new AbortController();
    const cutoff = new Cutoff(() => client.signal);
    cutoff.start(60_000);
    const answer = cutoff.unless(new Promise(() => {}), () => 'late');
    client.abort(new Error('gone'));
    await expect(answer).rejects.toThrow('gone');
    cutoff.stop();
    expect(new Cutoff(() => client.signal).signal.aborted).toBe(true);
  });

  it('leaves no listener with a client that asks many questions', async () => {
    const client = new AbortController();
    for (const work of [Promise.resolve('done'), Promise.reject(new Error('failed'))]) {
      const cutoff = new Cutoff(() => client.signal);
      cutoff.start(60_000);
      const answer = cutoff.unless(work, () => 'late');
      expect(getEventListeners(client.signal, 'abort')).toHaveLength(1);
      await answer.catch(() => {});
      await null;
      expect(getEventListeners(client.signal, 'abort')).toEqual([]);
    }
  });
});
