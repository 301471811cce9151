import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { GraphiQLOptions } from 'graphql-yoga';
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

/**
 * Sends the GraphiQL page, which is rendered when first requested. It needs no network: the page
 * contains its script of several megabytes.
 */
export function createGraphiqlPage(): (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> {
  let page: Promise<Page> | undefined;
  return async (request, response) => {
    page ??= renderPage().catch((error: unknown) => {
      // The next request tries again.
      page = undefined;
      throw error;
    });
    sendPage(request, response, await page);
  };
}

function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { html, compressed, etag }: Page,
): void {
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

// Plain JavaScript, since a thread starts with code that Node can read directly.
const inThread = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { gzipSync } = require('node:zlib');
  const { renderGraphiQL } = require(workerData.renderer);
  const html = Buffer.from(renderGraphiQL(workerData.options));
  parentPort.postMessage({ html, compressed: gzipSync(html) });
`;

/**
 * Renders in its own thread: loading and compressing nine megabytes of script would block all other
 * requests.
 */
async function renderPage(): Promise<Page> {
  const options: GraphiQLOptions = {
    title: 'Glossgraph',
    defaultQuery: firstQuery,
    defaultTabs: [{ query: firstQuery }],
    schemaDescription: true,
    inputValueDeprecation: true,
    defaultEditorToolsVisibility: 'variables',
  };
  const renderer = createRequire(import.meta.url).resolve('@graphql-yoga/render-graphiql');
  const thread = new Worker(inThread, { eval: true, workerData: { renderer, options } });
  const [rendered] = (await once(thread, 'message')) as [Record<'html' | 'compressed', Uint8Array>];
  const [html, compressed] = [Buffer.from(rendered.html), Buffer.from(rendered.compressed)];
  const etag = `"${createHash('sha256').update(compressed).digest('base64url').slice(0, 22)}"`;
  return { html, compressed, etag };
}
