import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { type GraphChange, type GraphStore, StoreError } from '../../src/store/graph-store.ts';
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

  it('leave the process to others while they are built, longer the more there is', async () => {
    const turnsWhile = async (work: Promise<unknown>) => {
      let turns = 0;
      let isOver = false;
      const over = work.finally(() => {
        isOver = true;
      });
      while (!isOver) {
        await setImmediate();
        turns += 1;
      }
      await over;
      return turns;
    };
    const search = '{ search(query: "word7") { totalCount } annotate(text: "word7") { text } }';
    const turns: number[] = [];
    for (const terms of [2000, 8000]) {
      await store.write(change({ entities: manyTerms(terms) }));
      const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 1000 });
      turns.push(await turnsWhile(run(reader, { query: search })));
    }
    expect(turns[0]).toBeGreaterThan(30);
    expect(turns[1]).toBeGreaterThan(3 * (turns[0] ?? 0));
  });

  it('let what needs none of them be answered meanwhile, and make who needs them wait', async () => {
    await store.write(change({ entities: manyTerms(4000) }));
    const reader = createGraphReader(store, { revisionCheckMs: 60_000, cacheRows: 1000 });
    const answered: string[] = [];
    const first = suggested(reader).then(({ texts }) => answered.push(...texts));
    await setImmediate();
    const other = run(reader, { query: '{ terms(first: 1) { totalCount } }' }).then(({ result }) =>
      answered.push(JSON.stringify(result.data)),
    );
    const second = suggested(reader).then(({ texts }) => answered.push(...texts));
    await Promise.all([first, other, second]);
    expect(answered).toEqual(['{"terms":{"totalCount":4001}}', 'Open weights', 'Open weights']);
  });

  it('are read again after the store failed, and for others where a client left', async () => {
    const { read } = store;
    store.read = () => {
      store.read = read;
      throw new StoreError('STORE_UNAVAILABLE', 'not now');
    };
    const reader = createGraphReader(store, { revisionCheckMs: 60_000, cacheRows: 1000 });
    const { result } = await run(reader, { query });
    expect(result.errors?.map(({ message }) => message)).toEqual(['not now']);
    const leaving = new AbortController();
    const loaders = await reader.forRequest({ signal: leaving.signal });
    const left = loaders.textIndexes();
    leaving.abort();
    expect((await suggested(reader)).texts).toEqual(['Open weights']);
    await expect(left).resolves.toBeDefined();
  });

  it('of a graph that was emptied and loaded again are those of the new one', async () => {
    let held: GraphStore = store;
    const changing: GraphStore = {
      name: 'embedded',
      findsRoutes: false,
      open: () => held.open(),
      version: () => held.version(),
      revision: (options) => held.revision(options),
      state: (options) => held.state(options),
      read: (reads, options) => held.read(reads, options),
      write: (written) => held.write(written),
      contents: () => held.contents(),
      close: () => held.close(),
    };
    const reader = createGraphReader(changing, { revisionCheckMs: 0, cacheRows: 1000 });
    await store.write(named('open-data', 'Open data'));
    expect((await suggested(reader)).texts).toEqual(['Open data', 'Open weights']);
    held = createEmbeddedStore({ file: ':memory:' });
    await held.open();
    await held.write(named('open-source', 'Open source'));
    expect((await suggested(reader)).texts).toEqual(['Open source']);
  });

  it('of a revision that is past answer nobody who knows of a later one', async () => {
    const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 1000 });
    await store.write(change({ entities: manyTerms(2000) }));
    const before = suggested(reader);
    await setImmediate();
    await store.write(named('open-data', 'Open data'));
    const after = await suggested(reader);
    expect(after.texts).toEqual(['Open data', 'Open weights']);
    expect((await before).texts).toContain('Open weights');
  });
});

function manyTerms(count: number) {
  return Array.from({ length: count }, (_, index) =>
    term(`term-${index}`, { name: `word${index % 89} of ${index}`, summary: `Says ${index}.` }),
  );
}

function named(slug: string, name: string): GraphChange {
  return change({ entities: [term(slug, { name })] });
}
