import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { Addresses } from './addresses.ts';
import { guessesFor, notFound, sendPage } from './answers.tsx';
import { type AskGraph, UnansweredError } from './ask.ts';
import { assets } from './assets.ts';
import type { PageApp } from './page-app.ts';
import { ProblemPage } from './pages/problem.tsx';
import type { RdfDocuments } from './rdf-documents.ts';
import { addBrowseRoutes } from './routes/browse-routes.tsx';
import { addCardRoutes } from './routes/card-routes.tsx';
import { addChooseRoutes } from './routes/choose-routes.tsx';
import { addCompareRoutes } from './routes/compare-routes.tsx';
import { addEntityRoutes } from './routes/entity-routes.tsx';
import { addFindRoutes } from './routes/find-routes.tsx';
import { addPathRoutes } from './routes/path-routes.tsx';
import { addPictureRoutes } from './routes/picture-routes.tsx';
import { addRdfRoutes } from './routes/rdf-routes.tsx';
import { addSitemapRoutes } from './routes/sitemap.ts';
import { addUseRoutes } from './routes/use-routes.tsx';

interface ExplorerOptions {
  /** The public URL of the server, without a trailing slash. */
  readonly publicUrl: () => string;
  /** The graph as Turtle. */
  readonly rdf: RdfDocuments;
  /** Called with unexpected errors. */
  readonly onError: (error: unknown) => void;
}

/** The pages for people, on every path that is not one of the server's own. */
export function createExplorer(options: ExplorerOptions) {
  const addresses = new Addresses(options.publicUrl);
  const app: PageApp = new Hono({ strict: false });
  app.use(compress());
  app.use(etag());
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        // Pico draws the marks of its form fields with data: images.
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // The proxy that ends TLS decides on this.
      strictTransportSecurity: false,
      // Programs of other origins may read the data, where CORS allows it.
      crossOriginResourcePolicy: 'cross-origin',
    }),
  );
  app.get('/assets/:digest/:name', (c) => {
    const asset = assets.get(`/assets/${c.req.param('digest')}/${c.req.param('name')}`);
    if (asset === undefined) return notFound(c, addresses, c.req.param('name'), []);
    const forGood = 'public, max-age=31536000, immutable';
    return c.body(asset.text, 200, { 'content-type': asset.type, 'cache-control': forGood });
  });
  addSitemapRoutes(app, addresses);
  addFindRoutes(app, addresses);
  addChooseRoutes(app, addresses);
  addCompareRoutes(app, addresses);
  addUseRoutes(app, addresses);
  addPathRoutes(app, addresses);
  addBrowseRoutes(app, addresses);
  addCardRoutes(app, addresses);
  addPictureRoutes(app, addresses);
  addRdfRoutes(app, addresses, options.rdf);
  addEntityRoutes(app, addresses, options.rdf);
  app.notFound(async (c) => {
    const words = textOf(c.req.path);
    return notFound(c, addresses, words, await guessesFor(c.env.ask, words, null));
  });
  app.onError((error, c) => {
    const later = error instanceof UnansweredError && error.later;
    if (!(error instanceof UnansweredError)) options.onError(error);
    c.header('cache-control', 'no-store');
    if (later) c.header('retry-after', '5');
    return sendPage(
      c,
      <ProblemPage
        title={later ? 'Not at the moment' : 'Something went wrong'}
        says={
          error instanceof UnansweredError
            ? error.message
            : 'Something went wrong on the server. It has been noted.'
        }
        guesses={[]}
        query=""
        addresses={addresses}
      />,
      later ? 503 : 500,
    );
  });
  return async (request: Request, ask: AskGraph): Promise<Response> => app.fetch(request, { ask });
}

/** The words in a path, to search for what its author meant. */
function textOf(path: string): string {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // The path is shown as it came.
  }
  return text
    .split(/[/\-_.]+/)
    .join(' ')
    .trim();
}
