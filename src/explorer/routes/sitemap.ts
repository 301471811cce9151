import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import { type Addresses, kindInFolder } from '../addresses.ts';
import { notFound } from '../answers.tsx';
import { listFrom } from '../lists.ts';
import type { PageApp } from '../page-app.ts';

/**
 * The most entities in the sitemap of a kind. Search engines accept 50,000, but a map should be
 * quick to make.
 */
const mapSize = 10_000;

/** Single pages. */
const others = [
  '/',
  '/a-z/models',
  '/changes',
  '/compare',
  '/disagreements',
  '/examples/embed',
  '/may-i-use',
  '/path',
  '/topics',
  '/vocab',
];

/**
 * Pages for which every question has its own address, so that search engines would never finish.
 */
const endless = [
  '/dump.',
  '/graphql',
  '/search',
  '/suggest',
  '/picture',
  '/cards/',
  '/models?',
  '/compare?',
  '/path?',
  '/may-i-use?',
  '/disagreements?',
];

/**
 * The routes for search engines and browsers: robots.txt, a sitemap for each kind, and the search
 * description.
 */
export function addSitemapRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/robots.txt', (c) => {
    const lines = [
      'User-agent: *',
      ...endless.map((path) => `Disallow: ${addresses.path(path)}`),
      `Sitemap: ${addresses.absolute(addresses.path('/sitemap.xml'))}`,
      '',
    ];
    return c.text(lines.join('\n'));
  });

  app.get('/sitemap.xml', (c) => {
    const folders = [...entityKinds.map((kind) => kindOf(kind).folder), 'pages'];
    const maps = folders.map((folder) => addresses.path(`/sitemaps/${folder}.xml`));
    return c.body(xmlOf('sitemapindex', 'sitemap', maps.map(absolute)), 200, xmlType);
  });

  app.get('/sitemaps/pages.xml', (c) => {
    const paths = others.map((path) => addresses.path(path));
    return c.body(xmlOf('urlset', 'url', paths.map(absolute)), 200, xmlType);
  });

  app.get('/sitemaps/:file', async (c) => {
    const file = c.req.param('file');
    const kind = kindInFolder(file.replace(/\.xml$/, ''));
    if (kind === null) return notFound(c, addresses, file, []);
    const { entities } = await listFrom(c.env.ask, kind, null, mapSize);
    const paths = [addresses.list(kind), ...entities.map((entity) => addresses.of(entity))];
    return c.body(xmlOf('urlset', 'url', paths.map(absolute)), 200, xmlType);
  });

  app.get('/opensearch.xml', (c) => {
    const search = escaped(absolute(addresses.path('/search')));
    const text = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
      '<ShortName>Glossgraph</ShortName>',
      '<Description>AI terms, models and licenses</Description>',
      '<InputEncoding>UTF-8</InputEncoding>',
      `<Url type="text/html" template="${search}?q={searchTerms}"/>`,
      '</OpenSearchDescription>',
      '',
    ].join('\n');
    return c.body(text, 200, {
      'content-type': 'application/opensearchdescription+xml; charset=utf-8',
    });
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
