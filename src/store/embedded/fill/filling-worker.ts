import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { StoreError, type StoreErrorCode } from '../../graph-store.ts';
import { startThread } from '../start-thread.ts';
import type { FillingJob } from './filling-work.ts';

/** A message from the thread: whether a job was done, or why it failed. */
export type FillingResult = boolean | { readonly code: StoreErrorCode; readonly message: string };

/** Does the jobs of a filling, here or in another thread. */
export interface Worked {
  do(job: FillingJob): Promise<boolean>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (isDone: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Does jobs in another thread, in the order in which they are given. */
export class FillingWorker implements Worked {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #ended: StoreError | null = null;

  constructor(file: string) {
    this.#worker = startThread('filling-thread', { file });
    this.#worker.on('message', (result: FillingResult) => {
      const waiting = this.#waiting.shift();
      if (typeof result === 'boolean') waiting?.resolve(result);
      else waiting?.reject(new StoreError(result.code, result.message));
    });
    this.#worker.on('error', ({ message }) => this.#lose(message));
    this.#worker.on('exit', () => this.#lose('The thread ended.'));
  }

  do(job: FillingJob): Promise<boolean> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    if (this.#ended !== null) return;
    this.#worker.postMessage('close');
    await once(this.#worker, 'exit');
  }

  #lose(reason: string): void {
    this.#ended ??= new StoreError('STORE_FAILURE', `Writing to the file failed: ${reason}`);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended);
  }
}
