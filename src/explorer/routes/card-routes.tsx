import { kindOf } from '../../ontology/kinds.ts';
import type { Addresses } from '../addresses.ts';
import { kindInFolder } from '../addresses.ts';
import { notFound } from '../answers.tsx';
import { askFor, dataIn, UnansweredError } from '../ask.ts';
import { embedScript } from '../assets.ts';
import { entityReference } from '../entity-names.ts';
import { formFor } from '../negotiation.ts';
import type { PageApp } from '../page-app.ts';
import { EmbedExamplePage } from '../pages/embed-example.tsx';
import { cardFacts } from '../parts/card-facts.ts';
import { kindWords } from '../words.ts';

/** The routes for other sites: the script that marks terms, and the cards that it shows. */
export function addCardRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/embed.js', (c) =>
    c.body(embedScript.text, 200, {
      'content-type': embedScript.type,
      'cache-control': 'public, max-age=3600',
    }),
  );

  app.get('/cards/:folder/:slug', async (c) => {
    const kind = kindInFolder(c.req.param('folder'));
    const slug = c.req.param('slug');
    if (kind === null) return notFound(c, addresses, slug, []);
    const found = await askFor(c.env.ask, 'card', { of: entityReference({ kind, slug }) });
    const entity = dataIn(found)?.entity ?? null;
    if (entity === null) return notFound(c, addresses, slug, []);
    if (found.errors.length > 0) throw new UnansweredError(found.errors);
    const path = `/cards/${kindOf(kind).folder}/${encodeURIComponent(entity.slug)}`;
    if (entity.slug !== slug) return c.redirect(addresses.path(path), 308);
    const { name, summary, uri } = entity;
    const facts = cardFacts(entity);
    c.header('vary', 'accept');
    c.header('cache-control', 'public, max-age=300');
    if (formFor(c) !== 'html') {
      return c.json({ kind: kindWords[kind], name, summary, uri, facts });
    }
    return c.html(
      <aside class="glossgraph-card" lang="en">
        <p>
          <a href={uri}>{name}</a> <small>{kindWords[kind].toLowerCase()}</small>
        </p>
        {summary !== null && <p>{summary}</p>}
        {facts.length > 0 && (
          <dl>
            {facts.map(([fact, value]) => (
              <>
                <dt>{fact}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
        )}
      </aside>,
    );
  });

  app.get('/examples/embed', (c) =>
    c.html(`<!DOCTYPE html>${<EmbedExamplePage addresses={addresses} />}`),
  );
}
