import { once } from 'node:events';
import { execute, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProbeGraph } from './probe-graph.ts';
import { type Answer, type Probe, post, startProbe } from './start-probe.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.close());

type Row = readonly [what: string, query: string, variables?: Record<string, unknown>];

function named(rows: readonly Row[]) {
  return rows.map(([what, query, variables]) => ({ what, query, variables }));
}

/** The status and body, without the request id. */
function seen({ status, body, requestId }: Answer): string {
  return `${status} ${JSON.stringify(body).replaceAll(requestId, 'ID')}`;
}

/** The answer of graphql-js alone, without a server. */
async function plainData(query: string, variables: Record<string, unknown> | undefined) {
  const { schema } = createProbeGraph();
  const result = await execute({
    schema,
    document: parse(query),
    contextValue: {},
    ...(variables && { variableValues: variables }),
  });
  return JSON.parse(JSON.stringify(result.data));
}

describe('a document', () => {
  const cases: readonly Row[] = [
    ['plain fields', '{ hello __typename }'],
    ['an operation with a name', 'query Name { hello }'],
    [
      'arguments, literal and variable',
      'query($n:String!){ a: hello(name:"x") b: hello(name:$n) }',
      { n: 'y' },
    ],
    ['a default of the operation', 'query($n:Int=3){ items(first:$n) { nodes { id } } }'],
    [
      'defaults of the operation where null is not allowed',
      'query($n:Int!=3,$i:[ID!]!=["a","b"],$k:ThingKind!=OTHER,$d:Day!="2026-01-02"){ items(first:$n) { nodes { id } } itemsById(ids:$i) { id } thing(kind:$k) { id } on(day:$d) }',
    ],
    ['an argument left out', 'query($n:String="z"){ hello(name:$n) }', {}],
    ['an input scalar, literal', '{ on(day: "2026-01-02") }'],
    ['an input scalar, variable', 'query($d:Day){ on(day:$d) }', { d: '2026-01-02' }],
    ['defaults of an input object', 'query($t:Told!){ told(by:$t) }', { t: { word: 'a' } }],
    [
      'defaults of input objects in input objects and lists',
      'query($t:Told!){ told(by:$t) }',
      {
        t: {
          word: 'a',
          ...{ loud: false, times: null, days: '2026-01-02' },
          within: { word: 'b', kind: 'OTHER' },
          others: [{ word: 'd' }, { word: 'e' }],
        },
      },
    ],
    ['a default of the operation for an input', 'query($t:Told! = {word:"z"}){ told(by:$t) }'],
    ['methods of source objects', '{ items(first:2){ nodes { shout(times:2) a: shout } } }'],
    ['promises on source objects', '{ items(first:2){ nodes { later } } }'],
    ['errors of many items', '{ items(first:3){ nodes { id broken } } }'],
    ['a list with a rejected item', '{ mixed { id } }'],
    ['promises of items', 'query($i:[ID!]!){ itemsById(ids:$i) { id } }', { i: ['a', 'b'] }],
    ['interfaces', '{ things { __typename id ... on Item { shout } } thing(kind: OTHER) { id } }'],
    [
      'fragments',
      '{ items(first:1) { ...P nodes { ...I } } } fragment P on ItemConnection { totalCount } fragment I on Item { id ...J } fragment J on Item { shout }',
    ],
    [
      'fragments between fields',
      '{ things { ... on Item { shout } ...T id ... on Other { __typename } } } fragment T on Thing { ... on Item { later } again: id }',
    ],
    ['a field in a fragment and after it', '{ ...Q hello } fragment Q on Query { on hello }'],
    ['a field twice', '{ items(first:1) { nodes { id } nodes { shout } } }'],
    ['expected errors', '{ badInput hello }'],
    ['unexpected errors', '{ crash crashLater }'],
    ['errors of the store', '{ storeDown storeSlow hello }'],
    ['null where it must not be', '{ strict { must } hello }'],
    ['null brought to an argument', 'query($n:String){ hello(name:$n) }', { n: null }],
    [
      'errors on several lines',
      '{\n  hello\n  items(first: 1) {\r\n    nodes { broken }\n  }\n  crash }',
    ],
    ['errors after other letters', '# é 𝔘 \n{ hello(name: "𝔘é") crash }'],
    [
      '@skip and @include',
      'query($s:Boolean!){ hello @skip(if:$s) items(first:1) { totalCount @include(if:$s) } }',
      { s: true },
    ],
    [
      'variables of an input that holds its own kind',
      'query($n:Nested){ nested(by:$n) }',
      { n: { within: [{ within: [] }] } },
    ],
    [
      'a variable that may be null, within a list',
      'query($i:ID="a"){ itemsById(ids:[$i]) { id } }',
      {},
    ],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['one of several operations', 'query A { hello }'],
  ];

  it.each(named(cases))('is answered the same each time, as by graphql-js: $what', async (row) => {
    const { query, variables } = row;
    const first = await post(probe.url, query, variables);
    expect(first.body.data).toEqual(await plainData(query, variables));
    for (let time = 1; time < 6; time += 1) {
      expect(seen(await post(probe.url, query, variables))).toBe(seen(first));
    }
  });

  const refused: readonly Row[] = [
    ['a wrong variable', 'query($n:Int){ items(first:$n) { totalCount } }', { n: 'many' }],
    ['a missing variable', 'query($n:String!){ hello(name:$n) }'],
    ['a scalar that cannot be read', 'query($d:Day){ on(day:$d) }', { d: 'x' }],
    ['too high a cost', 'query($n:Int){ items(first:$n) { nodes { id } } }', { n: 1_000_000 }],
  ];

  it.each(named(refused))('is refused the same each time: $what', async ({ query, variables }) => {
    for (const accept of ['application/graphql-response+json', 'application/json']) {
      const one = await post(probe.url, query, variables, accept);
      const other = await post(probe.url, query, variables, accept);
      expect(seen(one)).toBe(seen(other));
    }
    expect((await post(probe.url, query, variables)).status).toBe(400);
  });

  it('runs the operation that is named, though another of the document ran before', async () => {
    const query = 'query A { hello(name: "A") } query B { hello(name: "B") }';
    for (const operationName of ['A', 'B', 'A']) {
      const response = await fetch(probe.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, operationName }),
      });
      expect(await response.json()).toEqual({ data: { hello: `Hello, ${operationName}!` } });
    }
  });
});

describe('names with a meaning in JavaScript', () => {
  const names = ['then', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'length'];

  it.each(names)('alias %s', async (name) => {
    const query = `{ ${name}: items(first: 1) { ${name}: nodes { ${name}: id later } } plain: hello }`;
    const answer = await post(probe.url, query);
    expect(answer.status).toBe(200);
    const inner = { nodes: [{ id: 'i0', later: 'later i0' }] };
    expect(JSON.stringify(answer.body)).toBe(
      JSON.stringify({ data: { items: inner, plain: 'Hello, world!' } })
        .replace('"items"', `"${name}"`)
        .replace('"nodes"', `"${name}"`)
        .replace('"id"', `"${name}"`),
    );
  });

  it.each(names.filter((name) => name !== '__proto__'))('variable $%s', async (name) => {
    const query = `query($${name}: Int) { items(first: $${name}) { nodes { id } } }`;
    const sizeOf = async (variables: Record<string, unknown>) => {
      const { status, body } = await post(probe.url, query, variables);
      return [status, (body.data as { items: { nodes: unknown[] } } | null)?.items.nodes.length];
    };
    expect(await sizeOf({})).toEqual([200, 10]);
    expect(await sizeOf({ [name]: 2 })).toEqual([200, 2]);
    expect(await sizeOf({})).toEqual([200, 10]);
  });

  it('variable $__proto__ is refused, not lost', async () => {
    const query = 'query($__proto__: Int) { items(first: $__proto__) { nodes { id } } }';
    const response = await fetch(probe.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":{"__proto__":2}}`,
    });
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: '$__proto__' } }],
    });
  });
});

describe('a client that leaves', () => {
  it('ends its execution: no further statement is sent', async () => {
    const { events, statements } = probe.graph;
    const before = statements.length;
    const client = new AbortController();
    const waiting = once(events, 'waiting');
    const answer = fetch(probe.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'leaving-client' },
      body: JSON.stringify({ query: '{ chain { next { next { name } } } }' }),
      signal: client.signal,
    });
    const [signal] = (await waiting) as [AbortSignal];
    const aborted = once(signal, 'abort');
    client.abort();
    await expect(answer).rejects.toThrow();
    await aborted;
    const [line] = await probe.linesOf('leaving-client');
    expect(line).toMatchObject({ status: 499 });
    events.emit('release');
    await new Promise(setImmediate);
    expect(statements.length).toBe(before + 1);
  });
});
