import { beforeEach, describe, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { GraphChange, GraphStore } from '../../src/store/graph-store.ts';
import { run } from '../support/execute.ts';
import { change, term } from '../support/records.ts';

const query = '{ suggest(prefix: "open") { text } }';

describe('text indexes', () => {
  let store: GraphStore;
  beforeEach(async () => {
    store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    await store.write(named('open-weights', 'Open weights'));
  });

  async function suggested(reader: GraphReader) {
    const { result, statements } = await run(reader, { query });
    const found = result.data?.suggest as readonly { text: string }[];
    return { texts: found.map(({ text }) => text), statements };
  }

  it('are read once for all who come at once, and once for a revision', async () => {
    const reader = createGraphReader(store, { revisionCheckMs: 60_000, cacheRows: 1000 });
    const all = await Promise.all([suggested(reader), suggested(reader), suggested(reader)]);
    for (const { texts } of all) expect(texts).toEqual(['Open weights']);
    expect(all.flatMap(({ statements }) => statements)).toEqual(['texts']);
    expect((await suggested(reader)).statements).toEqual([]);
  });

  it.each([
    ['asked for with every request', 0],
    ['not kept', null],
  ])('follow a change where the revision is %s', async (_how, revisionCheckMs) => {
    const reader = createGraphReader(store, { revisionCheckMs, cacheRows: 1000 });
    expect(await suggested(reader)).toEqual({ texts: ['Open weights'], statements: ['texts'] });
    await store.write(named('open-data', 'Open data'));
    expect(await suggested(reader)).toEqual({
      texts: ['Open data', 'Open weights'],
      statements: ['texts'],
    });
    expect((await suggested(reader)).statements).toEqual([]);
  });

  it('begin anew where the graph changes while they are read', async () => {
    const { read } = store;
    let isFirst = true;
    store.read = async (...args) => {
      const rows = await read.apply(store, args);
      if (isFirst) await store.write(named('open-data', 'Open data'));
      isFirst = false;
      return rows;
    };
    const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 1000 });
    const { texts, statements } = await suggested(reader);
    expect(texts).toEqual(['Open data', 'Open weights']);
    expect(statements).toEqual(['texts', 'texts']);
  });
});

function named(slug: string, name: string): GraphChange {
  return change({ entities: [term(slug, { name })] });
}
