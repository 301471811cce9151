import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { StoreUnderTest } from '../contract/stores.ts';
import { fillForCorpus } from '../corpus/corpus.ts';
import { run } from '../support/execute.ts';
import { expectations } from './operations.ts';

const uncached = { revisionCheckMs: null, cacheRows: 1 };

/** How many statements operations take, and which. */
export function statementsSuite(stores: StoreUnderTest): void {
  describe('statements of', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fillForCorpus(await stores.empty());
    });

    it.each(expectations)('$what', async ({ query, statements }) => {
      const outcome = await run(createGraphReader(store, uncached), { query });
      expect(outcome.result.errors).toBeUndefined();
      expect(outcome.statements).toEqual(statements);
    });

    it('all of them again, when the pages are held: none', async () => {
      const reader = createGraphReader(store, { revisionCheckMs: 600_000, cacheRows: 1_000_000 });
      for (const { query } of expectations) {
        const first = await run(reader, { query });
        const again = await run(reader, { query });
        expect(again.statements, query).toEqual([]);
        expect(JSON.stringify(again.result)).toBe(JSON.stringify(first.result));
      }
    });
  });
}
