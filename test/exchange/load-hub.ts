/**
 * Loads a generated hub of models into a file, in transactions of a given size, and prints the
 * progress after each. From a given number of things on, it fills an empty file. A test limits this process, and kills it.
 */
import { built, createBuiltStore } from '../support/built.ts';
import { hubStream } from '../support/hub-stream.ts';

type Load = typeof import('../../src/exchange/load/load.ts');
const { loadStream } = await built<Load>('exchange/load/load.ts');

const [file = '', models, batchSize, fillsFrom] = process.argv.slice(2);
const store = await createBuiltStore({ file, cacheBytes: 4_000_000 });
await store.open();
const { revision } = await loadStream(store, hubStream(Number(models)), {
  dataset: 'hub',
  batchSize: Number(batchSize),
  fillsFrom: Number(fillsFrom),
  now: new Date('2026-01-01T00:00:00Z'),
  onProgress: ({ done, total }) => process.stdout.write(`${done} of ${total}\n`),
});
await store.close();
process.stdout.write(`revision ${revision}\n`);
