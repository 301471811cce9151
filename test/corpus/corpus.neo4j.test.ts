import { beforeAll, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { describeOnServers, type StoreUnderTest } from '../contract/stores.ts';
import { answersTo, corpusDataset, fillForCorpus, textOf } from './corpus.ts';
import { storedOperations } from './operations.ts';

const operations = storedOperations(await corpusDataset());
const uncached = { revisionCheckMs: null, cacheRows: 1 };

const suite = (stores: StoreUnderTest) => {
  let reader: GraphReader;
  let reference: GraphReader;
  beforeAll(async () => {
    reader = createGraphReader(await fillForCorpus(await stores.empty()), uncached);
    const embedded = createEmbeddedStore({ file: ':memory:' });
    await embedded.open();
    reference = createGraphReader(await fillForCorpus(embedded), uncached);
  });

  it.each(operations)('$name is answered as the embedded store answers it', async (operation) => {
    const [answers, expected] = await Promise.all([
      answersTo(reader, operation),
      answersTo(reference, operation),
    ]);
    expect(textOf(answers)).toBe(textOf(expected));
  });
};

describeOnServers('stored operations', [suite], { lines: 'one' });
