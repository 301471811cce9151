import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from './raw-http.ts';
import { type Probe, startProbe } from './start-probe.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.close());

const older = 'application/json';
const newer = 'application/graphql-response+json';
const query = JSON.stringify({ query: '{ hello(name: "Zoë") }' });

interface Sent {
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
}

async function send({ body = query, headers = {} }: Sent) {
  const bytes = Buffer.from(body);
  const answer = await rawRequest(
    probe.url,
    {
      method: 'POST',
      headers: { 'content-type': older, 'content-length': bytes.length, ...headers },
    },
    (request) => request.end(bytes),
  );
  return {
    status: answer.status,
    type: answer.headers['content-type'],
    headers: answer.headers,
    body: JSON.parse(answer.text),
  };
}

describe('the media type of an answer', () => {
  it.each([
    ['', older],
    ['*/*', older],
    ['application/*', older],
    [older, older],
    [newer, newer],
    [`${newer}, ${older}`, newer],
    [`${older}, ${newer}`, older],
    [`${older};q=0.5, ${newer};q=0.9`, newer],
    [`${newer};q=0.5, ${older};q=0.9`, older],
    [`${older};q=0, */*`, newer],
    [`${newer};q=0, application/*;q=0.1`, older],
    [`APPLICATION/JSON; Charset="UTF-8"`, older],
    [`${older};charset=iso-8859-1, ${newer};q=0.1`, newer],
    [`multipart/mixed;deferSpec=20220824, ${older}`, older],
    [`text/event-stream, ${newer}`, newer],
  ])('for "%s" is %s', async (accept, type) => {
    const { status, type: sent, body } = await send({ headers: { accept } });
    expect([status, sent, body]).toEqual([
      200,
      `${type}; charset=utf-8`,
      { data: { hello: 'Hello, Zoë!' } },
    ]);
  });

  it.each([
    'image/png',
    'text/event-stream',
    'multipart/mixed',
    `${older};q=0`,
    `${newer};q=0.000, ${older}; q=0`,
    '*/*;q=0',
    `*/*, application/*;q=0`,
    `${older};charset=iso-8859-1`,
    'json',
    'application/json;q=high',
  ])('cannot be had for "%s": 406, which says so', async (accept) => {
    const expected = `${newer} or ${older}`;
    for (const body of [query, '{"query":"{ crash nothing"}']) {
      const answer = await send({ headers: { accept }, body });
      expect([answer.status, answer.type, answer.body]).toEqual([
        406,
        `${older}; charset=utf-8`,
        {
          errors: [
            {
              message: `No media type in "Accept" is supported. Expected ${expected}.`,
              extensions: { code: 'NOT_ACCEPTABLE', expected },
            },
          ],
        },
      ]);
    }
  });

  it('is one that the client accepts, otherwise the status is 406', async () => {
    const range = fc.record({
      type: fc.constantFrom(older, newer, 'application/*', '*/*', 'text/html', 'text/plain'),
      q: fc.constantFrom('', ';q=0', ';q=0.0', ';q=0.2', ';q=0.7', ';q=1'),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(range, { selector: ({ type }) => type }), async (ranges) => {
        const accept = ranges.map(({ type, q }) => type + q).join(', ');
        const quality = (type: string) => {
          const found = [type, 'application/*', '*/*']
            .map((name) => ranges.find((each) => each.type === name))
            .find((each) => each !== undefined);
          return found === undefined ? 0 : Number(found.q.slice(3) || '1');
        };
        const best = accept === '' ? 1 : Math.max(quality(older), quality(newer));
        const { status, type } = await send({ headers: { accept } });
        expect(status).toBe(best === 0 ? 406 : 200);
        if (best > 0 && accept !== '') {
          expect(quality(String(type).replace(/;.*/, ''))).toBe(best);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is declared to depend on what the client accepts', async () => {
    const page = await fetch(probe.url, { headers: { accept: 'text/html;q=0.9, */*;q=0.1' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const refused = await fetch(`${probe.url}?query={hello}`, {
      headers: { accept: `text/html;q=0, ${older}` },
    });
    expect(await refused.json()).toEqual({ data: { hello: 'Hello, world!' } });
    for (const { headers } of [page, refused]) expect(headers.get('vary')).toMatch(/accept/i);
    const plain = await fetch(probe.url, {
      headers: { accept: 'text/html', 'accept-encoding': 'gzip;q=0' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });
});

describe('the media type of a request', () => {
  it.each([
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'Application/JSON; charset=utf8',
    'application/json; v=1',
  ])('may be %s', async (type) => {
    expect((await send({ headers: { 'content-type': type } })).status).toBe(200);
  });

  const another = 'application/json in UTF-8';
  it.each([
    ['application/json; charset=utf-16', another],
    ['application/json; charset=iso-8859-1', another],
    ['application/json; charset=us-ascii', another],
    ['application/json; charset=""', another],
    ['text/plain', 'application/json'],
    ['application/graphql', 'application/json'],
    ['json', 'application/json'],
    ['', 'application/json'],
  ])('may not be "%s"', async (type, expected) => {
    const { status, body, headers } = await send({ headers: { 'content-type': type } });
    expect([status, body.errors[0].extensions]).toEqual([
      415,
      { code: 'UNSUPPORTED_MEDIA_TYPE', expected },
    ]);
    expect(headers['accept-post']).toContain('application/json');
  });

  it.each(['gzip', 'br', 'identity, gzip', 'x-unknown'])(
    'may not come encoded as %s',
    async (encoding) => {
      const { status, body, headers } = await send({
        body: gzipSync(query),
        headers: { 'content-encoding': encoding },
      });
      expect([status, body.errors[0].extensions, headers['accept-encoding']]).toEqual([
        415,
        { code: 'UNSUPPORTED_MEDIA_TYPE', expected: 'a body without "Content-Encoding"' },
        'identity',
      ]);
    },
  );

  it('may say that it is not encoded', async () => {
    expect((await send({ headers: { 'content-encoding': 'Identity' } })).status).toBe(200);
  });
});

describe('the characters of a request', () => {
  it('may begin with a byte-order mark', async () => {
    const { status, body } = await send({ body: `\ufeff${query}` });
    expect([status, body]).toEqual([200, { data: { hello: 'Hello, Zoë!' } }]);
  });

  it.each([
    ['Latin-1', Buffer.from(query, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${query}`, 'utf16le')],
    ['a character cut off', Buffer.from(query).subarray(0, query.indexOf('ë') + 1)],
    ['a surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('are UTF-8, not %s', async (_what, body) => {
    const { status, body: answer } = await send({ body });
    expect([status, answer.errors[0].extensions]).toEqual([
      400,
      { code: 'BAD_REQUEST', expected: 'JSON in UTF-8' },
    ]);
  });

  it.each(['%ff', '%', '%c3%28', '{hello(name:"%ed%a0%80")}'])(
    'are UTF-8 in the URL too, not %s',
    async (text) => {
      const { status, text: body } = await rawRequest(
        `${probe.url}?query=${encodeURI(text).replaceAll('%25', '%')}`,
        {},
      );
      expect([status, JSON.parse(body).errors[0].extensions]).toEqual([
        400,
        { code: 'BAD_REQUEST', expected: 'parameters in percent-encoded UTF-8' },
      ]);
    },
  );
});

describe('a request with only the hash of a query', () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };

  it.each([
    [older, 200],
    [newer, 400],
  ])('is answered so that clients send the query: %s', async (accept, status) => {
    const parameters = new URLSearchParams({ extensions: JSON.stringify(extensions) });
    const answers = [
      await send({ headers: { accept }, body: JSON.stringify({ variables: {}, extensions }) }),
      await rawRequest(`${probe.url}?${parameters}`, { headers: { accept } }).then((answer) => ({
        ...answer,
        body: JSON.parse(answer.text),
      })),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.body]).toEqual([
        status,
        {
          errors: [
            {
              message: 'PersistedQueryNotSupported',
              extensions: {
                code: 'PERSISTED_QUERY_NOT_SUPPORTED',
                expected: 'a GraphQL document in "query"',
              },
            },
          ],
        },
      ]);
    }
  });

  it('is answered once the query is sent', async () => {
    const { body } = await send({ body: JSON.stringify({ query: '{ hello }', extensions }) });
    expect(body).toEqual({ data: { hello: 'Hello, world!' } });
  });
});
