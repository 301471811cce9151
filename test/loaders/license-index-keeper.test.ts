import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { type GraphChange, type GraphStore, StoreError } from '../../src/store/graph-store.ts';
import { run } from '../support/execute.ts';
import { change, license } from '../support/records.ts';

const query = `{
  data: resolveLicense(text: "Open data house license") { license { name } }
  source: resolveLicense(text: "Open source house license") { license { name } }
  weights: resolveLicense(text: "Open weights house license") { license { name } }
}`;

describe('the names of licenses', () => {
  let store: GraphStore;
  beforeEach(async () => {
    store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    await store.write(named('open-weights', 'Open weights house license'));
  });

  async function resolved(reader: GraphReader) {
    const { result, statements } = await run(reader, { query });
    const found = Object.values(result.data ?? {}) as ({
      license: { name: string } | null;
    } | null)[];
    return {
      texts: found.flatMap((each) => each?.license?.name ?? []),
      statements: statements.filter((name) => name.includes('texts')),
    };
  }

  it('are read once for concurrent requests, and once for a revision', async () => {
    const reader = createGraphReader(store, { revisionCheckMs: 60_000, cacheRows: 1000 });
    const all = await Promise.all([resolved(reader), resolved(reader), resolved(reader)]);
    for (const { texts } of all) expect(texts).toEqual(['Open weights house license']);
    expect(all.flatMap(({ statements }) => statements)).toEqual(['texts']);
    expect((await resolved(reader)).statements).toEqual([]);
  });

  it.each([
    ['asked for with every request', 0],
    ['not kept', null],
  ])('follow a change where the revision is %s', async (_how, revisionCheckMs) => {
    const reader = createGraphReader(store, { revisionCheckMs, cacheRows: 1000 });
    expect(await resolved(reader)).toEqual({
      texts: ['Open weights house license'],
      statements: ['texts'],
    });
    await store.write(named('open-data', 'Open data house license'));
    expect(await resolved(reader)).toEqual({
      texts: ['Open data house license', 'Open weights house license'],
      statements: ['texts'],
    });
    expect((await resolved(reader)).statements).toEqual([]);
  });

  it('are read again if the graph changes meanwhile', async () => {
    const { read } = store;
    let isFirst = true;
    store.read = async (...args) => {
      const rows = await read.apply(store, args);
      if (isFirst) await store.write(named('open-data', 'Open data house license'));
      isFirst = false;
      return rows;
    };
    const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 1000 });
    const { texts, statements } = await resolved(reader);
    expect(texts).toEqual(['Open data house license', 'Open weights house license']);
    expect(statements).toEqual(['texts', 'texts']);
  });

  it('block only requests that need them', async () => {
    await store.write(change({ entities: manyLicenses(400) }));
    const reader = createGraphReader(store, { revisionCheckMs: 60_000, cacheRows: 1000 });
    const answered: string[] = [];
    const first = resolved(reader).then(({ texts }) => answered.push(...texts));
    await setImmediate();
    const other = run(reader, { query: '{ licenses(first: 1) { totalCount } }' }).then(
      ({ result }) => answered.push(JSON.stringify(result.data)),
    );
    const second = resolved(reader).then(({ texts }) => answered.push(...texts));
    await Promise.all([first, other, second]);
    expect(answered).toEqual([
      '{"licenses":{"totalCount":401}}',
      'Open weights house license',
      'Open weights house license',
    ]);
  });

  it('are read again after the store failed, and for others where a client left', async () => {
    const { read } = store;
    store.read = () => {
      store.read = read;
      throw new StoreError('STORE_UNAVAILABLE', 'not now');
    };
    const reader = createGraphReader(store, { revisionCheckMs: 60_000, cacheRows: 1000 });
    const { result } = await run(reader, { query });
    expect(new Set(result.errors?.map(({ message }) => message))).toEqual(new Set(['not now']));
    const leaving = new AbortController();
    const loaders = await reader.forRequest({ signal: leaving.signal });
    const left = loaders.licenseNames();
    leaving.abort();
    expect((await resolved(reader)).texts).toEqual(['Open weights house license']);
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
      changesSince: (known, options) => held.changesSince(known, options),
      read: (reads, options) => held.read(reads, options),
      write: (written) => held.write(written),
      get writes() {
        return held.writes;
      },
      held: held.held,
      classes: held.classes,
      close: () => held.close(),
    };
    const reader = createGraphReader(changing, { revisionCheckMs: 0, cacheRows: 1000 });
    await store.write(named('open-data', 'Open data house license'));
    expect((await resolved(reader)).texts).toEqual([
      'Open data house license',
      'Open weights house license',
    ]);
    held = createEmbeddedStore({ file: ':memory:' });
    await held.open();
    await held.write(named('open-source', 'Open source house license'));
    expect((await resolved(reader)).texts).toEqual(['Open source house license']);
  });

  it('of an old revision are not given to requests with a later one', async () => {
    const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 1000 });
    await store.write(change({ entities: manyLicenses(400) }));
    const before = resolved(reader);
    await setImmediate();
    await store.write(named('open-data', 'Open data house license'));
    const after = await resolved(reader);
    expect(after.texts).toEqual(['Open data house license', 'Open weights house license']);
    expect((await before).texts).toContain('Open weights house license');
  });
});

function manyLicenses(count: number) {
  return Array.from({ length: count }, (_, index) =>
    license(`license-${index}`, { name: `Public terms ${index % 89} of ${index}` }),
  );
}

function named(slug: string, name: string): GraphChange {
  return change({ entities: [license(slug, { name })] });
}
