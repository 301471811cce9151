import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicUrl, renamed, type ServedPages, servePages, textsOf } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

const pages = [
  '/terms/open-weights',
  '/models/llama-4-maverick',
  '/licenses/llama-4-community',
  '/organizations/meta',
  '/tools/vllm',
];

describe('the page of an entity', () => {
  it.each(pages)('%s: one heading, a title, a description, its own address', async (path) => {
    const page = await served.page(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const [heading = '', ...others] = textsOf(page, 'h1');
    expect([heading.length > 0, others]).toEqual([true, []]);
    expect(textsOf(page, 'title')[0]).toBe(`${heading} · Glossgraph`);
    const meta = new Map(
      page.elements
        .filter(({ name }) => name === 'meta')
        .map(({ attributes: a }) => [a.get('name') ?? a.get('property'), a.get('content')]),
    );
    expect(meta.get('description')?.length).toBeGreaterThan(20);
    expect(meta.get('og:title')).toBe(`${heading} · Glossgraph`);
    expect(meta.get('og:url')).toBe(`${publicUrl}${path}`);
    const canonical = page.elements.find(({ attributes }) => attributes.get('rel') === 'canonical');
    expect(canonical?.attributes.get('href')).toBe(`${publicUrl}${path}`);
    expect(page.headers.get('link')).toContain(`<${publicUrl}${path}>; rel="canonical"`);
  });

  it('of a term shows its definition first, then its relations', async () => {
    const page = await served.page('/terms/open-weights');
    expect(textsOf(page, 'h2')).toEqual([
      'Definition',
      'What it means',
      'Why it matters',
      'Related free tools',
      'Frequently asked questions',
      'Related terms',
      'Models that are examples',
      'What to read first',
      'What is around it',
      'Who says so',
    ]);
    expect(textsOf(page, 'h3')).toEqual(['Open weights vs open source?', 'Best in 2026?']);
    expect(page.html).toContain('href="/terms/mixture-of-experts"');
    expect(page.html).toContain('href="/licenses/apache-2.0"');
    expect(textsOf(page, 'thead')[0]).toMatch(
      /License of the weights.*Open weights.*Open source AI/,
    );
  });

  it('of a term lists prerequisites in reading order', async () => {
    const page = await served.page('/terms/open-weights');
    const { data } = await asked(
      '{ term(slug: "open-weights") { prerequisites { term { name } } } }',
    );
    const names = data.term.prerequisites.map(({ term }: { term: { name: string } }) => term.name);
    expect(names.length).toBeGreaterThan(0);
    const list = page.html.slice(page.html.indexOf('id="first"'));
    const places = names.map((name: string) => list.indexOf(`>${name}</a>`));
    expect(places.every((place: number) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('of a model shows facts with sources, licenses, and openness by definition', async () => {
    const page = await served.page('/models/phi-4');
    expect(page.html).toContain('14.7 billion');
    expect(textsOf(page, 'h2').slice(0, 3)).toEqual([
      'Licenses',
      'May I use it?',
      'How open it is',
    ]);
    const licenses = page.elements.find(({ name, text }) => name === 'tr' && /MIT/.test(text));
    expect(licenses?.text).toMatch(/^Weights.*MIT License/);
    // The contradicted claim is shown, and marked.
    expect(textsOf(page, 's')).toContain('Apache License 2.0');
    expect(page.html).toContain('Open weights (glossary page)');
    expect(page.html).toContain('not legal advice');
    expect(page.html.match(/not legal advice/g)).toHaveLength(1);
  });

  it('of a model shows its ancestors and derived models', async () => {
    const page = await served.page('/models/deepseek-r1');
    const at = page.html.indexOf('id="lineage"');
    const section = page.html.slice(
      at,
      page.html.indexOf('</section>', page.html.indexOf('<ol>', at)),
    );
    const said = section.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
    expect(said).toContain('DeepSeek-R1 is fine-tuned from DeepSeek-V3');
    expect(said).toContain('DeepSeek-R1-Distill-Qwen-32B, distilled');
  });

  it('shows values in words, and addresses as links', async () => {
    const { html } = await served.page('/models/llama-4-maverick');
    expect(html).not.toMatch(/MIXTURE_OF_EXPERTS|>GATED|TEXT, IMAGE/);
    expect(html).toContain('<li>mixture of experts<');
    const license = await served.page('/licenses/mit');
    expect(license.html).toContain('<li>yes<span class="cite">');
  });

  it('of a license groups clauses into may, must and must not, each with its section', async () => {
    const page = await served.page('/licenses/llama-4-community');
    expect(textsOf(page, 'h3')).toEqual([
      'You may',
      'You must',
      'You must not, unless you have an agreement',
      'It ends',
    ]);
    const display = page.elements.find(
      ({ attributes }) => attributes.get('id') === 'clause-display',
    );
    expect(display?.text).toMatch(/Show a name: “Built with Llama”/);
    expect(display?.text).toMatch(/Llama 4 Community License Agreement, section 1\.b\.i/);
    expect(page.html).toContain('href="/models/llama-4-scout"');
    expect(page.html).toContain('href="/licenses/llama-3.3-community"');
  });

  it('shows both sides of a disagreement, with their sources', async () => {
    const page = await served.page('/models/deepseek-v3.2');
    const at = page.html.indexOf('id="disagreements"');
    const section = page.html.slice(at, page.html.indexOf('</section>', at));
    expect(section).toMatch(/685B[\s\S]*671B|671B[\s\S]*685B/);
    expect(section).toContain('Mirrored Hugging Face model cards');
  });

  it('exists for every entity of the seeds', async () => {
    const { data } = await asked(
      `{ ${['terms', 'models', 'licenses', 'organizations', 'tools'].map((list) => `${list}(first: 100) { nodes { name uri } }`).join(' ')} }`,
    );
    const entities = Object.values(
      data as Record<string, { nodes: { name: string; uri: string }[] }>,
    ).flatMap(({ nodes }) => nodes);
    expect(entities.length).toBeGreaterThan(300);
    for (const { name, uri } of entities) {
      let response = await served.ask(new URL(uri).pathname, { accept: 'text/html' });
      if (response.status === 308) {
        response = await served.ask(response.headers.get('location') ?? '', {
          accept: 'text/html',
        });
      }
      expect([uri, response.status]).toEqual([uri, 200]);
      const html = await response.text();
      expect(html).toContain(`<h1>${name.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}</h1>`);
    }
    expect(served.unexpected).toEqual([]);
  });
});

async function asked(query: string) {
  const response = await fetch(`${served.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('other forms of a page', () => {
  it.each([
    ['/terms/open-weights', 'application/ld+json', 'application/ld+json; charset=utf-8'],
    ['/terms/open-weights.jsonld', '*/*', 'application/ld+json; charset=utf-8'],
    ['/terms/open-weights', 'text/turtle', 'text/turtle; charset=utf-8'],
    ['/terms/open-weights.ttl', 'text/html', 'text/turtle; charset=utf-8'],
    ['/terms/open-weights', 'application/json', 'application/json'],
    ['/terms/open-weights.json', 'text/html', 'application/json'],
    ['/terms/open-weights', '*/*', 'text/html; charset=UTF-8'],
    [
      '/terms/open-weights',
      'text/html;q=0.5, application/ld+json',
      'application/ld+json; charset=utf-8',
    ],
    ['/terms/open-weights', 'application/ld+json;q=0, text/html', 'text/html; charset=UTF-8'],
  ])('%s for %s is %s', async (path, accept, type) => {
    const response = await served.ask(path, { accept });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('vary')?.toLowerCase()).toContain('accept');
    expect(response.headers.get('link')).toContain(
      '</terms/open-weights.jsonld>; rel="alternate"; type="application/ld+json"',
    );
    expect(response.headers.get('link')).toContain(
      '</terms/open-weights.ttl>; rel="alternate"; type="text/turtle"',
    );
  });

  it('the page carries the JSON-LD: a defined term in a set', async () => {
    const page = await served.page('/terms/open-weights');
    const script = page.elements.find(
      ({ name, attributes }) =>
        name === 'script' && attributes.get('type') === 'application/ld+json',
    );
    const alone = await (await served.ask('/terms/open-weights.jsonld')).json();
    expect(JSON.parse(script?.text ?? '')).toEqual(alone);
    expect(alone).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'DefinedTerm',
      '@id': `${publicUrl}/terms/open-weights`,
      inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': `${publicUrl}/terms` },
    });
  });

  it('HEAD has the headers of GET', async () => {
    const get = await served.ask('/terms/open-weights', { accept: 'text/html' });
    const head = await served.ask('/terms/open-weights', { accept: 'text/html' }, 'HEAD');
    for (const name of ['content-length', 'content-type', 'etag', 'link']) {
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
    }
    expect(await head.text()).toBe('');
  });

  it('is not sent again to a client that has it', async () => {
    const first = await served.ask('/licenses/mit');
    const etag = first.headers.get('etag') ?? '';
    const again = await served.ask('/licenses/mit', { 'if-none-match': etag });
    expect([etag.length > 10, again.status, await again.text()]).toEqual([true, 304, '']);
  });
});

describe('addresses that are not the page itself', () => {
  it('former slugs lead to the page for good, in the form that was asked for', async () => {
    for (const rest of ['', '.jsonld', '.ttl', '?x=1']) {
      const response = await served.ask(`/terms/${renamed.from}${rest}`);
      expect([response.status, response.headers.get('location')]).toEqual([
        308,
        `/terms/${renamed.to}${rest}`,
      ]);
    }
  });

  it('unknown ones report it, with suggestions', async () => {
    const page = await served.page('/terms/open-wieghts');
    expect(page.status).toBe(404);
    expect(page.html).toContain('href="/terms/open-weights"');
    expect(page.html).toContain('<meta name="robots" content="noindex"/>');
    const json = await served.ask('/terms/open-wieghts', { accept: 'application/json' });
    expect([json.status, await json.json()]).toEqual([
      404,
      {
        errors: [
          {
            message: expect.stringContaining('/graphql'),
            extensions: {
              code: 'NOT_FOUND',
              perhaps: expect.arrayContaining([`${publicUrl}/terms/open-weights`]),
            },
          },
        ],
      },
    ]);
  });

  it('an entity of another kind is not found, but named', async () => {
    const page = await served.page('/organizations/phi-4');
    expect(page.status).toBe(404);
    expect(page.html).toContain('href="/models/phi-4"');
  });

  it.each(['/nothing/at/all', '/open-weights', '/terms/%ff', '/assets/0/pico.css', '/%00'])(
    '%s is a page that says so',
    async (path) => {
      const page = await served.page(path);
      expect([page.status, textsOf(page, 'h1')]).toEqual([404, ['Not found']]);
    },
  );
});
