import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, defaultLimits, type Probe, post, startProbe } from './start-probe.ts';

const require = createRequire(import.meta.url);
const limits = {
  documentLength: 20_000,
  tokens: 1000,
  depth: 6,
  aliases: 5,
  rootFields: 4,
  directives: 3,
  cost: 500,
  variableDepth: 3,
  executionTime: 60_000,
  executions: 1000,
};
let probe: Probe;
let usual: Probe;
beforeAll(async () => {
  probe = await startProbe({ limits });
  usual = await startProbe({ limits: defaultLimits });
});
afterAll(() => Promise.all([probe.close(), usual.close()]));

const repeated = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('limits that the document alone decides', () => {
  const nested = '{ items { nodes { items { nodes { items { totalCount } } } } } }';
  const cases: readonly (readonly [string, string, object])[] = [
    [
      'length',
      `{ hello } #${'x'.repeat(20_000)}`,
      {
        code: 'DOCUMENT_TOO_LONG',
        limit: 'MAX_DOCUMENT_LENGTH',
        maximum: 20_000,
        actual: 20_011,
      },
    ],
    [
      'tokens',
      `{ ${repeated(1000, () => 'hello')} }`,
      { code: 'TOO_MANY_TOKENS', limit: 'MAX_TOKENS', maximum: 1000 },
    ],
    [
      'depth',
      nested.replace('totalCount', 'nodes { id }'),
      { code: 'TOO_DEEP', limit: 'MAX_DEPTH', maximum: 6, actual: 7 },
    ],
    [
      'depth through fragments',
      '{ ...A } fragment A on Query { items { ...B } } fragment B on ItemConnection { nodes { items { nodes { items { nodes { id } } } } } }',
      { code: 'TOO_DEEP', limit: 'MAX_DEPTH', maximum: 6, actual: 7 },
    ],
    [
      'aliases',
      `{ thing { ${repeated(6, (index) => `a${index}: id`)} } }`,
      { code: 'TOO_MANY_ALIASES', limit: 'MAX_ALIASES', maximum: 5, actual: 6 },
    ],
    [
      'root fields',
      '{ hello ...A hello } fragment A on Query { ... { hello hello } hello }',
      { code: 'TOO_MANY_ROOT_FIELDS', limit: 'MAX_ROOT_FIELDS', maximum: 4, actual: 5 },
    ],
    [
      'directives',
      `{ hello ${repeated(4, () => '@include(if: true)')} }`,
      { code: 'TOO_MANY_DIRECTIVES', limit: 'MAX_DIRECTIVES', maximum: 3, actual: 4 },
    ],
    [
      'introspection',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      { code: 'INTROSPECTION_TOO_DEEP', limit: 'fixed', maximum: 2 },
    ],
  ];

  it.each(cases)('%s', async (_what, query, extensions) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      // The second time, the document is cached.
      for (let time = 0; time < 2; time += 1) {
        const { status, body } = await post(probe.url, query, undefined, accept);
        expect([status, body]).toEqual([
          400,
          { errors: [expect.objectContaining({ extensions })] },
        ]);
        expect(body.errors?.[0]?.message).toContain('Expected at most');
      }
    }
  });

  it('names the bound of graphql-js where equal fields would take too many comparisons', async () => {
    const query = `{ thing { ${repeated(1500, () => 'id')} } }`;
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await post(usual.url, query);
      expect([status, body.errors?.map(({ extensions }) => extensions)]).toEqual([
        400,
        [{ code: 'TOO_MANY_EQUAL_FIELDS', limit: 'fixed', maximum: 500_000 }],
      ]);
    }
    const rules = readFileSync(
      require.resolve('graphql/validation/rules/OverlappingFieldsCanBeMergedRule.js'),
      'utf8',
    );
    expect(rules).toContain('const MAX_COMPLEXITY_BUDGET = 500000;');
  });

  it('lists a limited number of errors, and says so first', async () => {
    const query = `{ thing { ${repeated(200, (index) => `none${index}`)} } }`;
    const { status, body } = await post(usual.url, query);
    expect([status, body.errors?.length, body.errors?.[0]?.extensions]).toEqual([
      400,
      101,
      { code: 'TOO_MANY_ERRORS', limit: 'fixed', maximum: 100 },
    ]);
  });

  it('accepts the greatest allowed depth', async () => {
    const { status } = await post(probe.url, nested.replaceAll('items', 'items(first: 1)'));
    expect(status).toBe(200);
  });

  it('ends on cycles of fragments, which validation refuses', async () => {
    const { body } = await post(
      probe.url,
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A ...Unknown }',
    );
    expect(body.errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is fast for fragments that double at each step', async () => {
    const fragments = repeated(
      30,
      (index) =>
        `fragment F${index} on Item { items(first: 1) { nodes { ...F${index + 1} } } ...F${index + 1} }`,
    );
    const query = `{ items { nodes { ...F0 } } } ${fragments} fragment F30 on Item { id }`;
    const { body } = await post(usual.url, query);
    expect(body.errors?.[0]?.extensions?.code).toBe('TOO_DEEP');
  });

  it('allows introspection by clients and GraphiQL', async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      schemaDescription: true,
      directiveIsRepeatable: true,
      specifiedByUrl: true,
      oneOf: true,
    });
    const { status, body } = await post(usual.url, query);
    expect([status, body.errors]).toEqual([200, undefined]);
  });
});

describe('the cost, charged with the values of variables', () => {
  const query = 'query($n: Int) { items(first: $n) { nodes { id } } }';

  it('decides whether the same document passes or fails', async () => {
    const few = await post(probe.url, query, { n: 100 });
    expect(few.status).toBe(200);
    expect(few.body).toHaveProperty('data.items.nodes.length', 100);
    const many = await post(probe.url, query, { n: 1000 });
    expect([many.status, many.body]).toEqual([
      400,
      {
        errors: [
          {
            message:
              'Expected at most 500 values in the answer, estimated from its page sizes (MAX_COST), got 2001.',
            extensions: { code: 'COST_LIMIT', limit: 'MAX_COST', maximum: 500, actual: 2001 },
          },
        ],
      },
    ]);
    expect((await post(probe.url, query, { n: 100 })).status).toBe(200);
  });

  const costs: readonly (readonly [string, string, object | undefined, number])[] = [
    ['a leaf', '{ hello }', undefined, 1],
    ['a page of the size not said: 10', '{ items { totalCount } }', undefined, 11],
    ['a page of a size', '{ items(first: 3) { nodes { id } } }', undefined, 7],
    ['the larger of first and last', '{ items(first: 3, last: 5) { totalCount } }', undefined, 6],
    [
      'pages in pages',
      '{ items(first: 3) { nodes { items(first: 4) { totalCount } } } }',
      undefined,
      19,
    ],
    ['a default of the schema', '{ suggest { id } }', undefined, 11],
    ['a default of the operation', 'query($n: Int = 7) { items(first: $n) { totalCount } }', {}, 8],
    ['null for the size', query, { n: null }, 21],
    ['nothing for the size', query, {}, 21],
    ['ids asked for', '{ itemsById(ids: ["a", "b"]) { id } }', undefined, 3],
    [
      'ids in a variable',
      'query($i:[ID!]!) { itemsById(ids: $i) { id } }',
      { i: ['a', 'b', 'c'] },
      4,
    ],
    ['a list of unknown length', '{ things { id } }', undefined, 11],
    [
      'the widest of several types',
      '{ thing { id ... on Item { shout later } ... on Other { id } } }',
      undefined,
      4,
    ],
    [
      'a fragment each time',
      '{ a: items(first: 2) { ...F } b: items(first: 3) { ...F } } fragment F on ItemConnection { nodes { id } }',
      undefined,
      12,
    ],
  ];

  it.each(costs)('%s', async (_what, document, variables, cost) => {
    const asked = variables as Record<string, unknown> | undefined;
    const { requestId } = await post(probe.url, document, asked);
    expect(await probe.linesOf(requestId)).toMatchObject([{ cost, status: 200 }]);
  });
});

describe('the nesting of variables', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const sent = async (variables: string, extensions = 'null') => {
    const body = `{"query":"query($by: Nested) { nested(by: $by) }","variables":${variables},"extensions":${extensions}}`;
    const headers = { 'content-type': 'application/json' };
    return answerOf(await fetch(probe.url, { method: 'POST', headers, body }));
  };
  const refusal = { code: 'VARIABLES_TOO_DEEP', limit: 'MAX_VARIABLE_DEPTH', maximum: 3 };

  it.each([
    ['declared', `{"by":{"within":[{}]}}`],
    ['undeclared', `{"other":${nested(3)}}`],
    ['undeclared and deep', `{"other":${nested(5000)}}`],
    ['deeper than any stack', `{"other":${nested(40_000)}}`],
  ])('is bounded: %s', async (_what, variables) => {
    const { status, body } = await sent(variables);
    expect([status, body.errors?.[0]?.extensions]).toEqual([400, refusal]);
  });

  it('is bounded in the URL and in the extensions too', async () => {
    const variables = `{"other":${nested(1000)}}`;
    const url = `${probe.url}?${new URLSearchParams({ query: '{ hello }', variables })}`;
    const byUrl = await answerOf(await fetch(url));
    const byExtensions = await sent('{}', variables);
    for (const { status, body } of [byUrl, byExtensions]) {
      expect([status, body.errors?.[0]?.extensions]).toEqual([400, refusal]);
    }
  });

  it('may be as deep as the bound', async () => {
    const { status, body } = await sent(`{"by":{"within":[]},"other":${nested(2)}}`);
    expect([status, body.errors]).toEqual([200, undefined]);
  });
});

describe('the counters', () => {
  it('count every rejection under its limit', async () => {
    const counting = await startProbe({ limits, maxBodyBytes: 200 });
    await post(counting.url, '{ a: hello b: hello c: hello d: hello e: hello f: hello }');
    await post(counting.url, '{ a: hello b: hello c: hello d: hello e: hello f: hello }');
    await post(counting.url, '{ items(first: 400) { nodes { id } } }');
    const last = await post(counting.url, `{ hello } #${'x'.repeat(200)}`);
    await counting.linesOf(last.requestId);
    const text = await (await fetch(`${counting.origin}/metrics`)).text();
    await counting.close();
    expect(text).toContain('glossgraph_limit_rejections_total{limit="aliases"} 2');
    expect(text).toContain('glossgraph_limit_rejections_total{limit="cost"} 1');
    expect(text).toContain('glossgraph_limit_rejections_total{limit="bodyBytes"} 1');
  });
});
