import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Probe, post, startProbe } from './start-probe.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.close());

const legacy = 'application/json';

describe('what a client may see of an error', () => {
  it('keeps expected errors, and the rest of the answer', async () => {
    const { status, body } = await post(probe.url, '{ hello badInput }');
    expect([status, body]).toEqual([
      200,
      {
        errors: [
          {
            message: 'Argument "first": expected 1 to 100.',
            locations: [{ line: 1, column: 9 }],
            path: ['badInput'],
            extensions: { code: 'BAD_USER_INPUT', argument: 'first', expected: '1 to 100' },
          },
        ],
        data: { hello: 'Hello, world!', badInput: null },
      },
    ]);
  });

  it.each(['crash', 'crashLater', 'items(first: 1) { nodes { broken } }', 'strict { must }'])(
    'masks %s, and logs it with the id that the client is given',
    async (field) => {
      const { status, body, requestId } = await post(probe.url, `{ hello ${field} }`);
      expect([status, body.data?.hello]).toEqual([200, 'Hello, world!']);
      expect(body.errors?.[0]).toMatchObject({
        message: 'Something went wrong on the server.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      });
      expect(body.errors?.[0]?.path?.length).toBeGreaterThan(0);
      expect(JSON.stringify(body)).not.toMatch(/secret|Cannot return null|\bat .*:\d+/);
      const [failure, request] = await probe.linesOf(requestId);
      expect(failure).toMatchObject({ msg: 'unexpected error', level: 50 });
      expect(String(Object(failure?.err).stack)).toMatch(/\n +at /);
      expect(request).toMatchObject({ errors: ['INTERNAL_SERVER_ERROR'], status: 200 });
    },
  );

  it('logs one failure once, however many fields it affects', async () => {
    const { body, requestId } = await post(probe.url, '{ a: crash b: crash c: crash }');
    expect(body.errors).toHaveLength(3);
    expect(await probe.linesOf(requestId)).toHaveLength(2);
  });

  it.each([
    ['storeDown', 'STORE_UNAVAILABLE', /cannot be reached/],
    ['storeSlow', 'STORE_TIMEOUT', /too long/],
  ])('says of %s what a client should know', async (field, code, message) => {
    const { status, body, requestId } = await post(probe.url, `{ hello ${field} }`);
    expect([status, body.data]).toEqual([200, { hello: 'Hello, world!', [field]: null }]);
    expect(body.errors?.[0]?.message).toMatch(message);
    expect(body.errors?.[0]?.extensions).toEqual({ code, requestId });
    expect(JSON.stringify(body)).not.toMatch(/10\.0\.0\.7|edges/);
    expect((await probe.linesOf(requestId))[0]).toMatchObject({ level: 40, code });
  });

  it('names the bound beyond which the store reads no more', async () => {
    const { status, body } = await post(probe.url, '{ hello storeBeyond }');
    expect([status, body.data]).toEqual([200, { hello: 'Hello, world!', storeBeyond: null }]);
    expect(body.errors?.[0]?.message).toBe('There are too many. Narrow the filter.');
    const extensions = { code: 'WORK_LIMIT', bound: 'maxLookedAt' };
    expect(body.errors?.[0]?.extensions).toEqual(extensions);
  });
});

describe('errors before anything runs', () => {
  const cases: readonly (readonly [string, string, object | undefined, object])[] = [
    ['syntax', '{ hello', undefined, { code: 'GRAPHQL_PARSE_FAILED' }],
    ['unknown field', '{ nothing }', undefined, { code: 'GRAPHQL_VALIDATION_FAILED' }],
    [
      'variable of another type',
      'query($n: Int) { items(first: $n) { totalCount } }',
      { n: 'many' },
      { code: 'BAD_USER_INPUT', argument: '$n', expected: 'Int' },
    ],
    [
      'missing variable',
      'query($n: String!) { hello(name: $n) }',
      {},
      { code: 'BAD_USER_INPUT', argument: '$n', expected: 'String!' },
    ],
    [
      'scalar that cannot be read',
      'query($d: Day) { on(day: $d) }',
      { d: 'yesterday' },
      { code: 'BAD_USER_INPUT', argument: '$d', expected: 'Day' },
    ],
  ];

  it.each(cases)(
    '%s: 400, and 200 for the older media type',
    async (_what, query, given, extensions) => {
      const variables = given as Record<string, unknown> | undefined;
      for (let time = 0; time < 2; time += 1) {
        const { status, body } = await post(probe.url, query, variables);
        expect([status, body.data, body.errors?.[0]?.extensions]).toEqual([
          400,
          undefined,
          extensions,
        ]);
        expect(body.errors?.[0]?.locations).toHaveLength(1);
      }
      expect((await post(probe.url, query, variables, legacy)).status).toBe(200);
    },
  );

  it.each([
    'subscription { a }',
    'mutation { a }',
    'subscription Named($n: Int) { a(n: $n) { b } }',
    'mutation { __typename }',
  ])('an operation that is not served: 400 with a code for %s', async (query) => {
    for (const accept of [legacy, 'application/graphql-response+json']) {
      const { status, body, requestId } = await post(probe.url, query, undefined, accept);
      expect([status, body.data, body.errors?.[0]?.extensions]).toEqual([
        400,
        undefined,
        { code: 'OPERATION_NOT_SUPPORTED', expected: 'query' },
      ]);
      const lines = await probe.linesOf(requestId);
      expect(lines).toMatchObject([{ msg: 'request', errors: ['OPERATION_NOT_SUPPORTED'] }]);
    }
  });

  it('names the argument that got null from a variable', async () => {
    const query = 'query($n: String) { hello(name: $n) }';
    const { status, body } = await post(probe.url, query, { n: null });
    expect([status, body.data]).toEqual([200, { hello: null }]);
    expect(body.errors?.[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'name',
      expected: 'String!',
    });
  });

  it('does not log the values of variables', async () => {
    const query = 'query Named($n: String!) { hello(name: $n) }';
    const { requestId } = await post(probe.url, query, { n: 'private' });
    const lines = await probe.linesOf(requestId);
    expect(lines).toMatchObject([{ operation: 'query', operationName: 'Named', statements: 0 }]);
    expect(JSON.stringify(lines)).not.toContain('private');
    const url = `${probe.url}?${new URLSearchParams({ query, variables: '{"n":"private"}' })}`;
    const byUrl = (await fetch(url)).headers.get('x-request-id') ?? '';
    expect(JSON.stringify(await probe.linesOf(byUrl))).not.toContain('private');
  });
});
