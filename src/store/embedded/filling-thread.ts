/** Writes the first load of a file, while the process prepares the next change. */
import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '../graph-store.ts';
import { Codes } from './database/codes.ts';
import { openDatabase } from './database/database.ts';
import { asStoreError } from './database/faults.ts';
import type { EmbeddedStoreOptions } from './embedded-options.ts';
import { type FillingJob, FillingWork } from './fill/filling-work.ts';
import type { FillingResult } from './fill/filling-worker.ts';

const { file } = workerData as EmbeddedStoreOptions;
const database = openDatabase(file);
// The pages of one transaction fit in a cache of 32 MB, so that each is written once.
database.exec('PRAGMA cache_size = -32768');
// A load that loses its last changes with the machine's power is finished by the next one.
database.exec('PRAGMA synchronous = NORMAL');
const work = new FillingWork(database, new Codes(database));

function done(job: FillingJob): FillingResult {
  try {
    return work.do(job);
  } catch (cause) {
    const error = asStoreError(cause, file);
    const code = error instanceof StoreError ? error.code : 'STORE_FAILURE';
    return { code, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (job: FillingJob | 'close') => {
  if (job === 'close') {
    database.close();
    parentPort?.close();
  } else parentPort?.postMessage(done(job));
});
