import jsonld from 'jsonld';
import type { Quad } from 'n3';
import { Parser, Store } from 'n3';
import { exportGraph } from '../../../src/exchange/rdf/export-graph.ts';
import type { ExportFormat } from '../../../src/exchange/rdf/formats.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { NodeIndex } from '../../../src/vocab/rdf/node-index.ts';

/** Where the graphs of tests say that they are served. */
export const base = 'https://glossary.example.org';

/** A whole export as text. */
export async function exported(store: GraphStore, format: ExportFormat): Promise<string> {
  let text = '';
  for await (const part of exportGraph(store, base, format)) text += part;
  return text;
}

export function turtleQuads(text: string): Quad[] {
  return new Parser().parse(text);
}

/** What a JSON-LD processor that fetches nothing makes of a document. */
export async function jsonLdQuads(document: object): Promise<Quad[]> {
  const lines = await jsonld.toRDF(document as jsonld.JsonLdDocument, {
    format: 'application/n-quads',
    documentLoader: (url: string) => Promise.reject(new Error(`${url} was asked for`)),
  });
  return turtleQuads(String(lines));
}

export function storeOf(quads: readonly Quad[]): Store {
  return new Store([...quads]);
}

export function indexOf(quads: readonly Quad[]): NodeIndex {
  const index = new NodeIndex();
  for (const quad of quads) index.add(quad, { file: 'export', line: null });
  return index;
}

/** Statements as sorted lines: what has no blank nodes is the same where these are. */
export function linesOf(quads: readonly Quad[]): readonly string[] {
  const lines = quads.map(({ subject, predicate, object }) => {
    const value =
      object.termType === 'Literal'
        ? JSON.stringify([object.value, object.language.toLowerCase(), object.datatype.value])
        : object.value;
    return `${subject.value} ${predicate.value} ${value}`;
  });
  return lines.sort();
}
