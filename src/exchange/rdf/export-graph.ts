import type { Quad } from 'n3';
import type { GraphStore, ReadOptions } from '../../store/graph-store.ts';
import { schemeQuads } from '../../vocab/rdf/entity-quads.ts';
import { Names } from '../../vocab/rdf/names.ts';
import type { ExportFormat } from './formats.ts';
import { GraphItems, type Item } from './graph-items.ts';
import { itemQuads } from './item-quads.ts';
import { createQuadWriter } from './quad-writers.ts';
import { itemLines } from './record-lines.ts';

/**
 * The whole graph as text, in portions. A slow reader slows the reads of the store. `base` is the
 * public URL of the server.
 */
export async function* exportGraph(
  store: GraphStore,
  base: string,
  format: ExportFormat,
  options: ReadOptions = {},
): AsyncGenerator<string> {
  const names = new Names(base);
  const items = new GraphItems(store, options);
  if (format === 'ndjson') {
    for await (const portion of items.all()) {
      const text = portion.map((item) => itemLines(item, names)).join('');
      if (text !== '') yield text;
    }
    return;
  }
  const writer = createQuadWriter(format, names);
  // The head comes with the first portion, so that a graph that cannot be read gives no text.
  let head = writer.begin() + writer.add(schemeQuads(names));
  for await (const portion of items.all()) {
    const text = head + writer.add(quadsOf(portion, names));
    head = '';
    if (text !== '') yield text;
  }
  yield head + writer.end();
}

function* quadsOf(items: readonly Item[], names: Names): Generator<Quad> {
  for (const item of items) yield* itemQuads(item, names);
}
