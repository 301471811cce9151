import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNames } from '../../src/explorer/choose-question.ts';
import { questionNames } from '../../src/explorer/use-names.ts';
import { hostileTexts } from '../schema/explore/hostile-texts.ts';
import { type Page, type ServedPages, servePages } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</title><svg onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp;amp; &#60;',
  'javascript:alert(1)',
  '\u0000\u0007\u2028\ufeff\u202e',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🦙',
];

/** Anything that one can type: markup, unusual characters, combined parts of markup. */
const typed = fc.oneof(
  fc.constantFrom(...markup),
  fc.constantFrom(...hostileTexts),
  fc
    .array(fc.constantFrom(...markup, '<', '>', '"', "'", '&', ' ', 'open weights'), {
      maxLength: 5,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** Addresses cannot hold half of a surrogate pair. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

/**
 * The text after a way through an address and a page, where characters that HTML cannot hold are
 * replaced.
 */
function asShown(text: string): string {
  return wellFormed(text).replaceAll('\u0000', '\ufffd').replace(/\r\n?/g, '\n');
}

/** Expects a page without any typed text as markup. */
function expectPlain({ status, headers, elements }: Page): void {
  expect([200, 400, 404]).toContain(status);
  // Invalid input must be reported on the page and in the status.
  if (status !== 404) {
    const isTold = elements.some(({ attributes }) => attributes.get('class') === 'wrong');
    expect(status).toBe(isTold ? 400 : 200);
  }
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const { name, attributes } of elements) {
    expect(name).not.toMatch(/^(iframe|object|embed|style|base|template|math)$/);
    if (name === 'svg') expect(attributes.get('aria-label')).toMatch(/^Picture of/);
    if (name === 'script' && attributes.get('type') !== 'application/ld+json') {
      expect(attributes.get('src')).toMatch(/^\/assets\//);
    }
    if (name === 'img') expect(attributes.get('src')).toMatch(/^\/assets\//);
    for (const [attribute, value] of attributes) {
      expect(attribute).not.toMatch(/^on|^style$|^autofocus$/);
      if (attribute === 'href') expect(value).toMatch(/^(\/|#|https?:\/\/)/);
    }
  }
}

/** The text in the field with a name. */
function typedIn({ elements }: Page, name: string): string | undefined {
  return elements
    .find((each) => each.name === 'input' && each.attributes.get('name') === name)
    ?.attributes.get('value');
}

describe('nothing typed is markup', () => {
  it('in a search, which keeps what was typed', async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, async (query, kind) => {
        fc.pre(encodeURIComponent(wellFormed(query + kind)).length < 5000);
        const page = await served.page(
          `/search?${new URLSearchParams({ q: query, kind, after: kind })}`,
        );
        expectPlain(page);
        expect(typedIn(page, 'q')).toBe(asShown(query));
      }),
      { numRuns: 150 },
    );
    expect(served.unexpected).toEqual([]);
  });

  it('in the address of an entity', async () => {
    await fc.assert(
      fc.asyncProperty(
        typed,
        fc.constantFrom('terms', 'models', 'tools', 'nowhere'),
        async (text, folder) => {
          const page = await served.page(`/${folder}/${encodeURIComponent(wellFormed(text))}`);
          if (page.status !== 308) expectPlain(page);
        },
      ),
      { numRuns: 150 },
    );
    expect(served.unexpected).toEqual([]);
  });

  it('in the questions on a use, which keep what was typed', async () => {
    const answers = fc.dictionary(fc.constantFrom(...questionNames), typed, {
      maxKeys: 4,
      noNullPrototype: true,
    });
    const choices = new Set([
      'do',
      'commercial',
      'artifact',
      'internal',
      'currency',
      'for',
      'trains',
      'business',
    ]);
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        fc.pre(new URLSearchParams(given).toString().length < 12_000);
        const page = await served.page(
          `/models/llama-4-maverick?${new URLSearchParams({ do: 'RUN', ...given })}`,
        );
        expectPlain(page);
        for (const [name, text] of Object.entries(given)) {
          if (choices.has(name)) continue;
          expect([name, typedIn(page, name)]).toEqual([
            name,
            text.trim() === '' ? '' : asShown(text),
          ]);
        }
      }),
      { numRuns: 150 },
    );
    expect(served.unexpected).toEqual([]);
  });

  it('in the cursor of a list', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (after) => {
        const page = await served.page(`/terms?${new URLSearchParams({ after })}`);
        expectPlain(page);
      }),
      { numRuns: 50 },
    );
  });

  it('in any field of any form', async () => {
    const forms = {
      '/models': [...chooseNames, 'after'],
      '/compare': ['models'],
      '/path': ['from', 'to'],
      '/picture': ['of', 'depth', 'size', 'kind'],
      '/disagreements': ['kind', 'settled', 'after'],
      '/topics': ['kind', 'after'],
      '/may-i-use': [...questionNames, 'model', 'show', 'after'],
    };
    const asked = fc
      .constantFrom(...Object.entries(forms))
      .chain(([path, names]) =>
        fc.tuple(
          fc.constant(path),
          fc.array(fc.tuple(fc.constantFrom(...names), typed), { minLength: 1, maxLength: 4 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(asked, async ([path, given]) => {
        const query = new URLSearchParams(given);
        fc.pre(query.toString().length < 12_000);
        expectPlain(await served.page(`${path}?${query}`));
      }),
      { numRuns: 250 },
    );
    expect(served.unexpected).toEqual([]);
  });
});
