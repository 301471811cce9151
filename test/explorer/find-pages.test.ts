import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicUrl, type ServedPages, servePages, textsOf } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

/** Our own addresses that a page loads or links to. */
function leadsTo(html: string): readonly string[] {
  const found = [...html.matchAll(/(?:href|src|action)="(\/[^"#?]*)/g)].map(
    ([, path = '']) => path,
  );
  return [...new Set(found)];
}

describe('the home page', () => {
  it('is what a browser gets at /, while programs still get JSON', async () => {
    const page = await served.page('/');
    expect([page.status, textsOf(page, 'h1')]).toEqual([200, ['AI terms, models and licenses']]);
    const program = await served.ask('/', { accept: 'application/json' });
    expect(await program.json()).toMatchObject({ name: 'Glossgraph', graphql: '/graphql' });
  });

  it('has no broken links, and loads only from this server', async () => {
    const { html, elements } = await served.page('/');
    const paths = leadsTo(html);
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      const { status } = await served.ask(path, { accept: 'text/html' });
      expect([path, status === 308 ? 200 : status]).toEqual([path, 200]);
    }
    const loaded = elements.flatMap(({ name, attributes: a }) =>
      name === 'img' || (name === 'link' && a.get('rel') === 'stylesheet')
        ? [a.get('src') ?? a.get('href')]
        : [],
    );
    expect(loaded.length).toBeGreaterThan(2);
    for (const path of loaded) expect(path).toMatch(/^\/assets\//);
  });

  it('loads files that browsers may cache forever', async () => {
    const { html } = await served.page('/');
    const [style = ''] = leadsTo(html).filter((path) => path.endsWith('.css'));
    const response = await served.ask(style, { 'accept-encoding': 'gzip' });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toContain('prefers-color-scheme');
  });
});

describe('search', () => {
  it('shows what fits, with the words marked', async () => {
    const page = await served.page('/search?q=expert+mixture');
    expect(page.html).toContain('href="/terms/mixture-of-experts"');
    expect(textsOf(page, 'mark')).toEqual(expect.arrayContaining(['mixture', 'experts']));
  });

  it('can be narrowed to a kind, and goes on', async () => {
    const first = await served.page('/search?q=license&kind=LICENSE');
    expect(first.html).not.toMatch(/<h2><a href="\/terms/);
    const more = first.elements.find(({ name, text }) => name === 'a' && text === 'More');
    const next = await served.page(more?.attributes.get('href') ?? '/missing');
    const heads = [textsOf(first, 'h2'), textsOf(next, 'h2')].map((texts) => new Set(texts));
    expect(heads[0]?.size).toBe(20);
    expect([...(heads[1] ?? [])].filter((text) => heads[0]?.has(text))).toEqual([]);
  });

  it.each([
    ['/search?q=open&kind=PLANET', 'Expected one of term, model, license, organization, tool'],
    ['/search?q=open&after=zzz', 'after'],
    [`/search?q=${'x'.repeat(10_001)}`, '10000'],
  ])('%.40s says what is wrong', async (path, says) => {
    const page = await served.page(path);
    const wrong = page.elements.filter(({ attributes }) => attributes.get('class') === 'wrong');
    expect(wrong.map(({ text }) => text).join()).toContain(says);
  });

  it('says when nothing fits', async () => {
    expect((await served.page('/search?q=qqqqzzzz')).html).toContain('Nothing fits');
  });
});

describe('lists from A to Z', () => {
  it('have every entity of a kind once', async () => {
    const { html } = await served.page('/terms');
    const names = [...html.matchAll(/<li><a href="(\/terms\/[^"]+)"/g)].map(([, path]) => path);
    expect(names.length).toBeGreaterThan(150);
    expect(new Set(names).size).toBe(names.length);
  });

  it('report an invalid start, and begin from the first entity', async () => {
    const page = await served.page('/terms?after=zzz');
    expect(page.html).toContain('The list is shown from its beginning.');
    expect(page.html).toContain('href="/terms/open-weights"');
  });
});

describe('for search engines', () => {
  it('there is a sitemap for every kind, with the address of every page', async () => {
    const index = await (await served.ask('/sitemap.xml')).text();
    const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
    expect(maps).toHaveLength(6);
    const urls: string[] = [];
    for (const map of maps) {
      const response = await served.ask(new URL(map).pathname);
      expect(response.headers.get('content-type')).toMatch(/^application\/xml/);
      urls.push(
        ...[...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url),
      );
    }
    expect(urls).toEqual(
      expect.arrayContaining(
        ['/', '/terms/open-weights', '/models/phi-4', '/models', '/may-i-use', '/topics'].map(
          (path) => `${publicUrl}${path}`,
        ),
      ),
    );
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('there is a description of the search, for browsers', async () => {
    const { elements } = await served.page('/');
    const link = elements.find(({ attributes }) => attributes.get('rel') === 'search');
    const response = await served.ask(link?.attributes.get('href') ?? '/missing');
    expect(await response.text()).toContain(`template="${publicUrl}/search?q={searchTerms}"`);
  });

  it('robots.txt names the sitemap, and excludes endless pages', async () => {
    const text = await (await served.ask('/robots.txt')).text();
    expect(text).toContain(`Sitemap: ${publicUrl}/sitemap.xml`);
    expect(text).toContain('Disallow: /models?\n');
    expect(text).not.toMatch(/Disallow: \/models\n|Disallow: \/\n/);
  });
});
