import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { pino } from 'pino';
import { dumpsOf, rdfDocumentsOf } from '../../src/commands/rdf-documents.ts';
import { createExplorer } from '../../src/explorer/explorer.tsx';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { defaultOptions } from '../server/start-probe.ts';
import { loadDataset } from '../support/dataset.ts';
import { filledCopy } from '../support/filled-copies.ts';
import { loadedAt, seedDataset } from '../support/seeds.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** An element of a page, as a browser would read it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** All text inside it. */
  readonly text: string;
}

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly elements: readonly Element[];
}

/** The public URL of the pages. */
export const publicUrl = 'https://glossary.example.org';

/** A term that is served with a former slug, since no seed has one. */
export const renamed = { from: 'feedback-from-people', to: 'rlhf' };

/** Serves the pages over HTTP, with the seeds of the repository. */
export async function servePages() {
  const dataset = await seedDataset();
  const former = { kind: 'TERM', key: renamed.from } as const;
  const entities = dataset.entities.map(({ record, locators }) =>
    record.slug === renamed.to
      ? {
          record: { ...record, formerSlugs: [renamed.from] },
          locators: [...locators, former],
        }
      : { record, locators },
  );
  const store = await filledCopy('pages', (empty) =>
    loadDataset(empty, { ...dataset, entities }, { now: loadedAt }),
  );
  const unexpected: unknown[] = [];
  const server: RunningServer = await startServer({
    ...defaultOptions,
    store,
    graph: createServedGraph(store, {
      reader: { revisionCheckMs: 1000, cacheRows: 100_000 },
      publicUrl,
    }),
    logger: pino({ level: 'silent' }),
    dumps: dumpsOf(store, () => publicUrl),
    pages: createExplorer({
      publicUrl: () => publicUrl,
      rdf: rdfDocumentsOf(store, () => publicUrl),
      onError: (error) => unexpected.push(error),
    }),
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${origin}${path}`, { method, headers, redirect: 'manual' });
  return {
    origin,
    ask,
    /** The unexpected errors of all requests so far. */
    unexpected,
    async page(path: string): Promise<Page> {
      const response = await ask(path, { accept: 'text/html' });
      const html = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        html,
        elements: elementsOf(html),
      };
    },
    /** Changes the summary of an entity, as a later load would. */
    async change(slug: string, summary: string, now: Date) {
      const changed = entities.map(({ record, locators }) => ({
        record: record.slug === slug ? { ...record, summary } : record,
        locators,
      }));
      await loadDataset(store, { ...dataset, entities: changed }, { now });
    },
    close: () => server.close(0),
  };
}

export type ServedPages = Awaited<ReturnType<typeof servePages>>;

/** Every element of a document, in order. */
export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: Node): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
    if (!('childNodes' in node)) return '';
    const at = found.length;
    const placed = 'tagName' in node;
    if (placed) found.push({ name: node.tagName, attributes: new Map(), text: '' });
    const text = node.childNodes.map(walk).join('');
    if (placed) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      found[at] = { name: node.tagName, attributes, text };
    }
    return text;
  };
  for (const node of parse(html).childNodes) walk(node);
  return found;
}

/** The trimmed texts of the elements with a name. */
export function textsOf({ elements }: Pick<Page, 'elements'>, name: string): readonly string[] {
  return elements.filter((each) => each.name === name).map(({ text }) => text.trim());
}
