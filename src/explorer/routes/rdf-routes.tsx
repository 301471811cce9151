import type { Addresses } from '../addresses.ts';
import { notFound, sendPage } from '../answers.tsx';
import { formFor, splitSuffix } from '../negotiation.ts';
import type { PageApp, PageContext } from '../page-app.ts';
import { VocabularyPage } from '../pages/vocabulary.tsx';
import type { RdfDocuments } from '../rdf-documents.ts';

/** Sends Turtle, which may change with the next write. */
export function sendTurtle(c: PageContext, turtle: string): Response {
  c.header('content-type', 'text/turtle; charset=utf-8');
  c.header('cache-control', 'no-cache');
  return c.body(turtle);
}

/**
 * The addresses of RDF names other than entities: the vocabulary, the sources, and the graph as a
 * whole.
 */
export function addRdfRoutes(app: PageApp, addresses: Addresses, rdf: RdfDocuments): void {
  app.get('/vocab.ttl', (c) => sendTurtle(c, rdf.vocabulary()));

  app.get('/vocab', (c) => {
    c.header('vary', 'accept');
    const turtle = `${addresses.path('/vocab')}.ttl`;
    c.header('link', `<${turtle}>; rel="alternate"; type="text/turtle"`);
    if (formFor(c) === 'ttl') return sendTurtle(c, rdf.vocabulary());
    return sendPage(c, <VocabularyPage addresses={addresses} dumps={rdf.dumps} />);
  });

  app.get('/.well-known/void', async (c) => sendTurtle(c, await rdf.dataset(c.req.raw.signal)));

  app.get('/sources/:slug', async (c) => {
    const asked = splitSuffix(c.req.param('slug'));
    const found = await rdf.source(asked.slug, c.req.raw.signal);
    c.header('vary', 'accept');
    if (found === null) return notFound(c, addresses, asked.slug.replaceAll('-', ' '), []);
    // A browser gets the web page of the source instead.
    const wantsPage = (asked.form ?? formFor(c)) === 'html';
    if (wantsPage && found.url !== null) return c.redirect(found.url, 303);
    return sendTurtle(c, found.turtle);
  });
}
