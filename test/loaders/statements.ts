import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { StoreUnderTest } from '../contract/stores.ts';
import { corpusDataset, corpusIn } from '../corpus/corpus.ts';
import { storedOperations } from '../corpus/operations.ts';
import { run } from '../support/execute.ts';
import { levelsOf } from './levels.ts';
import { type Expected, expectations } from './operations.ts';

const uncached = { revisionCheckMs: null, cacheRows: 1 };

/** The number and names of the statements of operations. */
export function statementsSuite(stores: StoreUnderTest): void {
  describe('statements of', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await corpusIn(stores);
    });

    // On Neo4j, what goes over several statements. The contract holds that one call is one statement.
    const isLong = ({ statements, onNeo4j = [] }: Expected) =>
      statements.length + onNeo4j.length > 1;
    const asked = expectations.filter((each) => stores.isEmbedded || isLong(each));
    it.each(asked)('$what', async ({ query, statements, onNeo4j }) => {
      const outcome = await run(createGraphReader(store, uncached), { query });
      expect(outcome.result.errors).toBeUndefined();
      // Without a page cache, the license index reads the revision itself.
      expect(outcome.statements.filter((name) => name !== 'revision')).toEqual(
        store.findsRoutes ? (onNeo4j ?? statements) : statements,
      );
    });

    it.each([1, 7, 100])('a page of %i, the same as of any other size', async (first) => {
      const query = `query ($first: Int!) { terms(first: $first) { nodes {
        a: relatedTerms(first: 2) { nodes { name licenses(first: 2) { totalCount } } }
        claims(first: 2) { nodes { source { title } } } } } }`;
      const reader = createGraphReader(store, uncached);
      const { statements } = await run(reader, { query, variables: { first } });
      expect(statements).toEqual(['list:TERM', 'claims:subject', 'sources']);
    });

    // A server would need minutes to plan them all, without a benefit.
    it.runIf(stores.name === 'memory')('every stored operation: one a level at most', async () => {
      for (const operation of storedOperations(await corpusDataset())) {
        const { statements } = await run(createGraphReader(store, uncached), operation);
        expect(statements.length, operation.name).toBeLessThanOrEqual(levelsOf(operation));
      }
    });

    // Nothing of this is read from a store.
    it.runIf(stores.name === 'memory')(
      'all of them again, when the pages are held: none',
      async () => {
        const reader = createGraphReader(store, { revisionCheckMs: 600_000, cacheRows: 1_000_000 });
        for (const { query } of expectations) {
          const first = await run(reader, { query });
          const again = await run(reader, { query });
          expect(again.statements, query).toEqual([]);
          expect(JSON.stringify(again.result)).toBe(JSON.stringify(first.result));
        }
      },
      300_000,
    );
  });
}
