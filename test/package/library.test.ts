import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGlossgraph, type Glossgraph, type GlossgraphOptions } from '../../src/index.ts';
import { scratchFolder, smallSeeds } from '../e2e/cli.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let graph: Glossgraph;
let seeds: string;
beforeAll(async () => {
  scratch = await scratchFolder();
  seeds = join(scratch.path, 'seeds');
  await smallSeeds(seeds);
  graph = await createGlossgraph({ store: { seeds }, publicUrl: 'https://graph.example.org' });
});
afterAll(async () => {
  await graph.close();
  await scratch.remove();
});

const query = '{ organizations { nodes { name uri } } }';
const data = {
  organizations: {
    nodes: [{ name: 'Ai2', uri: 'https://graph.example.org/organizations/ai2' }],
  },
};
const url = 'https://anywhere.example.org/some/path';
const json = { 'content-type': 'application/json' };

describe('execute', () => {
  it('answers a text or a document', async () => {
    expect(await graph.execute({ query })).toEqual({ data });
    expect(await graph.execute({ query: parse(query) })).toEqual({ data });
  });

  it('takes variables, and the name of an operation', async () => {
    const several =
      'query A($n: Int) { organizations(first: $n) { totalCount } } query B { __typename }';
    const asked = { query: several, operationName: 'A', variables: { n: 0 } };
    expect(await graph.execute(asked)).toEqual({ data: { organizations: { totalCount: 1 } } });
  });

  it('keeps to the limits of the server, with its error codes', async () => {
    const { errors } = await graph.execute({ query: '{ nothing }' });
    expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    const long = await graph.execute({ query: `{ ${' '.repeat(40_000)} __typename }` });
    expect(long.errors?.[0]?.extensions).toMatchObject({ code: 'DOCUMENT_TOO_LONG' });
  });
});

describe('fetch', () => {
  it('answers POST and GET at any path', async () => {
    const body = JSON.stringify({ query });
    const posted = await graph.fetch(new Request(url, { method: 'POST', headers: json, body }));
    expect([posted.status, await posted.json()]).toEqual([200, { data }]);
    const search = new URLSearchParams({ query });
    const got = await graph.fetch(new Request(`${url}?${search}`));
    expect([got.status, await got.json()]).toEqual([200, { data }]);
    const etag = got.headers.get('etag') ?? '';
    const again = new Request(`${url}?${search}`, { headers: { 'if-none-match': etag } });
    expect((await graph.fetch(again)).status).toBe(304);
    const head = await graph.fetch(new Request(`${url}?${search}`, { method: 'HEAD' }));
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  });

  it.each<[string, RequestInit, number, string]>([
    [
      'a form',
      { method: 'POST', body: new URLSearchParams({ query }) },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['no JSON', { method: 'POST', headers: json, body: '{' }, 400, 'BAD_REQUEST'],
    ['another method', { method: 'PUT', headers: json, body: '{}' }, 405, 'METHOD_NOT_ALLOWED'],
    ['another answer', { headers: { accept: 'image/png' } }, 406, 'NOT_ACCEPTABLE'],
    [
      'too much',
      { method: 'POST', headers: json, body: 'x'.repeat(1_100_000) },
      413,
      'BODY_TOO_LARGE',
    ],
  ])('refuses %s with a code', async (_, init, status, code) => {
    const response = await graph.fetch(new Request(url, init));
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect([response.status, errors[0]?.extensions]).toEqual([
      status,
      expect.objectContaining({ code }),
    ]);
  });
});

describe('createGlossgraph', () => {
  it('has the schema', () => {
    expect(graph.schema.getQueryType()?.getFields()).toHaveProperty('modelsUsableFor');
  });

  it('opens an embedded store, and gives an empty one the seeds', async () => {
    const embedded = join(scratch.path, 'data');
    const opened = await createGlossgraph({ store: { embedded, seeds } });
    const counted = await opened.execute({ query: '{ organizations { totalCount } }' });
    await opened.close();
    expect(counted).toEqual({ data: { organizations: { totalCount: 1 } } });
    expect(existsSync(join(embedded, 'glossgraph.db'))).toBe(true);
  });

  it('refuses seeds with errors, and says where', async () => {
    const bad = join(scratch.path, 'bad');
    await smallSeeds(bad);
    await mkdir(join(bad, 'terms'), { recursive: true });
    await writeFile(join(bad, 'terms', 'x.yaml'), 'id: x\nnam: X\n');
    await expect(createGlossgraph({ store: { seeds: bad } })).rejects.toThrow(/terms\/x\.yaml/);
  });

  it.each<[object, RegExp]>([
    [{ storage: {} }, /createGlossgraph: .*storage/],
    [
      { store: { seeds: 'a', neo4j: { uri: 'bolt://x' } } },
      /store: expected \{ seeds\?: folder \}/,
    ],
    [{ store: { neo4j: 'bolt://x' } }, /store: expected/],
    [{ store: { neo4j: { uri: 'http://x' } } }, /NEO4J_URI: expected an address/],
    [{ store: { seeds: 'nowhere' } }, /SEEDS_DIR: expected folders/],
    [{ publicUrl: 'nowhere' }, /PUBLIC_URL: expected an address/],
    [{ onLog: 'x' }, /onLog: /],
  ])('refuses %j', async (options, message) => {
    const opening = createGlossgraph(options as GlossgraphOptions);
    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.toBeInstanceOf(TypeError);
  });
});
