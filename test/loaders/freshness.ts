import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import { noLookups } from '../../src/loaders/page-cache.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { StoreUnderTest } from '../contract/stores.ts';
import { run } from '../support/execute.ts';
import { change, relation, term } from '../support/records.ts';

const query = '{ term(slug: "a") { name relatedTerms { nodes { name } totalCount } } }';

/**
 * How old an answer may be: without a cache, with a check at every request, and with a check now
 * and then.
 */
export function freshnessSuite(stores: StoreUnderTest): void {
  describe('freshness', () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await stores.empty();
      const [a, b] = [term('a', { name: 'Old' }), term('b', { name: 'Old' })];
      const relations = [relation(a, 'RELATED_TO', b)];
      await store.write(change({ entities: [a, b], relations }));
      vi.useFakeTimers({ toFake: ['performance'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    const readerOf = (revisionCheckMs: number | null, of = store) =>
      createGraphReader(of, { revisionCheckMs, cacheRows: 1000 });
    /** The store as another process has it, which is not told when this one writes. */
    const elsewhere = (): GraphStore => ({
      name: store.name,
      findsRoutes: store.findsRoutes,
      writes: 0,
      open: () => store.open(),
      version: () => store.version(),
      revision: (options) => store.revision(options),
      state: (options) => store.state(options),
      changesSince: (known, options) => store.changesSince(known, options),
      read: (reads, options) => store.read(reads, options),
      write: (written) => store.write(written),
      held: store.held,
      classes: store.classes,
      close: () => store.close(),
    });
    const ask = async (reader: GraphReader) => {
      const { result, statements } = await run(reader, { query });
      expect(result.errors).toBeUndefined();
      const said = JSON.stringify(result.data);
      return { said, statements: statements.filter((name) => name !== 'revision') };
    };
    const answer = (name: string) =>
      JSON.stringify({ term: { name, relatedTerms: { nodes: [{ name }], totalCount: 1 } } });
    const rename = () =>
      store.write(change({ entities: [term('a', { name: 'New' }), term('b', { name: 'New' })] }));

    it('null: nothing is kept, nothing is old', async () => {
      const reader = readerOf(null);
      for (const round of [1, 2]) {
        expect(await ask(reader), `round ${round}`).toEqual({
          said: answer('Old'),
          statements: ['locate'],
        });
      }
      await rename();
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: ['locate'] });
      expect(reader.statistics()).toEqual(noLookups());
    });

    it('0: pages are kept as long as nothing is written, and never longer', async () => {
      const reader = readerOf(0);
      expect(await ask(reader)).toEqual({ said: answer('Old'), statements: ['locate'] });
      expect(await ask(reader)).toEqual({ said: answer('Old'), statements: [] });
      await rename();
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: ['locate'] });
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: [] });
      // What is written elsewhere leaves them as they are.
      await store.write(change({ entities: [term('c')] }));
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: [] });
    });

    it('1000: what is kept is at most that old where another process writes', async () => {
      const reader = readerOf(1000, elsewhere());
      expect(await ask(reader)).toEqual({ said: answer('Old'), statements: ['locate'] });
      vi.advanceTimersByTime(900);
      await rename();
      vi.advanceTimersByTime(99);
      expect(await ask(reader)).toEqual({ said: answer('Old'), statements: [] });
      vi.advanceTimersByTime(1);
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: ['locate'] });
      vi.advanceTimersByTime(999);
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: [] });
      // Nothing was written, so the next check finds the same revision and keeps the pages.
      vi.advanceTimersByTime(5000);
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: [] });
    });

    it('1000: what this process wrote is seen at once', async () => {
      const reader = readerOf(1000);
      expect(await ask(reader)).toEqual({ said: answer('Old'), statements: ['locate'] });
      await rename();
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: ['locate'] });
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: [] });
      await expect(store.write({ ...change({}), follows: 77 })).rejects.toThrow();
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: [] });
    });

    it('a request that is under way ends with the pages it began with', async () => {
      const reader = readerOf(0);
      await ask(reader);
      const began = await reader.forRequest({});
      await rename();
      const select = { properties: ['name'], key: 'name', edges: [], counts: [] };
      await ask(reader);
      const entity = await began.locate({ kind: 'TERM', key: 'b' }, select);
      expect(entity).toMatchObject({ id: 'Term:b', name: 'New' });
      expect(await ask(reader)).toEqual({ said: answer('New'), statements: [] });
    });
  });
}
