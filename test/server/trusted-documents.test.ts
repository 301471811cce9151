import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  readTrustedDocuments,
  type TrustedDocuments,
  TrustedDocumentsError,
} from '../../src/server/trusted-documents.ts';
import { scratchFolder } from '../e2e/cli.ts';
import { type Probe, startProbe } from './start-probe.ts';

const hello = 'query Hello { hello }';
const echo = 'query Echo($text: String!) { echo(text: $text) }';
const schema = buildSchema('type Query { hello: String echo(text: String!): String }');

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

async function file(name: string, text: string): Promise<string> {
  const path = join(scratch.path, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
  return path;
}

const read = (path: string, only = false) => readTrustedDocuments(path, { schema, only });

describe('trusted documents are read', () => {
  it('from a folder, by the digest of their text', async () => {
    await file('folder/hello.graphql', hello);
    await file('folder/deeper/echo.graphql', echo);
    await file('folder/readme.md', 'no document');
    const documents = await read(join(scratch.path, 'folder'));
    expect(documents.get(sha256(hello))).toBe(hello);
    expect(documents.get(`sha256:${sha256(echo)}`)).toBe(echo);
    expect([documents.has(hello), documents.has(`${hello} `)]).toEqual([true, false]);
    expect(documents.get('hello')).toBeUndefined();
  });

  it.each([
    ['texts by id', { a: hello, b: echo }],
    [
      'the manifest of Apollo Client',
      {
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [
          { id: 'a', name: 'Hello', type: 'query', body: hello },
          { id: 'b', name: 'Echo', type: 'query', body: echo },
        ],
      },
    ],
  ])('from %s, by the ids there and by their digests', async (_, content) => {
    const documents = await read(await file('documents.json', JSON.stringify(content)));
    expect(['a', 'b', sha256(hello)].map((id) => documents.get(id))).toEqual([hello, echo, hello]);
  });

  it.each<[string, string, RegExp]>([
    ['no-json.json', '{', /no-json\.json: expected JSON, or a folder/],
    ['list.json', '[]', /list\.json: expected texts by id/],
    ['empty.json', '{}', /empty\.json holds no documents/],
    ['bad/unknown.graphql', '{\n  nothing\n}', /unknown\.graphql, line 2: Cannot query field/],
    ['worse/syntax.graphql', '{ hello', /syntax\.graphql, line 1: Syntax Error/],
    ['two.json', JSON.stringify({ [sha256(hello)]: echo, b: hello }), /has the id ".*", too/],
  ])('and faults are named: %s', async (name, text, message) => {
    const path = await file(name, text);
    const reading = read(name.endsWith('.graphql') ? join(path, '..') : path);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toBeInstanceOf(TrustedDocumentsError);
  });

  it('and a place where nothing is, is named', async () => {
    await expect(read(join(scratch.path, 'nowhere'))).rejects.toThrow(/nowhere cannot be read/);
  });
});

let probe: Probe;
afterEach(() => probe?.close());

async function asked(trusted: TrustedDocuments | null, body: object) {
  probe = await startProbe({ trusted });
  const response = await fetch(probe.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  return [response.status, data ?? errors?.[0]?.extensions.code, errors?.[0]?.message];
}

const documents = (only: boolean): TrustedDocuments => {
  const texts = new Map([['1', hello]]);
  return { only, get: (id) => texts.get(id), has: (text) => text === hello };
};
const greeting = { hello: 'Hello, world!' };
const hash = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

describe('a client', () => {
  it.each<[string, boolean, object, readonly unknown[]]>([
    ['by its id', false, { documentId: '1' }, [200, greeting]],
    ['by a hash', false, { extensions: hash('1') }, [200, greeting]],
    ['by its id, where no other may', true, { documentId: '1' }, [200, greeting]],
    ['by its text', true, { query: hello }, [200, greeting]],
    ['another by its text, where others may', false, { query: '{ hello }' }, [200, greeting]],
    ['another by its text', true, { query: '{ hello }' }, [403, 'DOCUMENT_NOT_TRUSTED']],
    ['an id that is not there', false, { documentId: '2' }, [404, 'PERSISTED_QUERY_NOT_FOUND']],
    ['an id that is a number', false, { documentId: 1 }, [404, 'PERSISTED_QUERY_NOT_FOUND']],
    [
      'a hash that is not there',
      false,
      { extensions: hash('2') },
      [404, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'],
    ],
    ['a hash, then the text', false, { query: hello, extensions: hash('2') }, [200, greeting]],
    ['introspection', true, { query: '{ __typename }' }, [403, 'DOCUMENT_NOT_TRUSTED']],
  ])('asks %s (only those: %s)', async (_, only, body, expected) => {
    const answer = await asked(documents(only), body);
    expect(answer.slice(0, expected.length)).toEqual(expected);
  });

  it('is told where there are none', async () => {
    const [status, code] = await asked(null, { documentId: '1' });
    expect([status, code]).toEqual([404, 'PERSISTED_QUERY_NOT_FOUND']);
  });

  it('asks with GET, so that caches can keep the answer', async () => {
    probe = await startProbe({ trusted: documents(true), maxAgeSeconds: 60 });
    const response = await fetch(`${probe.url}?documentId=1`);
    expect([response.status, await response.json()]).toEqual([200, { data: greeting }]);
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${probe.url}?documentId=1`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const wrong = await fetch(`${probe.url}?documentId=2`);
    expect(wrong.headers.get('cache-control')).toMatch(/^no-/);
  });
});
