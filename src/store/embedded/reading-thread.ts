/** Reads from the file in a separate thread, so that other reads need not wait. */
import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '../graph-store.ts';
import type { EmbeddedStoreOptions } from './embedded-options.ts';
import { createEmbeddedStore } from './embedded-store.ts';
import type { Answered, Asked } from './reading-threads.ts';

const store = createEmbeddedStore(workerData as EmbeddedStoreOptions);

async function answerTo({ reads }: Asked): Promise<Answered> {
  try {
    await store.open();
    return { results: await store.read(reads) };
  } catch (error) {
    const code = error instanceof StoreError ? error.code : 'STORE_FAILURE';
    return { code, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', async (asked: Asked) => {
  parentPort?.postMessage(await answerTo(asked));
});
