import { request as httpRequest } from 'node:http';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest, rawText } from './raw-http.ts';
import { answerOf, type Probe, post, startProbe } from './start-probe.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await startProbe({ maxBodyBytes: 1000 });
});
afterAll(() => probe.close());

const json = { 'content-type': 'application/json' };

async function codeOf(path: string, init: RequestInit): Promise<[number, unknown]> {
  const { status, body } = await answerOf(await fetch(`${probe.origin}${path}`, init));
  return [status, body.errors?.[0]?.extensions?.code];
}

describe('routes', () => {
  it('answers that it is alive', async () => {
    const response = await fetch(`${probe.origin}/health/live`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'live' }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('answers that it is ready only while the store answers, without saying why not', async () => {
    const ready = await fetch(`${probe.origin}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', store: 'embedded' },
    ]);
    probe.graph.down = true;
    const unavailable = await fetch(`${probe.origin}/health/ready`);
    probe.graph.down = false;
    expect([unavailable.status, await unavailable.json()]).toEqual([
      503,
      { status: 'unavailable', store: 'embedded' },
    ]);
    expect((await fetch(`${probe.origin}/health/ready`)).status).toBe(200);
  });

  it('says at / what it is, and leads a browser to GraphiQL', async () => {
    const home = await fetch(`${probe.origin}/`);
    expect(await home.json()).toMatchObject({ name: 'Glossgraph', graphql: '/graphql' });
    const browser = await fetch(`${probe.origin}/`, {
      headers: { accept: 'text/html' },
      redirect: 'manual',
    });
    expect([browser.status, browser.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it('names the address of GraphQL at unknown addresses', async () => {
    expect(await codeOf('/nothing', {})).toEqual([404, 'NOT_FOUND']);
  });

  it('serves GraphQL with and without a slash at the end', async () => {
    expect((await post(`${probe.url}/`, '{ hello }')).body.data?.hello).toBe('Hello, world!');
  });

  it('gives HEAD only the headers', async () => {
    const head = await fetch(`${probe.origin}/health/live`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      '17',
      '',
    ]);
  });
});

describe('GraphiQL', () => {
  it('is one page that loads nothing from elsewhere, with a query in it', async () => {
    const page = await fetch(probe.url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-encoding')).toBe('gzip');
    const html = await page.text();
    expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="?https?:/);
    expect(html).toContain('totalCount');
    const again = await fetch(probe.url, {
      headers: { accept: 'text/html', 'if-none-match': page.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('is prepared once, in a thread that blocks no request', async () => {
    const threads: Worker[] = [];
    const count = (thread: Worker) => void threads.push(thread);
    process.on('worker', count);
    const fresh = await startProbe();
    const load = async () =>
      (await fetch(fresh.url, { headers: { accept: 'text/html' } })).headers.get('etag');
    const etags = [...(await Promise.all([load(), load()])), await load()];
    await fresh.close();
    expect(new Set(etags).size).toBe(1);
    expect(threads).toHaveLength(1);
    process.off('worker', count);
  });
});

describe('the guard before the body', () => {
  it('takes a body that comes in chunks, up to the limit', async () => {
    const inChunks = (filling: string) =>
      rawRequest(probe.url, { method: 'POST', headers: json }, (request) => {
        request.on('error', () => {});
        request.write('{"query":');
        request.end(`"{ hello } #${filling}"}`);
      });
    const answer = await inChunks('');
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      200,
      { data: { hello: 'Hello, world!' } },
    ]);
    const long = await inChunks('x'.repeat(1000));
    expect([long.status, JSON.parse(long.text).errors[0].extensions]).toEqual([
      413,
      { code: 'BODY_TOO_LARGE', limit: 'MAX_BODY_BYTES', maximum: 1000 },
    ]);
    // The server still answers the next request.
    expect((await post(probe.url, '{ hello }')).body.data?.hello).toBe('Hello, world!');
  });

  it('survives a client that leaves within a body in chunks', async () => {
    const request = httpRequest(probe.url, { method: 'POST', headers: json });
    request.on('error', () => {});
    request.write('{"query":');
    await new Promise((sent) => setTimeout(sent, 50));
    request.destroy();
    expect((await post(probe.url, '{ hello }')).body.data?.hello).toBe('Hello, world!');
  });

  it('refuses a body without a length that is not in chunks', async () => {
    const lines = [
      'POST /graphql HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      'Connection: close',
      '',
      '',
    ];
    const answer = await rawText(probe.server.port, lines.join('\r\n'));
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect([Number(head.split(' ')[1]), JSON.parse(body)]).toEqual([
      411,
      {
        errors: [
          {
            message: 'The "Content-Length" is missing. Expected the length of the body.',
            extensions: { code: 'LENGTH_REQUIRED', expected: 'the length of the body' },
          },
        ],
      },
    ]);
  });

  it('refuses a body above the limit before it is sent', async () => {
    const answer = await rawRequest(
      probe.url,
      { method: 'POST', headers: { ...json, 'content-length': 1001 } },
      (request) => request.flushHeaders(),
    );
    expect([answer.status, JSON.parse(answer.text).errors[0]]).toEqual([
      413,
      {
        message: 'Expected at most 1000 bytes in the body (MAX_BODY_BYTES), got 1001.',
        extensions: {
          code: 'BODY_TOO_LARGE',
          limit: 'MAX_BODY_BYTES',
          maximum: 1000,
          actual: 1001,
        },
      },
    ]);
  });

  it('takes a body of exactly the limit', async () => {
    const body = JSON.stringify({ query: '{ hello }' }).padEnd(1000);
    expect((await fetch(probe.url, { method: 'POST', headers: json, body })).status).toBe(200);
  });

  it('takes a body that comes in pieces', async () => {
    const body = JSON.stringify({ query: '{ hello(name: "Zoë") }' });
    const bytes = Buffer.from(body);
    const answer = await rawRequest(
      probe.url,
      { method: 'POST', headers: { ...json, 'content-length': bytes.length } },
      (request) => {
        // The text is cut within the ë.
        const cut = bytes.indexOf('ë') + 1;
        request.write(bytes.subarray(0, cut), () => request.end(bytes.subarray(cut)));
      },
    );
    expect(JSON.parse(answer.text)).toEqual({ data: { hello: 'Hello, Zoë!' } });
  });

  it.each([
    ['another method', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
    ['another media type', { method: 'POST', body: '{}' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a form, which any page may send',
      { method: 'POST', body: new URLSearchParams({ query: '{ hello }' }) },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'an answer that cannot be given',
      { method: 'POST', headers: { ...json, accept: 'image/png' }, body: '{"query":"{hello}"}' },
      406,
      'NOT_ACCEPTABLE',
    ],
  ] as const)('refuses %s', async (_what, init, status, code) => {
    expect(await codeOf('/graphql', init as RequestInit)).toEqual([status, code]);
  });
});

describe('what a request must hold', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['an empty body', '', 'a JSON object with a member "query"'],
    ['malformed JSON', '{"query":', 'valid JSON'],
    ['a batch', '[{"query":"{hello}"}]', 'one JSON object with a member "query"'],
    ['text', '"{hello}"', 'a JSON object with a member "query"'],
    ['null', 'null', 'a JSON object with a member "query"'],
    ['no query', '{"variables":{}}', 'a GraphQL document in "query"'],
    ['a query that is no text', '{"query":1}', 'a GraphQL document, as text'],
    ['an empty query', '{"query":" "}', 'a GraphQL document'],
    [
      'variables that are a list',
      '{"query":"{hello}","variables":[1]}',
      'an object with a member for each, or nothing',
    ],
    [
      'variables that are text',
      '{"query":"{hello}","variables":"{}"}',
      'an object with a member for each, or nothing',
    ],
    [
      'an operation name that is no text',
      '{"query":"{hello}","operationName":{}}',
      'text, or nothing',
    ],
    [
      'a member that means nothing',
      '{"query":"{hello}","vairables":{}}',
      'only query, documentId, variables, operationName, extensions',
    ],
  ];

  it.each(cases)('%s', async (_what, body, expected) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const response = await fetch(probe.url, {
        method: 'POST',
        headers: { ...json, accept },
        body,
      });
      const answer = await answerOf(response);
      expect(answer.status).toBe(400);
      expect(answer.type).toBe(`${accept}; charset=utf-8`);
      expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_REQUEST', expected });
    }
  });

  it('takes a query in the URL, and no mutation', async () => {
    const get = (query: string, variables = '') =>
      fetch(`${probe.url}?${new URLSearchParams({ query, variables })}`).then(answerOf);
    expect((await get('query($n:String!){hello(name:$n)}', '{"n":"URL"}')).body.data?.hello).toBe(
      'Hello, URL!',
    );
    expect((await get('{hello}', '{"n":')).body.errors?.[0]?.extensions?.expected).toBe(
      'valid JSON',
    );
    expect((await get('mutation { x }')).status).toBe(405);
    expect((await fetch(probe.url).then(answerOf)).body.errors?.[0]?.extensions?.code).toBe(
      'BAD_REQUEST',
    );
  });

  it('reads the operation name where there are several operations', async () => {
    const { status, body } = await post(probe.url, 'query A { hello } query B { hello }');
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ]);
  });
});

describe('headers', () => {
  it('keeps a request id that is fit for a log, and makes one otherwise', async () => {
    const idFor = async (id: string) =>
      (await fetch(`${probe.origin}/`, { headers: { 'x-request-id': id } })).headers.get(
        'x-request-id',
      );
    expect(await idFor('trace-0123.4567')).toBe('trace-0123.4567');
    expect(await idFor('{"a":1} forged')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
