import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sendText, takesGzip } from './http-answers.ts';

/** The query in the first tab of GraphiQL. */
export const firstQuery = `# Who may call a model "open", and who says so?
# Run this with the button. The book on the left holds the whole schema.
{
  term(slug: "open-weights") {
    name
    summary
    contrastsWith { nodes { name summary } }
    # The newest examples, and the license that their weights came under.
    examples(first: 5, orderBy: { field: RELEASED_ON, direction: DESC }) {
      totalCount
      nodes {
        name
        releasedOn
        licenses(artifact: WEIGHTS) {
          edges {
            node { name licenseClass { name } }
            relation { evidence asOf source { title url } }
          }
        }
      }
    }
  }
  # Where sources disagree, both stand, ranked.
  model(slug: "kimi-k2") {
    name
    contextTokens
    claims(property: CONTEXT_TOKENS) {
      nodes { valueText rank evidence source { title } }
    }
  }
}
`;

interface Page {
  readonly html: Buffer;
  readonly compressed: Buffer;
  readonly etag: string;
}

let page: Promise<Page> | undefined;

/** Answers with GraphiQL. It needs no network: its script, some megabytes, is in the page. */
export async function sendGraphiql(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  page ??= renderPage();
  const { html, compressed, etag } = await page;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', 'no-cache');
  response.appendHeader('vary', 'accept-encoding');
  response.setHeader('x-frame-options', 'DENY');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const zipped = takesGzip(request);
  if (zipped) response.setHeader('content-encoding', 'gzip');
  sendText(request, response, 200, 'text/html; charset=utf-8', zipped ? compressed : html);
}

async function renderPage(): Promise<Page> {
  // Nine megabytes of script: loaded when somebody first wants it.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const text = renderGraphiQL({
    title: 'Glossgraph',
    defaultQuery: firstQuery,
    defaultTabs: [{ query: firstQuery }],
    schemaDescription: true,
    inputValueDeprecation: true,
    defaultEditorToolsVisibility: 'variables',
  });
  const html = Buffer.from(text);
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  return { html, compressed: await promisify(gzip)(html), etag };
}
