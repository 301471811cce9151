import { entityKinds, kindOf } from '../ontology/kinds.ts';
import { type Addresses, kindInFolder } from './addresses.ts';
import { notFound } from './answers.tsx';
import type { PageApp } from './explorer.tsx';
import { listFrom } from './lists.ts';

/** Entities in the map of a kind: search engines take 50,000, and making one should not take long. */
const mapSize = 10_000;

/** What search engines ask for: robots.txt, and a map of the pages of each kind. */
export function addSitemapRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/robots.txt', (c) => {
    const lines = [
      'User-agent: *',
      `Disallow: ${addresses.path('/graphql')}`,
      `Disallow: ${addresses.path('/search')}`,
      `Sitemap: ${addresses.absolute(addresses.path('/sitemap.xml'))}`,
      '',
    ];
    return c.text(lines.join('\n'));
  });

  app.get('/sitemap.xml', (c) => {
    const maps = entityKinds.map((kind) => addresses.path(`/sitemaps/${kindOf(kind).folder}.xml`));
    return c.body(xmlOf('sitemapindex', 'sitemap', maps.map(absolute)), 200, xmlType);
  });

  app.get('/sitemaps/:file', async (c) => {
    const file = c.req.param('file');
    const kind = kindInFolder(file.replace(/\.xml$/, ''));
    if (kind === null) return notFound(c, addresses, file, []);
    const { entities } = await listFrom(c.env.ask, kind, null, mapSize);
    const paths = [addresses.list(kind), ...entities.map((entity) => addresses.of(entity))];
    return c.body(xmlOf('urlset', 'url', paths.map(absolute)), 200, xmlType);
  });

  function absolute(path: string): string {
    return addresses.absolute(path);
  }
}

const xmlType = { 'content-type': 'application/xml; charset=utf-8' };

function xmlOf(root: string, element: string, urls: readonly string[]): string {
  const items = urls.map((url) => `<${element}><loc>${escaped(url)}</loc></${element}>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...items,
    `</${root}>`,
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
}
