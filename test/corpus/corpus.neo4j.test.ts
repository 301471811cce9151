import { beforeAll, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import { describeOnServers, type StoreUnderTest } from '../contract/stores.ts';
import { statementsSuite } from '../loaders/statements.ts';
import { foundByTextsSuite } from '../schema/explore/found-by-texts.ts';
import { answersTo, corpusDataset, corpusIn, embeddedCorpus, textOf } from './corpus.ts';
import { covering } from './covering.ts';
import { storedOperations } from './operations.ts';

// A server plans each statement, and the embedded store answers all operations.
const operations = covering(storedOperations(await corpusDataset()));
const uncached = { revisionCheckMs: null, cacheRows: 1 };

function storedOperationsSuite(stores: StoreUnderTest): void {
  let reader: GraphReader;
  let reference: GraphReader;
  beforeAll(async () => {
    reader = createGraphReader(await corpusIn(stores), uncached);
    reference = createGraphReader(await embeddedCorpus(), uncached);
  });

  it.each(operations)('$name is answered as the embedded store answers it', async (operation) => {
    const [answers, expected] = await Promise.all([
      answersTo(reader, operation),
      answersTo(reference, operation),
    ]);
    expect(textOf(answers)).toBe(textOf(expected));
  });
}

// In one file, since all of them read the same graph.
describeOnServers('the corpus', [storedOperationsSuite, foundByTextsSuite, statementsSuite], {
  lines: 'one',
});
